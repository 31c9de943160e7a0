import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DayField } from '@/components/ui/day-field'
import type { PhraseDecision } from '@/contract/content'
import { isComposing } from '@/lib/keys'
import { say } from '@/lib/words'
import type { ReadSchedule } from './phrases'
import type { Place } from './reading-context'

interface ReadingPopoverProps {
  at: Place
  schedule: ReadSchedule
  decision: PhraseDecision | null
  onDecide: (decision: PhraseDecision | null) => void
  /** Closed by the person: the focus goes back. */
  onClose: () => void
  /** The person went on elsewhere. */
  onLeave: () => void
}

/** The days as read, to be corrected in either calendar, or 「日付ではない」. The rest of the page stays in use. */
export function ReadingPopover({ at, schedule, decision, onDecide, onClose, onLeave }: ReadingPopoverProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const read = decision && decision.decision !== 'NONE' ? decision : schedule
  const [start, setStart] = useState(read.start)
  const [end, setEnd] = useState(read.end)
  const [wrong, setWrong] = useState({ start: false, end: false })
  useEffect(() => {
    box.current?.querySelector('input')?.focus({ preventScroll: true })
    // All of it, above the bar at the foot of the page.
    box.current?.scrollIntoView?.({ block: 'nearest' })
  }, [])
  const changed = start !== schedule.start || end !== schedule.end
  const inOrder = !start || !end || start <= end
  const sleeping = wrong.start || wrong.end ? say('day.unreadable') : !inOrder ? say('reading.inOrder') : changed && !start && !end ? say('reading.dayFirst') : null

  function keep() {
    if (sleeping) return
    onDecide({ ...at, decision: changed ? 'CORRECTED' : 'CONFIRMED', kind: schedule.kind, start, end })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      event.stopPropagation()
      keep()
    }
  }

  function onBlur(event: FocusEvent) {
    if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) onLeave()
  }

  return (
    <div ref={box} className="reading-popover" role="dialog" aria-labelledby={id} onKeyDown={onKeyDown} onBlur={onBlur}>
      <p id={id} className="reading-popover-title">
        {say('reading.of', { phrase: at.phrase })}
      </p>
      <div className="fields">
        <DayField label={say('reading.start')} value={start} onChange={setStart} onWrong={(is) => setWrong((before) => ({ ...before, start: is }))} />
        <DayField label={say('reading.end')} value={end} onChange={setEnd} onWrong={(is) => setWrong((before) => ({ ...before, end: is }))} />
      </div>
      {sleeping && <p className="field-wrong">{sleeping}</p>}
      <div className="reading-buttons">
        <Button small look="main" sleeping={sleeping} onClick={keep}>
          {say(changed ? 'reading.keep' : 'reading.right')}
        </Button>
        <Button small onClick={() => onDecide({ ...at, decision: 'NONE', kind: null, start: null, end: null })}>
          {say('reading.noDate')}
        </Button>
        {decision && (
          <Button small look="plain" onClick={() => onDecide(null)}>
            {say('reading.back')}
          </Button>
        )}
        <Button small look="plain" onClick={onClose}>
          {say('button.close')}
        </Button>
      </div>
    </div>
  )
}
