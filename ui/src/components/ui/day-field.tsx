import { useId, useState } from 'react'
import { fullDay, readDay } from '@/lib/calendar'
import { say } from '@/lib/words'

interface DayFieldProps {
  label: string
  value: string | null
  onChange: (day: string | null) => void
  hint?: string
  /** Hides the label, e.g. in a row of a table. */
  quiet?: boolean
  /** Whether what was typed is no day; it is then answered as none. */
  onWrong?: (wrong: boolean) => void
}

/** A day typed in either calendar (「R8.4.1」「2026/4/1」); how it was read stands below. */
export function DayField({ label, value, onChange, hint, quiet, onWrong }: DayFieldProps) {
  const id = useId()
  const [text, setText] = useState(value ? value.replace(/-/g, '/') : '')
  const read = text.trim() === '' ? null : readDay(text)
  const wrong = text.trim() !== '' && !read
  return (
    <div className="field">
      <label htmlFor={id} className={quiet ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        id={id}
        className="input input-day"
        value={text}
        placeholder={say('day.example')}
        aria-invalid={wrong || undefined}
        aria-describedby={`${id}-read`}
        onChange={(event) => {
          const typed = event.target.value
          const day = typed.trim() === '' ? null : readDay(typed)
          setText(typed)
          onChange(day)
          onWrong?.(typed.trim() !== '' && day === null)
        }}
      />
      <p id={`${id}-read`} className={wrong ? 'field-wrong' : 'field-read'}>
        {wrong ? say('day.unreadable') : read ? fullDay(read) : (hint ?? '')}
      </p>
    </div>
  )
}
