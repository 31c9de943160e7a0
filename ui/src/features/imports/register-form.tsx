import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { inTreeOrder, useCycles, useUnits } from '@/features/directory/catalog'
import { fiscalYearLabel } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { type ImportView, register } from './api'

interface RegisterFormProps {
  view: ImportView
  onShow: (target: string) => void
  onDone: () => void
}

/** Whose sheet, and of which year: the year is proposed with its evidence, the unit is chosen where it is unknown. */
export function RegisterForm({ view, onShow, onDone }: RegisterFormProps) {
  const id = useId()
  const cycles = useCycles()
  const [year, setYear] = useState<number | null>(view.fiscalYear ?? view.proposedFiscalYear.value)
  const units = useUnits(year ?? new Date().getFullYear())
  const printed = view.header.unit.text.replace(/\s/g, '')
  const tree = inTreeOrder(units.data?.items ?? [])
  const proposed = view.matchingUnit
  const [chosen, setChosen] = useState<string | null>(view.unit)
  const unit = chosen ?? proposed ?? ''
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const decisions = view.remarks.filter((remark) => remark.decision).length
  const years = (cycles.data?.items ?? []).map((cycle) => cycle.fiscalYear)
  const known = year !== null && years.includes(year)
  const sleeping = year === null ? say('import.yearFirst') : !known ? say('import.yearUnknown', { year: fiscalYearLabel(year) }) : unit === '' ? say('publish.chooseUnit') : null

  async function send() {
    if (year === null) return
    setBusy(true)
    setError(null)
    try {
      await register(view, unit, year)
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
        <div className="field">
          <label htmlFor={`${id}-year`}>{say('year.label')}</label>
          <select id={`${id}-year`} className="input" value={year ?? ''} aria-describedby={`${id}-evidence`} onChange={(event) => setYear(Number(event.target.value) || null)}>
            <option value="">{say('import.chooseYear')}</option>
            {[...new Set([...years, ...(year ? [year] : [])])].sort((a, b) => b - a).map((each) => (
              <option key={each} value={each}>
                {fiscalYearLabel(each)}
              </option>
            ))}
          </select>
        </div>
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
      <div id={`${id}-evidence`} className="hint">
        {view.proposedFiscalYear.evidence.length > 0 ? say('import.evidence') : say('import.noEvidence')}
        <ul className="evidence">
          {view.proposedFiscalYear.evidence.slice(0, 8).map((each, index) => (
            <li key={index}>
              <button type="button" className="button button-plain button-small" onClick={() => onShow(`year-${index}`)}>
                {say('import.evidenceOne', { phrase: each.phrase, role: sayOf('evidence', each.role) })}
              </button>
            </li>
          ))}
        </ul>
      </div>
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
