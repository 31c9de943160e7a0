import { useId } from 'react'
import { Added, Struck } from '@/components/review/redline'
import type { Grade, ReportContent } from '@/contract/content'
import type { GradingScheme } from '@/contract/views'
import { say } from '@/lib/words'

interface GradeChoiceProps {
  scheme: GradingScheme
  grade: Grade | null
  before: ReportContent | null
  onChange: ((grade: Grade | null) => void) | null
}

/** 一次評価: the city's own definitions stand beside the letters. */
export function GradeChoice({ scheme, grade, before, onChange }: GradeChoiceProps) {
  const name = useId()
  if (!onChange) return <GradeReading scheme={scheme} grade={grade} before={before} />
  return (
    <fieldset className="form-field choices" data-field="grade">
      <legend className="form-label">{say('report.grade')}</legend>
      {scheme.grades.map((definition) => (
        <label key={definition.code} className="check">
          <input
            type="radio"
            name={name}
            checked={grade?.code === definition.code}
            onChange={() => onChange({ scheme: scheme.id, code: definition.code, comment: grade?.comment ?? '' })}
          />
          <span>
            <strong className="grade-code">{definition.code}</strong> {definition.label}
            {definition.definition && definition.definition !== definition.label && <span className="hint"> {definition.definition}</span>}
          </span>
        </label>
      ))}
      {grade && (
        <>
          <input className="input" aria-label={say('grade.comment')} placeholder={say('grade.comment')} value={grade.comment} onChange={(event) => onChange({ ...grade, comment: event.target.value })} />
          <button type="button" className="button button-plain button-small" onClick={() => onChange(null)}>
            {say('grade.clear')}
          </button>
        </>
      )}
    </fieldset>
  )
}

function GradeReading({ scheme, grade, before }: Omit<GradeChoiceProps, 'onChange'>) {
  const labelOf = (each: Grade | null) => {
    if (!each) return say('text.none')
    const definition = scheme.grades.find((one) => one.code === each.code)
    return [each.code, definition?.label, each.comment].filter(Boolean).join(' ')
  }
  const changed = before !== null && before.grade?.code !== grade?.code
  return (
    <div className="form-field" data-field="grade">
      <p className="form-label">{say('report.grade')}</p>
      <p>
        {changed && before.grade && <Struck text={labelOf(before.grade)} />} {changed ? <Added text={labelOf(grade)} /> : labelOf(grade)}
      </p>
    </div>
  )
}
