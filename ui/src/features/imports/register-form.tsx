import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { inTreeOrder, useUnits } from '@/features/directory/catalog'
import { say } from '@/lib/words'
import { type ImportView, register } from './api'
import { useYearSleeps, YearField } from './year-field'

interface RegisterFormProps {
  view: ImportView
  onShow: (target: string) => void
  onDone: () => void
}

/** Whose sheet, and of which year: the year is proposed with its evidence, the unit is chosen where it is unknown. */
export function RegisterForm({ view, onShow, onDone }: RegisterFormProps) {
  const id = useId()
  const [year, setYear] = useState<number | null>(view.fiscalYear ?? view.proposedFiscalYear.value)
  const units = useUnits(year ?? new Date().getFullYear())
  const printed = view.header.unit.text.replace(/\s/g, '')
  const tree = inTreeOrder(units.data?.items ?? [])
  const proposed = view.matchingUnit
  const [chosen, setChosen] = useState<string | null>(view.unit)
  const unit = chosen ?? proposed ?? ''
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const decisions = view.remarks.filter((remark) => remark.decision && !remark.resolved).length
  const yearSleeps = useYearSleeps(year)
  const sleeping = yearSleeps ?? (unit === '' ? say('publish.chooseUnit') : null)

  async function send() {
    if (year === null) return
    setBusy(true)
    setError(null)
    try {
      await register(view, year, { unit })
      onDone()
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('import.where')}</h2>
      <div className="fields">
        <YearField year={year} proposal={view.proposedFiscalYear} onChange={setYear} onShow={onShow} />
        <div className="field">
          <label htmlFor={`${id}-unit`}>{say('sheet.unit')}</label>
          <select id={`${id}-unit`} className="input" value={unit} aria-describedby={`${id}-printed`} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{say('publish.chooseUnit')}</option>
            {tree.map((row) => (
              <option key={row.unit.id} value={row.unit.id}>
                {'　'.repeat(row.depth) + row.unit.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p id={`${id}-printed`} className="hint">
        {printed ? say('import.printedUnit', { unit: printed }) : say('import.noPrintedUnit')}
      </p>
      <ProblemNote error={error} />
      <div className="panel-foot">
        {sleeping && <p className="hint">{sleeping}</p>}
        <Button look="main" sleeping={busy ? say('status.working') : sleeping} onClick={() => void send()}>
          {say(decisions > 0 ? 'import.registerOpen' : 'import.register')}
        </Button>
      </div>
    </section>
  )
}
