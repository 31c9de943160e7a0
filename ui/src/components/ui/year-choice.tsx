import { useId } from 'react'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'

export function YearChoice({ years, value, onChange }: { years: number[]; value: number; onChange: (year: number) => void }) {
  const id = useId()
  const all = [...new Set([...years, value])].sort((a, b) => b - a)
  return (
    <div className="field field-row">
      <label htmlFor={id}>{say('year.label')}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {all.map((year) => (
          <option key={year} value={year}>
            {fiscalYearLabel(year)}
          </option>
        ))}
      </select>
    </div>
  )
}
