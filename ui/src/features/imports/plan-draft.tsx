import { useId } from 'react'
import { Link } from 'react-router'
import { pathText } from '@/lib/plan-path'
import { say, sayOf } from '@/lib/words'
import type { DraftGoal, DraftNode, DraftPlan, ImportView } from './api'
import { useDesk } from './desk'
import { DraftText } from './draft-text'
import { planNodeField } from './fields'
import { goalAt } from './marks'
import { IndicatorList } from './indicator-list'
import { OrganisationList } from './organisation-list'

/** What was read in a plan's document: its tree, its rows as a table under the tree, and the sections it names. */
export function PlanDraft({ plan }: { plan: DraftPlan }) {
  const { view } = useDesk()
  return (
    <div className="import-fields" role="region" aria-label={say('import.fields')}>
      <Rows view={view} plan={plan} />
      <OrganisationList />
      <IndicatorList />
      <Tree plan={plan} />
      {plan.gradingScheme && <Legend scheme={plan.gradingScheme} />}
      {plan.glossary.length > 0 && <Glossary terms={plan.glossary} />}
    </div>
  )
}

/** The rows, grouped by the place in the plan they stand under; each opens beside its source. */
function Rows({ view, plan }: { view: ImportView; plan: DraftPlan }) {
  const id = useId()
  const open = openRemarksOf(view)
  const groups = groupsOf(view.draft.goals, plan)
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{say('import.rows', { count: view.draft.goals.length })}</h2>
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say('goal.code')}</th>
            <th scope="col">{say('import.rowTitle')}</th>
            <th scope="col">{say('responsibility.PRIMARY')}</th>
            <th scope="col">{say('import.grade')}</th>
            <th scope="col">{say('report.nextStep')}</th>
            <th scope="col">{say('import.toCheck')}</th>
          </tr>
        </thead>
        {groups.map(({ node, goals }) => (
          <tbody key={node?.id ?? ''}>
            <tr className="list-group">
              <th scope="rowgroup" colSpan={6}>
                {node ? pathText(plan.nodes, node) : say('import.noNode')}
              </th>
            </tr>
            {goals.map((goal) => (
              <tr key={goal.id}>
                <td>{goal.content.code}</td>
                <th scope="row">
                  <Link to={`?row=${goal.id}`}>{goal.content.title || say('goal.untitled')}</Link>
                </th>
                <td>{leadOf(goal)}</td>
                <td>{goal.result?.grade?.code}</td>
                <td>{goal.result?.nextStep && sayOf('nextStep', goal.result.nextStep)}</td>
                <td>{open.get(goal.id) ? say('import.count', { count: open.get(goal.id)! }) : ''}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function leadOf(goal: DraftGoal): string {
  const leads = goal.content.responsibilities.filter((each) => each.role !== 'RELATED')
  return leads.map((each) => each.name).join('、')
}

/** Points not settled yet, by the row they belong to. */
function openRemarksOf(view: ImportView): Map<string, number> {
  const counts = new Map<string, number>()
  for (const remark of view.remarks) {
    const goal = remark.decision && !remark.resolved ? goalAt(view, remark.span) : null
    if (goal) counts.set(goal.id, (counts.get(goal.id) ?? 0) + 1)
  }
  return counts
}

/** Rows in document order, cut where the node changes. */
function groupsOf(goals: DraftGoal[], plan: DraftPlan): { node: DraftNode | null; goals: DraftGoal[] }[] {
  const byNode = new Map<string | null, DraftGoal[]>()
  for (const goal of goals) byNode.set(goal.node ?? null, [...(byNode.get(goal.node ?? null) ?? []), goal])
  return [...byNode].map(([node, own]) => ({ node: plan.nodes.find((each) => each.id === node) ?? null, goals: own }))
}

function Tree({ plan }: { plan: DraftPlan }) {
  return (
    <details className="panel">
      <summary>{say('import.tree', { count: plan.nodes.length })}</summary>
      {plan.levelNames.length > 0 && <p className="hint">{plan.levelNames.join(' › ')}</p>}
      <Branch plan={plan} parent={null} />
    </details>
  )
}

function Branch({ plan, parent }: { plan: DraftPlan; parent: string | null }) {
  const nodes = plan.nodes.filter((node) => node.parent === parent)
  if (nodes.length === 0) return null
  return (
    <ul className="plan-tree">
      {nodes.map((node) => (
        <li key={node.id}>
          <DraftText target={node.id} before={node.code} field={planNodeField(plan.levelNames[node.level - 1] ?? say('import.node'), node.id, 'title')} text={node.title} empty={say('plans.untitled')}>
            {node.note && <span className="hint"> {node.note}</span>}
          </DraftText>
          <Branch plan={plan} parent={node.id} />
        </li>
      ))}
    </ul>
  )
}

function Legend({ scheme }: { scheme: NonNullable<DraftPlan['gradingScheme']> }) {
  return (
    <details className="panel">
      <summary>{say('import.legend', { name: scheme.name })}</summary>
      <dl className="legend">
        {scheme.grades.map((grade) => (
          <div key={grade.code}>
            <dt>{grade.code}</dt>
            <dd>{grade.meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Glossary({ terms }: { terms: DraftPlan['glossary'] }) {
  return (
    <details className="panel">
      <summary>{say('import.glossary', { count: terms.length })}</summary>
      <dl className="legend">
        {terms.map(({ term, definition }, index) => (
          <div key={index}>
            <dt>{term || say('plans.untitled')}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
