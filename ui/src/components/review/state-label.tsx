import type { ReviewState } from '@/contract/content'
import type { Turn } from '@/contract/views'
import { lastDay, shortDay } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'

/** Whose turn it is and until when: 「部局長の承認待ち（鈴木 一郎・9/25まで）」. */
export function StateLabel({ state, turn }: { state: ReviewState; turn: Turn | null }) {
  return (
    <span className={`state state-${state}`}>
      {sayOf('state', state)}
      {turnText(turn)}
    </span>
  )
}

function turnText(turn: Turn | null): string {
  if (!turn) return ''
  const who = turn.names.slice(0, 2).join('、') || turn.unitName || ''
  const more = turn.names.length > 2 ? say('turn.more', { count: turn.names.length - 2 }) : ''
  const until = turn.until ? say('turn.until', { day: shortDay(dueOf(turn.until)) }) : ''
  const inside = [who + more, until].filter(Boolean).join(say('turn.separator'))
  return inside ? say('turn.brackets', { inside }) : ''
}

/** `until` is a day or the instant at which a window closes. */
export function dueOf(until: string): string {
  return until.includes('T') ? lastDay(until) : until
}
