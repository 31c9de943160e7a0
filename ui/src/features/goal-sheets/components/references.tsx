import { useState } from 'react'
import { Added, Struck } from '@/components/review/redline'
import { AutoText } from '@/components/ui/auto-text'
import { same } from '@/lib/same'
import { say } from '@/lib/words'

interface ReferencesProps {
  references: string[]
  before: string[] | null
  onChange: ((references: string[]) => void) | null
}

/** 関係する計画等: names of other plans, one on a line. */
export function References({ references, before, onChange }: ReferencesProps) {
  const [typed, setTyped] = useState('')
  const removed = before?.filter((old) => !references.includes(old)) ?? []

  /** An empty line is where the next name will stand. */
  function change(text: string) {
    setTyped(text)
    onChange?.(linesOf(text))
  }

  if (!onChange && references.length === 0 && removed.length === 0) return null
  return (
    <div className="form-field" data-field="references">
      <p className="form-label">{say('goal.references')}</p>
      {onChange ? (
        <AutoText label={say('goal.references')} value={same(linesOf(typed), references) ? typed : references.join('\n')} onChange={change} />
      ) : (
        <ul>
          {references.map((reference) => (
            <li key={reference}>{before && !before.includes(reference) ? <Added text={reference} /> : reference}</li>
          ))}
          {removed.map((reference) => (
            <li key={reference}>
              <Struck text={reference} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
