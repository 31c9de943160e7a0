import { ProblemNote } from '@/components/ui/problem-note'
import { clockTime } from '@/lib/calendar'
import type { SaveStatus } from '@/lib/draft'
import { say } from '@/lib/words'

/** 「保存済 10:32」: saving is automatic and visible. */
export function SaveMark({ status }: { status: SaveStatus }) {
  if (status.kind === 'refused') return <ProblemNote error={status.problem} />
  return (
    <span className={`save-mark save-${status.kind}`} role="status">
      {textOf(status)}
    </span>
  )
}

function textOf(status: Exclude<SaveStatus, { kind: 'refused' }>): string {
  switch (status.kind) {
    case 'clean':
      return ''
    case 'saving':
      return say('save.saving')
    case 'saved':
      return say('save.saved', { time: clockTime(status.at) })
    case 'onDevice':
      return say('save.onDevice', { time: clockTime(status.at) })
  }
}
