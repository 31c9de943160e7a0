import { useRef, useState } from 'react'
import { useTell } from '@/components/ui/notice-bar'
import type { PhraseDecision } from '@/contract/content'
import { say, sayBoth } from '@/lib/words'
import { daysText, inWareki, spokenDays } from './days'
import { decisionAt } from './decisions'
import type { ReadSchedule } from './phrases'
import { ReadingPopover } from './reading-popover'
import type { Place, ReadingPlace } from './reading-context'

interface ScheduleReadingProps {
  place: ReadingPlace
  at: Place
  schedule: ReadSchedule
}

/** One phrase of time as it was read; a press opens a way to correct it. */
export function ScheduleReading({ place, at, schedule }: ScheduleReadingProps) {
  const button = useRef<HTMLButtonElement>(null)
  const tell = useTell()
  const [open, setOpen] = useState(false)
  const decision = decisionAt(place.decisions, at.block, at.phrase, at.occurrence)
  const text = textOf(schedule, decision, place.fiscalYear)
  const look = `reading reading-${(decision?.decision ?? 'READ').toLowerCase()}`
  if (!place.decide) return decision?.decision === 'NONE' ? null : <span className={look}>{text}</span>

  function close() {
    setOpen(false)
    button.current?.focus()
  }

  function decide(next: PhraseDecision | null) {
    place.decide?.(at, next)
    close()
    tell({ text: toldOf(at, next), undo: () => place.decide?.(at, decision) })
  }

  return (
    <span className="reading-place">
      <button ref={button} type="button" className={look} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        {text}
        <span className="visually-hidden">{say('reading.correct', { phrase: at.phrase })}</span>
      </button>
      {open && <ReadingPopover at={at} schedule={schedule} decision={decision} onDecide={decide} onClose={close} onLeave={() => setOpen(false)} />}
    </span>
  )
}

function textOf(schedule: ReadSchedule, decision: PhraseDecision | null, fiscalYear: number): string {
  if (decision?.decision === 'NONE') return say('reading.none', { phrase: decision.phrase })
  if (decision?.decision === 'CORRECTED') return say('reading.corrected', { reading: daysText(decision.start, decision.end, fiscalYear) })
  const reading = inWareki(sayBoth(schedule), fiscalYear)
  return say(decision ? 'reading.confirmed' : 'reading.as', { reading })
}

function toldOf({ phrase }: Place, decision: PhraseDecision | null): string {
  if (!decision) return say('reading.toldBack', { phrase })
  if (decision.decision === 'NONE') return say('reading.toldNone', { phrase })
  const days = spokenDays(decision.start, decision.end)
  return decision.decision === 'CONFIRMED' || days === '' ? say('reading.toldConfirmed', { phrase }) : say('reading.toldCorrected', { phrase, days })
}
