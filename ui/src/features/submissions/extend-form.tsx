import { useId, useState } from 'react'
import { Ask } from '@/components/ui/ask'
import { DayField } from '@/components/ui/day-field'
import { ProblemNote } from '@/components/ui/problem-note'
import type { SubmissionLine } from '@/contract/views'
import { useCycles } from '@/features/directory/catalog'
import { post } from '@/lib/api'
import { endOfDay, fullDay } from '@/lib/calendar'
import { newId } from '@/lib/ids'
import { say } from '@/lib/words'
import { whatOf } from './submissions-page'

interface ExtendFormProps {
  line: SubmissionLine
  fiscalYear: number
  onClose: () => void
  onDone: (text: string) => void
}

/** 期限を延長する: one unit, until a day, with the reason; it ends by itself. */
export function ExtendForm({ line, fiscalYear, onClose, onDone }: ExtendFormProps) {
  const id = useId()
  const cycles = useCycles()
  const [day, setDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const cycle = cycles.data?.items.find((each) => each.fiscalYear === fiscalYear)
  const window = cycle?.windows.find((each) => (line.kind === 'GOAL' ? each.kind === 'GOALS' : each.kind === 'REPORTS' && (each.round ?? '') === line.round))
  const sleeping = !window ? say('extend.noWindow') : !day ? say('extend.dayFirst') : reason.trim() === '' ? say('extend.reasonFirst') : null

  async function extend() {
    if (!window || !day) return
    setBusy(true)
    try {
      await post(`/api/catalog/windows/${window.id}/extensions`, { unit: line.unit, closesAt: endOfDay(day), reason }, { idempotencyKey: newId(), ifMatch: window.revision })
      onDone(say('extend.done', { unit: line.unitName, day: fullDay(day) }))
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }

  return (
    <Ask title={say('extend.title', { unit: line.unitName, what: whatOf(line) })} action={say('submissions.extend')} sleeping={sleeping} busy={busy} onClose={onClose} onDo={() => void extend()}>
      <DayField label={say('extend.day')} value={null} onChange={setDay} hint={say('extend.dayHint')} />
      <div className="field">
        <label htmlFor={id}>{say('extend.reason')}</label>
        <input id={id} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ProblemNote error={error} />
    </Ask>
  )
}
