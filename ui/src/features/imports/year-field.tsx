import { useId } from 'react'
import { useCycles } from '@/features/directory/catalog'
import { fiscalYearLabel } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import type { YearProposal } from './api'

interface YearFieldProps {
  year: number | null
  proposal: YearProposal
  /** What no year means, where it may be left out. */
  none?: string
  onChange: (year: number | null) => void
  onShow: (target: string) => void
}

/** The fiscal year as proposed, with what speaks for it. */
export function YearField({ year, proposal, none, onChange, onShow }: YearFieldProps) {
  const id = useId()
  const cycles = useCycles()
  const years = (cycles.data?.items ?? []).map((cycle) => cycle.fiscalYear)
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-year`}>{say('year.label')}</label>
        <select id={`${id}-year`} className="input" value={year ?? ''} aria-describedby={`${id}-evidence`} onChange={(event) => onChange(Number(event.target.value) || null)}>
          <option value="">{none ?? say('import.chooseYear')}</option>
          {[...new Set([...years, ...(year ? [year] : [])])].sort((a, b) => b - a).map((each) => (
            <option key={each} value={each}>
              {fiscalYearLabel(each)}
            </option>
          ))}
        </select>
      </div>
      <div id={`${id}-evidence`} className="hint">
        {proposal.evidence.length > 0 ? say('import.evidence') : say('import.noEvidence')}
        <ul className="evidence">
          {proposal.evidence.slice(0, 8).map((each, index) => (
            <li key={index}>
              <button type="button" className="button button-plain button-small" onClick={() => onShow(`year-${index}`)}>
                {say('import.evidenceOne', { phrase: each.phrase, role: sayOf('evidence', each.role) })}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

/** Why nothing can be registered for this year yet; null where it can. */
export function useYearSleeps(year: number | null): string | null {
  const cycles = useCycles()
  if (year === null) return say('import.yearFirst')
  const known = (cycles.data?.items ?? []).some((cycle) => cycle.fiscalYear === year)
  return known ? null : say('import.yearUnknown', { year: fiscalYearLabel(year) })
}
