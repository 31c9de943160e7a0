import { useId, useState } from 'react'
import { Ask } from '@/components/ui/ask'
import { DayField } from '@/components/ui/day-field'
import { ProblemNote } from '@/components/ui/problem-note'
import type { CycleWindow, Unit } from '@/contract/views'
import { inTreeOrder } from '@/features/directory/catalog'
import { dayOf, endOfDay, lastDay, startOfDay } from '@/lib/calendar'
import { say } from '@/lib/words'
import { changeWindow, closeWindow, extendWindow } from './api'

export type WindowAction = 'change' | 'extend' | 'close'

interface WindowFormProps {
  window: CycleWindow
  action: WindowAction
  title: string
  units: Unit[]
  onClose: () => void
  onDone: () => void
}

/** An entry period is changed for all, extended for one, or closed early; always with the reason that people will read. */
export function WindowForm({ window, action, title, units, onClose, onDone }: WindowFormProps) {
  const id = useId()
  const [from, setFrom] = useState<string | null>(dayOf(window.opensAt))
  const [until, setUntil] = useState<string | null>(action === 'change' ? lastDay(window.closesAt) : null)
  const [unit, setUnit] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const sleeping = sleepsOf()

  function sleepsOf(): string | null {
    if (action === 'change' && (!from || !until)) return say('extend.dayFirst')
    if (action === 'extend' && unit === '') return say('publish.chooseUnit')
    if (action === 'extend' && !until) return say('extend.dayFirst')
    return reason.trim() === '' ? say('extend.reasonFirst') : null
  }

  function send(): Promise<unknown> {
    if (action === 'change') return changeWindow(window, { opensAt: startOfDay(from!), closesAt: endOfDay(until!), reason })
    if (action === 'extend') return extendWindow(window, unit, endOfDay(until!), reason)
    // The services need a minute to hear of it; two are safe.
    const closesAt = new Date(Date.now() + 120_000).toISOString()
    return closeWindow(window, closesAt, reason)
  }

  async function run() {
    setBusy(true)
    try {
      await send()
      onDone()
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }

  return (
    <Ask title={say(`setup.${action}Title`, { window: title })} action={say(`setup.${action}`)} danger={action === 'close'} sleeping={sleeping} busy={busy} onClose={onClose} onDo={() => void run()}>
      {action === 'close' && <p>{say('setup.closeText')}</p>}
      {action === 'extend' && (
        <div className="field">
          <label htmlFor={`${id}-unit`}>{say('sheet.unit')}</label>
          <select id={`${id}-unit`} className="input" value={unit} onChange={(event) => setUnit(event.target.value)}>
            <option value="">{say('publish.chooseUnit')}</option>
            {inTreeOrder(units).map((row) => (
              <option key={row.unit.id} value={row.unit.id}>
                {'　'.repeat(row.depth) + row.unit.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {action === 'change' && <DayField label={say('setup.from')} value={from} onChange={setFrom} />}
      {action !== 'close' && <DayField label={say('setup.lastDay')} value={until} onChange={setUntil} />}
      <div className="field">
        <label htmlFor={`${id}-reason`}>{say('extend.reason')}</label>
        <input id={`${id}-reason`} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ProblemNote error={error} />
    </Ask>
  )
}
