import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Link } from 'react-router'
import { nextSteps, type Responsibility, responsibilityRoles } from '@/contract/content'
import { pathText } from '@/lib/plan-path'
import { say, sayOf } from '@/lib/words'
import type { DraftGoal, DraftPlan } from './api'
import { useDesk } from './desk'
import { DraftBlocks, DraftText } from './draft-text'
import { contentField, gradeField, nextStepField, nodeField, referenceField, responsibilityField, textField } from './fields'
import { UnitMatch } from './unit-match'

/** One row of a plan's document with everything that was read in it, beside its source. */
export function PlanRow({ goal, plan }: { goal: DraftGoal; plan: DraftPlan }) {
  const { view } = useDesk()
  const head = useRef<HTMLHeadingElement>(null)
  const goals = view.draft.goals
  const at = goals.indexOf(goal)
  useEffect(() => head.current?.focus(), [goal.id])
  const { content, result } = goal
  return (
    <article className="import-fields goal" aria-labelledby={`row-${goal.id}`}>
      <header className="goal-head">
        <h2 id={`row-${goal.id}`} ref={head} tabIndex={-1}>
          {say('import.row', { number: at + 1, total: goals.length })}
        </h2>
        <nav className="goal-tools" aria-label={say('import.rowNav')}>
          <Link to="?">{say('import.toRows')}</Link>
          {at > 0 && <Link to={`?row=${goals[at - 1]!.id}`}>{say('import.rowBefore')}</Link>}
          {at + 1 < goals.length && <Link to={`?row=${goals[at + 1]!.id}`}>{say('import.rowAfter')}</Link>}
        </nav>
      </header>
      <Field label={say('goal.code')}>
        <DraftText target={`${goal.id}/number`} field={contentField(say('goal.code'), goal.id, 'code')} text={content.code} />
      </Field>
      <Field label={say('import.rowTitle')}>
        <DraftText target={`${goal.id}/title`} field={contentField(say('import.rowTitle'), goal.id, 'title')} text={content.title} className="goal-title-text" />
      </Field>
      <NodeChoice goal={goal} plan={plan} />
      <Responsibilities goal={goal} />
      {content.references.length > 0 && (
        <Field label={say('goal.references')}>
          {content.references.map((reference, index) => (
            <DraftText key={index} target={`${goal.id}/references/${index}`} field={referenceField(goal.id, index)} text={reference} />
          ))}
        </Field>
      )}
      <Texts blocks={content.purpose} label={say('goal.purpose')} />
      <Texts blocks={content.direction} label={say('goal.direction')} />
      {content.targets.length > 0 && (
        <Field label={say('goal.targets')}>
          {content.targets.map((target) => (
            <DraftText key={target.id} target={target.id} before={target.key} field={textField(say('goal.targets'), target.id)} text={target.text} />
          ))}
        </Field>
      )}
      <Texts blocks={content.statement} label={say('goal.statement')} />
      <Texts blocks={content.actions} label={say('import.actions')} />
      <Texts blocks={content.roadmap} label={say('goal.roadmap')} />
      {result && (
        <>
          <Texts blocks={result.progress} label={say('report.progress')} />
          <Texts blocks={result.achievements} label={say('report.achievements')} />
          <Texts blocks={result.issues} label={say('report.issues')} />
          <Texts blocks={result.processEvaluation} label={say('report.processEvaluation')} />
          <Texts blocks={result.improvements} label={say('report.improvements')} />
          <Texts blocks={result.directions} label={say('report.directions')} />
          <GradeField goal={goal} plan={plan} />
          <NextStepField goal={goal} />
        </>
      )}
    </article>
  )
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="form-field">
      <p className="form-label">{label}</p>
      {children}
    </div>
  )
}

/** A text the family does not have is no empty field. */
function Texts({ label, blocks }: { label: string; blocks: DraftGoal['content']['actions'] | undefined }) {
  return blocks && blocks.length > 0 ? <DraftBlocks label={label} blocks={blocks} /> : null
}

interface ChoiceProps {
  target: string
  label: string
  value: string
  options: { value: string; text: string }[]
  onChoose: (value: string) => void
}

/** A value out of a list; looking at it shows where it was read. */
function Choice({ target, label, value, options, onChoose }: ChoiceProps) {
  const id = useId()
  const { now, show, editable } = useDesk()
  return (
    <div id={`field-${target}`} className={now === target ? 'form-field import-entry-now' : 'form-field'}>
      <label className="form-label" htmlFor={id}>
        {label}
      </label>{' '}
      <select id={id} className="input" value={value} disabled={!editable} onFocus={() => show(target)} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}

function NodeChoice({ goal, plan }: { goal: DraftGoal; plan: DraftPlan }) {
  const { save } = useDesk()
  const options = [{ value: '', text: say('import.noNode') }, ...plan.nodes.map((node) => ({ value: node.id, text: pathText(plan.nodes, node) }))]
  return <Choice target={goal.node ?? `${goal.id}/node`} label={say('import.node')} value={goal.node ?? ''} options={options} onChoose={(value) => void save(nodeField(goal.id), value || null)} />
}

function GradeField({ goal, plan }: { goal: DraftGoal; plan: DraftPlan }) {
  const { save } = useDesk()
  if (!plan.gradingScheme) return null
  const options = [{ value: '', text: say('text.none') }, ...plan.gradingScheme.grades.map(({ code, meaning }) => ({ value: code, text: `${code} ${meaning}` }))]
  return <Choice target={`${goal.id}/grade`} label={plan.gradingScheme.name} value={goal.result?.grade?.code ?? ''} options={options} onChoose={(value) => void save(gradeField(goal.id), value || null)} />
}

function NextStepField({ goal }: { goal: DraftGoal }) {
  const { save } = useDesk()
  const options = [{ value: '', text: say('text.none') }, ...nextSteps.map((step) => ({ value: step, text: sayOf('nextStep', step) }))]
  const choose = (value: string) => void save(nextStepField(goal.id), nextSteps.find((step) => step === value) ?? null)
  return <Choice target={`${goal.id}/nextStep`} label={say('report.nextStep')} value={goal.result?.nextStep ?? ''} options={options} onChoose={choose} />
}

function Responsibilities({ goal }: { goal: DraftGoal }) {
  const { view, now, show, editable, save } = useDesk()
  const set = (each: Responsibility, values: Partial<Responsibility>) => void save(responsibilityField(goal.id, each.id), { ...each, ...values })
  return (
    <Field label={say('goal.responsibilities')}>
      {goal.content.responsibilities.length === 0 && <p className="nothing">{say('text.none')}</p>}
      <ul className="responsibilities">
        {goal.content.responsibilities.map((each) => {
          const unit = view.draft.organisation?.find((one) => one.name === each.name)
          return (
            <li key={each.id} id={`field-${each.id}`} className={now === each.id ? 'import-entry-now' : undefined}>
              <button type="button" className="import-jump" aria-pressed={now === each.id} onClick={() => show(each.id)}>
                {each.name}
              </button>
              {editable ? (
                <select
                  className="input"
                  aria-label={say('import.roleOf', { name: each.name })}
                  value={each.role}
                  onChange={(event) => set(each, { role: responsibilityRoles.find((role) => role === event.target.value) ?? each.role })}
                >
                  {responsibilityRoles.map((role) => (
                    <option key={role} value={role}>
                      {sayOf('responsibility', role)}
                    </option>
                  ))}
                </select>
              ) : (
                <span className="mark">{sayOf('responsibility', each.role)}</span>
              )}
              {unit && <UnitMatch unit={unit} />}
            </li>
          )
        })}
      </ul>
    </Field>
  )
}
