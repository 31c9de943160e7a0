import { useId, useState } from 'react'
import { Ask } from '@/components/ui/ask'
import { ProblemNote } from '@/components/ui/problem-note'
import type { SubmissionLine } from '@/contract/views'
import { post } from '@/lib/api'
import { dayWithWeekday, fiscalYearLabel } from '@/lib/calendar'
import { newId } from '@/lib/ids'
import { say } from '@/lib/words'
import { whatOf } from './submissions-page'

interface RequestFormProps {
  lines: SubmissionLine[]
  fiscalYear: number
  onClose: () => void
  onDone: (told: string[]) => void
}

/** 提出のお願い: one text; who gets it stands there before it goes. */
export function RequestForm({ lines, fiscalYear, onClose, onDone }: RequestFormProps) {
  const id = useId()
  const first = lines[0]!
  const [text, setText] = useState(() =>
    say('request.text', { year: fiscalYearLabel(fiscalYear), what: whatOf(first), due: first.dueOn ? dayWithWeekday(first.dueOn) : say('request.soon') }),
  )
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function send() {
    setBusy(true)
    try {
      const told: string[] = []
      for (const what of ['GOAL', 'REPORT'] as const) {
        const units = [...new Set(lines.filter((line) => line.kind === what).map((line) => line.unit))]
        if (units.length === 0) continue
        const answer = await post<{ told?: string[] } | undefined>('/api/notifications/requests', { fiscalYear, what, units, text }, { idempotencyKey: newId() })
        told.push(...(answer?.told ?? []))
      }
      onDone([...new Set(told)])
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }

  return (
    <Ask title={say('submissions.request')} action={say('request.send')} sleeping={text.trim() === '' ? say('comment.writeFirst') : null} busy={busy} onClose={onClose} onDo={() => void send()}>
      <p>{say('request.to')}</p>
      <ul className="ask-list">
        {lines.map((line) => (
          <li key={`${line.unit}${line.kind}${line.round}`}>
            {line.unitName} {whatOf(line)} {line.turn === 'STAFF' && line.turnNames.length > 0 && `（${line.turnNames.join('、')}）`}
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor={id}>{say('request.label')}</label>
        <textarea id={id} className="input" rows={5} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      <ProblemNote error={error} />
    </Ask>
  )
}
