import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { fiscalYearLabel } from '@/lib/calendar'
import { say, sayBoth, sayOf } from '@/lib/words'
import { type ComparedGoal, type Comparison, type ImportView, register } from './api'

const differing = (goal: ComparedGoal) => goal.status === 'NEW' || goal.status === 'CHANGED' || goal.status === 'CONFLICT'

/** What a workbook of ours changes, goal by goal: both values side by side, and a person says which is taken over. */
export function WorkbookRegister({ view, comparison, onDone }: { view: ImportView; comparison: Comparison; onDone: () => void }) {
  const id = useId()
  const [chosen, choose] = useState<Record<string, boolean>>({})
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const differs = comparison.goals.filter(differing)
  const others = comparison.goals.filter((goal) => !differing(goal))
  // What was changed only in the workbook is taken over by itself; the rest a person decides.
  const isChosen = (goal: ComparedGoal) => goal.edit?.allowed === true && (chosen[goal.id] ?? goal.status === 'CHANGED')
  const taken = differs.filter((goal) => goal.status !== 'NEW' && isChosen(goal))
  const sleeping = taken.length === 0 && !differs.some((goal) => goal.status === 'NEW') ? say('workbook.chooseFirst') : null

  async function send() {
    setBusy(true)
    setError(null)
    try {
      const goals = taken.map((goal) => ({ id: goal.id, revision: goal.revision ?? 0 }))
      await register(view, comparison.fiscalYear, { unit: comparison.unit, goals })
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
      onDone()
    }
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('workbook.title', { year: fiscalYearLabel(comparison.fiscalYear) })}</h2>
      {comparison.unchanged && <p className="empty">{say('workbook.unchanged')}</p>}
      {differs.map((goal) => (
        <Difference key={goal.id} goal={goal} chosen={isChosen(goal)} onChoose={(on) => choose({ ...chosen, [goal.id]: on })} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{say('workbook.others', { count: others.length })}</summary>
          <ul>
            {others.map((goal) => (
              <li key={goal.id}>
                {nameOf(goal)}：{sayOf('workbook.status', goal.status)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ProblemNote error={error} />
      {!comparison.unchanged && (
        <div className="panel-foot">
          {sleeping && <p className="hint">{sleeping}</p>}
          <Button look="main" sleeping={busy ? say('status.working') : sleeping} onClick={() => void send()}>
            {say('import.register')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Difference({ goal, chosen, onChoose }: { goal: ComparedGoal; chosen: boolean; onChoose: (on: boolean) => void }) {
  const id = useId()
  const fixed = goal.status === 'NEW'
  const refused = !fixed && goal.edit?.allowed === false
  const why = refused && goal.edit?.ja && goal.edit.en ? sayBoth({ ja: goal.edit.ja, en: goal.edit.en }) : null
  return (
    <article aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>
        {nameOf(goal)}：{sayOf('workbook.status', goal.status)}
      </h3>
      {goal.status === 'CONFLICT' && <p className="hint">{say('workbook.conflict')}</p>}
      {why && <p className="why-not">{why}</p>}
      {!fixed && (
        <p>
          <label>
            <input type="checkbox" checked={chosen} disabled={refused} onChange={(event) => onChoose(event.target.checked)} /> {say('workbook.take', { goal: nameOf(goal) })}
          </label>
        </p>
      )}
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say('workbook.field')}</th>
            {!fixed && <th scope="col">{say('workbook.onSheet')}</th>}
            <th scope="col">{say('workbook.inFile')}</th>
          </tr>
        </thead>
        <tbody>
          {goal.fields.map((field) => (
            <tr key={field.field}>
              <th scope="row">{sayOf('workbook.field', field.field)}</th>
              {!fixed && <Lines lines={field.before} />}
              <Lines lines={field.after} />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <td>
      {lines.length === 0
        ? say('text.none')
        : lines.map((line, i) => (
            <div key={i} className="compared-line">
              {line}
            </div>
          ))}
    </td>
  )
}

function nameOf(goal: ComparedGoal): string {
  return goal.kind === 'MISSION_AND_POLICIES' ? sayOf('workbook.kind', goal.kind) : `${sayOf('workbook.kind', goal.kind)}${goal.number} ${goal.title}`
}
