import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { same } from '@/lib/same'
import type { Conflict } from '@/lib/draft'
import { say } from '@/lib/words'

interface ConflictViewProps<C extends object> {
  mine: C
  conflict: Conflict<C>
  label: (field: keyof C & string) => string
  show: (field: keyof C & string, content: C) => string
  onResolve: (content: C) => void
  /** What happened, where it is not a goal that two people changed. */
  explain?: string
}

type Side = 'mine' | 'theirs'

/** Two people wrote at once: mine beside theirs, one choice per field. What is not chosen stays in the history. */
export function ConflictView<C extends object>({ mine, conflict, label, show, onResolve, explain }: ConflictViewProps<C>) {
  const fields = (Object.keys(mine) as (keyof C & string)[]).filter((field) => !same(mine[field], conflict.theirs[field]))
  const [sides, setSides] = useState<Partial<Record<keyof C & string, Side>>>({})
  const sideOf = (field: keyof C & string): Side => sides[field] ?? preset(field)

  /** Where only one side changed the field, that side is preset. */
  function preset(field: keyof C & string): Side {
    return conflict.base && same(conflict.base[field], mine[field]) ? 'theirs' : 'mine'
  }

  function resolve() {
    const chosen = { ...conflict.theirs }
    for (const field of fields) if (sideOf(field) === 'mine') chosen[field] = mine[field]
    onResolve(chosen)
  }

  return (
    <section className="conflict" aria-label={say('conflict.title')}>
      <h4>{say('conflict.title')}</h4>
      <p>{explain ?? say('conflict.explain')}</p>
      {fields.map((field) => (
        <fieldset key={field} className="conflict-field">
          <legend>{label(field)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side} className="conflict-side">
              <span className="conflict-choice">
                <input
                  type="radio"
                  name={`conflict-${field}`}
                  checked={sideOf(field) === side}
                  onChange={() => setSides({ ...sides, [field]: side })}
                />
                {say(side === 'mine' ? 'conflict.mine' : 'conflict.theirs')}
              </span>
              <span className="conflict-text">{show(field, side === 'mine' ? mine : conflict.theirs) || say('text.none')}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button look="main" onClick={resolve}>
        {say('conflict.resolve')}
      </Button>
    </section>
  )
}
