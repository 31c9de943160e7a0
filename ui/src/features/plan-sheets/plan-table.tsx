import { useId, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { StateLabel } from '@/components/review/state-label'
import type { PlanGoalView, PlanSheetView, ReportView } from '@/contract/views'
import { useMe } from '@/features/session/me'
import { pathText } from '@/lib/plan-path'
import { say, sayOf } from '@/lib/words'

interface PlanTableProps {
  sheet: PlanSheetView
  /** In the order of the plan. */
  goals: PlanGoalView[]
  reports: ReportView[]
  showsResults: boolean
}

/** The actions under the plan's tree: who answers, whose turn it is, and the grade of the year; mine first. */
export function PlanTable({ sheet, goals, reports, showsResults }: PlanTableProps) {
  const id = useId()
  const me = useMe()
  const mine = new Set(me.roles.map((role) => role.unit))
  const isMine = (goal: PlanGoalView) => mine.has(goal.ownerUnit.id) || goal.content.responsibilities.some((each) => each.unit !== null && mine.has(each.unit))
  const some = goals.some(isMine) && !goals.every(isMine)
  const [mineOnly, setMineOnly] = useState(some && !me.roles.some(({ role }) => role === 'PLANNING'))
  const [search, setSearch] = useState('')
  const words = search.normalize('NFKC').trim()
  const matches = (goal: PlanGoalView) => words === '' || [goal.content.code, goal.content.title, ownerOf(goal)].join(' ').normalize('NFKC').includes(words)
  const shown = goals.filter((goal) => (!mineOnly || isMine(goal)) && matches(goal))
  const reportOf = (goal: PlanGoalView) => reports.find((report) => report.goal.id === goal.id)
  return (
    <section className="sheet-form panel" aria-labelledby={id}>
      <h2 id={id}>{say('planSheet.table')}</h2>
      <div className="fields screen-only">
        <div className="field field-row">
          <label htmlFor={`${id}-search`}>{say('planSheet.search')}</label>
          <input id={`${id}-search`} className="input" type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
        {some && (
          <label className="check check-inline">
            <input type="checkbox" checked={mineOnly} onChange={() => setMineOnly(!mineOnly)} />
            <span>{say('planSheet.mineOnly')}</span>
          </label>
        )}
      </div>
      {shown.length === 0 && <p className="empty">{say('planSheet.noneFound')}</p>}
      {shown.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('goal.code')}</th>
              <th scope="col">{say('import.rowTitle')}</th>
              <th scope="col">{say('planSheet.owner')}</th>
              <th scope="col">{say('planSheet.state')}</th>
              <th scope="col">{say('planSheet.grade')}</th>
              <th scope="col">{say('report.nextStep')}</th>
            </tr>
          </thead>
          {groupsOf(shown).map(([node, own]) => (
            <tbody key={node ?? ''}>
              <tr className="list-group">
                <th scope="rowgroup" colSpan={6}>
                  {titleOf(sheet, node)}
                </th>
              </tr>
              {own.map((goal) => (
                <Row key={goal.id} goal={goal} report={reportOf(goal)} showsResults={showsResults} />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </section>
  )
}

function Row({ goal, report, showsResults }: { goal: PlanGoalView; report: ReportView | undefined; showsResults: boolean }) {
  const [params] = useSearchParams()
  const next = new URLSearchParams(params)
  next.set('goal', goal.id)
  const reviewed = showsResults ? report : goal
  // What is missing in a goal or report leads to its row, and from there into it.
  return (
    <tr id={showsResults ? report && `report-${report.id}` : `goal-${goal.id}`}>
      <td>{goal.content.code}</td>
      <th scope="row">
        <Link to={`?${next}`}>{goal.content.title || say('goal.untitled')}</Link>
        {goal.kind === 'MID_TERM_GOAL' && <span className="mark">{say('kind.MID_TERM_GOAL')}</span>}
      </th>
      <td>{ownerOf(goal)}</td>
      <td>{reviewed && <StateLabel state={reviewed.state} turn={reviewed.whoseTurn} />}</td>
      <td>{report?.content.grade?.code}</td>
      <td>{report?.content.nextStep && sayOf('nextStep', report.content.nextStep)}</td>
    </tr>
  )
}

/** Who leads, as the plan names them; where it names nobody, whoever the goal belongs to. */
function ownerOf(goal: PlanGoalView): string {
  const leads = goal.content.responsibilities.filter((each) => each.role !== 'RELATED').map((each) => each.name)
  return leads.length > 0 ? leads.join('、') : goal.ownerUnit.name
}

function groupsOf(goals: PlanGoalView[]): [string | null, PlanGoalView[]][] {
  const groups = new Map<string | null, PlanGoalView[]>()
  for (const goal of goals) groups.set(goal.node, [...(groups.get(goal.node) ?? []), goal])
  return [...groups]
}

function titleOf(sheet: PlanSheetView, id: string | null): string {
  const node = sheet.nodes.find((each) => each.id === id)
  return node ? pathText(sheet.nodes, node) : say('planSheet.noNode')
}
