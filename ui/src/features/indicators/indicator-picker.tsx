import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { isComposing } from '@/lib/keys'
import { say } from '@/lib/words'
import { type IndicatorRow, useAddIndicator, useFoundIndicators } from './api'
import { IndicatorForm } from './indicator-form'
import { nameOfIndicator } from './indicator-name'

interface IndicatorPickerProps {
  /** What it is for, to be heard. */
  of: string
  onPick: (id: string) => void
}

/** A combo box over the city's indicators: part of the name is enough; what is missing is added from here. */
export function IndicatorPicker({ of, onPick }: IndicatorPickerProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState(false)
  const [at, setAt] = useState(0)
  const add = useAddIndicator()
  const asked = useDeferredValue(text.trim())
  const found = useFoundIndicators(asked, open)
  const rows = found.data?.items ?? []
  const last = rows.length
  const now = open ? Math.min(at, last) : -1

  function pick(row: IndicatorRow | undefined) {
    setOpen(false)
    if (!row) return setAdding(true)
    setText('')
    onPick(row.id)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || event.ctrlKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt(open ? (now + step + last + 1) % (last + 1) : 0)
      setOpen(true)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (open) pick(rows[now])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
  }

  if (adding) {
    return (
      <IndicatorForm
        words={{ name: text.trim(), unit: '', direction: 'MORE_IS_BETTER' }}
        action={say('indicator.add')}
        error={add.error}
        onSave={(words) => add.mutate(words, { onSuccess: (added) => onPick(added.id) })}
        onClose={() => setAdding(false)}
      />
    )
  }
  const option = (index: number) => ({
    id: `${id}-${index}`,
    role: 'option',
    'aria-selected': index === now,
    className: 'picker-item',
    // The input keeps the focus; a press would take it away before the click.
    onMouseDown: (event: { preventDefault: () => void }) => event.preventDefault(),
    onClick: () => pick(rows[index]),
  })
  return (
    <div className="node-picker screen-only">
      <input
        className="input"
        role="combobox"
        aria-label={say('indicator.search', { of })}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={now >= 0 ? `${id}-${now}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={say('indicator.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={say('menu.indicators')} className="picker-list" hidden={!open}>
        {rows.map((row, index) => (
          <li key={row.id} {...option(index)}>
            {nameOfIndicator(row)} <span className="hint">{say('indicator.goalsCount', { count: row.goals })}</span>
          </li>
        ))}
        <li key="new" {...option(last)}>
          {text.trim() ? say('indicator.addNamed', { name: text.trim() }) : say('indicator.addNew')}
        </li>
      </ul>
    </div>
  )
}
