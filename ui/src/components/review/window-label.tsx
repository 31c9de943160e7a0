import type { WindowView } from '@/contract/views'
import { fullDay, dayOf, lastDay, shortDay } from '@/lib/calendar'
import { say } from '@/lib/words'

/** 受付中（9/25まで）, 入力期間前, 期間終了. */
export function WindowLabel({ window, mode }: { window: WindowView | null; mode?: string }) {
  if (mode === 'BACK_LOADING') return <span className="window">{say('window.always')}</span>
  if (!window) return null
  return <span className={`window window-${window.status.toLowerCase()}`}>{textOf(window)}</span>
}

function textOf(window: WindowView): string {
  const reason = window.reason ? say('window.reason', { reason: window.reason }) : ''
  switch (window.status.toUpperCase().replace(/-/g, '_')) {
    case 'OPEN':
      return (window.closesAt ? say('window.open', { day: shortDay(lastDay(window.closesAt)) }) : say('window.always')) + reason
    case 'NOT_YET_OPEN':
      return say('window.notYet', { day: window.opensAt ? fullDay(dayOf(window.opensAt)) : '' })
    case 'CLOSED':
      return say('window.closed', { day: window.closesAt ? shortDay(lastDay(window.closesAt)) : '' }) + reason
    default:
      return say('window.none')
  }
}
