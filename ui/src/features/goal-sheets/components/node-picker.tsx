import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import type { PlanLink } from '@/contract/content'
import type { PlanNodeChoice } from '@/contract/views'
import { isComposing } from '@/lib/keys'
import { say } from '@/lib/words'
import { usePlanNodes } from '../api/plan-nodes'

interface NodePickerProps {
  fiscalYear: number
  dimension: { code: string; name: string }
  chosen: PlanLink[]
  onPick: (node: PlanNodeChoice) => void
}

/** A combo box over the nodes of one plan: typing a number or a word is enough. */
export function NodePicker({ fiscalYear, dimension, chosen, onPick }: NodePickerProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const asked = useDeferredValue(text.trim())
  const found = usePlanNodes(fiscalYear, asked, open)
  const nodes = (found.data?.items ?? []).filter(
    (node) => node.dimension === dimension.code && node.linkable !== false && !chosen.some((link) => link.node === node.id),
  )
  const now = open ? nodes[Math.min(at, nodes.length - 1)] : undefined
  useEffect(() => {
    if (now) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [now])

  function pick(node: PlanNodeChoice) {
    onPick(node)
    setText('')
    setOpen(false)
    setAt(0)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || event.ctrlKey || event.altKey) return
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      setAt(open ? (Math.min(at, nodes.length - 1) + step + nodes.length) % Math.max(1, nodes.length) : 0)
      setOpen(true)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (now) pick(now)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      setOpen(false)
    }
  }

  return (
    <div className="node-picker">
      <input
        className="input"
        role="combobox"
        aria-label={say('link.search', { dimension: dimension.name })}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={now ? `${id}-${now.id}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={say('link.placeholder')}
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
      <ul id={`${id}-list`} ref={list} role="listbox" aria-label={dimension.name} className="picker-list" hidden={!open || nodes.length === 0}>
        {nodes.map((node) => (
          <li
            key={node.id}
            id={`${id}-${node.id}`}
            role="option"
            aria-selected={node === now}
            className="picker-item"
            // The input keeps the focus; a press would take it away before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(node)}
          >
            <span className="picker-code">{node.code}</span> {node.title}
          </li>
        ))}
      </ul>
      <p className={open && nodes.length === 0 ? 'picker-empty' : 'visually-hidden'} role="status">
        {open && nodes.length === 0 && say(found.isFetching ? 'status.loading' : 'link.notFound')}
      </p>
    </div>
  )
}
