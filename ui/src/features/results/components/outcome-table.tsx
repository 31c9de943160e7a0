import type { KeyboardEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Added, Struck } from '@/components/review/redline'
import type { ActionOutcome, Block, Outcome, Round } from '@/contract/content'
import { monthsOf } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'

interface OutcomeTableProps {
  actions: Block[]
  round: Round
  fiscalYear: number
  outcomes: ActionOutcome[]
  before: ActionOutcome[] | null
  onChange: ((outcomes: ActionOutcome[]) => void) | null
}

const withinYear: Outcome[] = ['ON_SCHEDULE', 'DELAYED', 'DONE', 'DEFERRED', 'CANCELLED']
const atYearEnd: Outcome[] = ['DONE', 'DONE_LATE', 'PARTIAL', 'REPLACED', 'DEFERRED', 'CARRIED_OVER', 'CANCELLED']
const doneOnes: Outcome[] = ['DONE', 'DONE_LATE', 'PARTIAL', 'REPLACED']

/** What became of each action: one key each, and one press for all the rest. */
export function OutcomeTable({ actions, round, fiscalYear, outcomes, before, onChange }: OutcomeTableProps) {
  const leaves = leavesOf(actions)
  const choices = round === 'INTERIM' || round === 'YEAR_START' ? withinYear : atYearEnd
  const asPlanned = choices[0]!
  const of = (action: Block): ActionOutcome => outcomes.find((each) => each.action === action.id) ?? { action: action.id, outcome: 'NOT_REPORTED', month: null, note: '' }
  const open = leaves.filter((action) => of(action).outcome === 'NOT_REPORTED')

  function set(action: Block, values: Partial<ActionOutcome>) {
    const next = { ...of(action), ...values }
    onChange?.(leaves.map((each) => (each.id === action.id ? next : of(each))).filter((each) => each.outcome !== 'NOT_REPORTED' || each.note !== ''))
  }

  function setRest() {
    onChange?.(leaves.map((action) => (of(action).outcome === 'NOT_REPORTED' ? { ...of(action), outcome: asPlanned } : of(action))))
  }

  return (
    <div className="form-field" data-field="outcomes">
      <table className="outcomes">
        <caption className="form-label">{say('report.outcomes')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{say('goal.actions')}</th>
            <th scope="col">{say('outcome.what')}</th>
            <th scope="col">{say('outcome.note')}</th>
          </tr>
        </thead>
        <tbody>
          {leaves.map((action) => (
            <tr key={action.id}>
              <th scope="row" className="outcome-action">
                {action.marker} {action.text}
              </th>
              {onChange ? (
                <EditCells action={action} value={of(action)} choices={choices} fiscalYear={fiscalYear} onSet={(values) => set(action, values)} />
              ) : (
                <ReadCells value={of(action)} before={before?.find((each) => each.action === action.id) ?? null} compared={before !== null} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {onChange && open.length > 0 && (
        <Button small onClick={setRest}>
          {say(asPlanned === 'ON_SCHEDULE' ? 'outcome.rest.ON_SCHEDULE' : 'outcome.rest.DONE', { count: open.length })}
        </Button>
      )}
    </div>
  )
}

interface EditCellsProps {
  action: Block
  value: ActionOutcome
  choices: Outcome[]
  fiscalYear: number
  onSet: (values: Partial<ActionOutcome>) => void
}

function EditCells({ action, value, choices, fiscalYear, onSet }: EditCellsProps) {
  const place = action.text.slice(0, 20)
  function onKey(event: KeyboardEvent) {
    const chosen = choices[Number(event.key) - 1]
    if (!chosen || event.altKey || event.ctrlKey) return
    event.preventDefault()
    onSet({ outcome: chosen })
  }
  return (
    <>
      <td className="outcome-what">
        <select className="input" aria-label={say('outcome.of', { action: place })} value={value.outcome} onKeyDown={onKey} onChange={(event) => onSet({ outcome: event.target.value as Outcome })}>
          <option value="NOT_REPORTED">{say('outcome.NOT_REPORTED')}</option>
          {choices.map((choice, index) => (
            <option key={choice} value={choice}>{`${index + 1} ${sayOf('outcome', choice)}`}</option>
          ))}
        </select>
        {doneOnes.includes(value.outcome) && (
          <select className="input" aria-label={say('outcome.monthOf', { action: place })} value={value.month ?? ''} onChange={(event) => onSet({ month: event.target.value || null })}>
            <option value="">{say('outcome.month')}</option>
            {monthsOf(fiscalYear).map((month) => (
              <option key={month} value={month}>
                {say('outcome.inMonth', { month: Number(month.slice(5, 7)) })}
              </option>
            ))}
          </select>
        )}
      </td>
      <td>
        <input className="input" aria-label={say('outcome.noteOf', { action: place })} placeholder={say('outcome.note')} value={value.note} onChange={(event) => onSet({ note: event.target.value })} />
      </td>
    </>
  )
}

function ReadCells({ value, before, compared }: { value: ActionOutcome; before: ActionOutcome | null; compared: boolean }) {
  const now = textOf(value)
  const old = before ? textOf(before) : ''
  return (
    <>
      <td className="outcome-what">{compared && old !== now ? <>{old && <Struck text={old} />} <Added text={now} /></> : now}</td>
      <td>{value.note}</td>
    </>
  )
}

function textOf(value: ActionOutcome): string {
  const month = value.month ? say('outcome.inMonth', { month: Number(value.month.slice(5, 7)) }) : ''
  return [sayOf('outcome', value.outcome), month].filter(Boolean).join(' ')
}

/** Entries with nothing below them; a group's outcome is that of its entries. */
function leavesOf(actions: Block[]): Block[] {
  return actions.filter((action, index) => action.level > 0 && (actions[index + 1]?.level ?? 0) <= action.level)
}
