import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import type { PlanEdition } from '@/contract/views'
import { usePlans } from '@/features/goal-sheets/api/plan-nodes'
import { fiscalYearLabel } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { type DraftPlan, register } from './api'
import { useDesk } from './desk'
import { useYearSleeps, YearField } from './year-field'

/** Of which year and of which plan: the year with its evidence, the plan as the document names it or one that is there. */
export function PlanRegisterForm({ plan, onDone }: { plan: DraftPlan; onDone: () => void }) {
  const id = useId()
  const { view, show } = useDesk()
  // What is done over the years of a plan belongs to none of them: it is kept in the first.
  const several = view.family === 'REFORM_PLAN'
  const [year, setYear] = useState<number | null>(view.fiscalYear ?? (several ? null : view.proposedFiscalYear.value))
  const [planName, setPlanName] = useState(plan.name)
  const [dimension, setDimension] = useState(plan.dimension)
  const [name, setName] = useState(plan.editionName)
  const [firstYear, setFirstYear] = useState(plan.firstYear ?? year)
  const [lastYear, setLastYear] = useState(plan.lastYear ?? year)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const plans = usePlans(year ?? new Date().getFullYear())
  const known = (plans.data?.items ?? []).filter((each) => each.dimension === dimension)
  const decisions = view.remarks.filter((remark) => remark.decision && !remark.resolved).length
  const yearSleeps = useYearSleeps(year ?? (several ? firstYear : null))
  const named = planName.trim() !== '' && name.trim() !== '' && firstYear !== null && lastYear !== null && firstYear <= lastYear
  const sleeping = yearSleeps ?? (named ? null : say('import.planFirst'))

  const same = known.find((each) => each.planName === planName.trim() && each.name === name.trim() && each.firstYear === firstYear && each.lastYear === lastYear)

  /** One of the plan's editions that are there already: another year of it gets its sheet under the same tree. */
  function take(id: string) {
    const edition = known.find((each) => each.id === id)
    setPlanName(edition?.planName ?? plan.name)
    setName(edition?.name ?? plan.editionName)
    setFirstYear(edition?.firstYear ?? plan.firstYear)
    setLastYear(edition?.lastYear ?? plan.lastYear)
  }

  async function send() {
    if (firstYear === null || lastYear === null) return
    setBusy(true)
    setError(null)
    try {
      await register(view, year, { edition: { planName: planName.trim(), dimension, name: name.trim(), firstYear, lastYear } })
      onDone()
    } catch (refused) {
      setError(refused)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('import.wherePlan')}</h2>
      <div className="fields">
        <YearField year={year} none={several ? say('import.wholePlan') : undefined} proposal={view.proposedFiscalYear} onChange={setYear} onShow={show} />
      </div>
      <div className="fields">
        <div className="field">
          <label htmlFor={`${id}-dimension`}>{say('import.dimension')}</label>
          <select id={`${id}-dimension`} className="input" value={dimension} onChange={(event) => setDimension(event.target.value)}>
            {dimensionsOf(plan, plans.data?.items ?? []).map((each) => (
              <option key={each.code} value={each.code}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
        {known.length > 0 && (
          <div className="field">
            <label htmlFor={`${id}-edition`}>{say('import.plan')}</label>
            <select id={`${id}-edition`} className="input" value={same?.id ?? ''} onChange={(event) => take(event.target.value)}>
              <option value="">{say('import.newPlan')}</option>
              {known.map((each) => (
                <option key={each.id} value={each.id}>
                  {`${each.planName} ${each.name}`}
                </option>
              ))}
            </select>
          </div>
        )}
        <TextField label={say('import.planName')} value={planName} onChange={setPlanName} />
        <TextField label={say('import.editionName')} value={name} onChange={setName} />
        <YearChoice label={say('import.firstYear')} value={firstYear} onChange={setFirstYear} />
        <YearChoice label={say('import.lastYear')} value={lastYear} onChange={setLastYear} />
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

/** The kinds of plans a document may be about: what was read, the usual ones, and those the city has. */
function dimensionsOf(plan: DraftPlan, present: PlanEdition[]): { code: string; name: string }[] {
  const names = new Map(present.map((edition) => [edition.dimension, edition.planName]))
  const codes = new Set([plan.dimension, ...usual, ...names.keys()])
  return [...codes].map((code) => ({ code, name: usual.includes(code) ? sayOf('dimension', code) : (names.get(code) ?? code) }))
}

const usual = ['reform-plan', 'welfare-plan', 'fiscal-plan', 'sector-plan']

function TextField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

/** A year far from any cycle: plans begin and end decades apart. */
function YearChoice({ label, value, onChange }: { label: string; value: number | null; onChange: (year: number | null) => void }) {
  const id = useId()
  const middle = value ?? new Date().getFullYear()
  const years = Array.from({ length: 31 }, (_, index) => middle - 15 + index)
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => onChange(Number(event.target.value) || null)}>
        {value === null && <option value="">{say('import.chooseYear')}</option>}
        {years.map((year) => (
          <option key={year} value={year}>
            {fiscalYearLabel(year)}
          </option>
        ))}
      </select>
    </div>
  )
}
