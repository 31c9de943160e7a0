import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import { say, sayBoth } from '@/lib/words'
import { useDesk } from './desk'
import { ordinalOf, settleRemark } from './remarks'

/** 要確認 of one document: shown in the source, settled with a tick. */
export function DraftRemarks() {
  const { view, now, show } = useDesk()
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const open = view.remarks.filter((remark) => remark.decision && !remark.resolved).length

  async function settle(index: number, resolved: boolean) {
    try {
      await settleRemark(view.id, ordinalOf(view.remarks[index]!, index), resolved)
      await client.invalidateQueries({ queryKey: ['import', view.id] })
      setError(null)
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <section className="panel" aria-labelledby="remarks">
      <h2 id="remarks">{say('import.remarks', { count: view.remarks.length, decisions: open })}</h2>
      <ProblemNote error={error} />
      {view.remarks.length === 0 && <p className="empty">{say('import.noRemarks')}</p>}
      <ul className="todo-list draft-remarks">
        {view.remarks.map((remark, index) => (
          <li key={index} className={now === `remark-${index}` ? 'todo import-entry-now' : 'todo'} id={`field-remark-${index}`}>
            <label className="check check-inline">
              <input type="checkbox" checked={remark.resolved ?? false} aria-describedby={`remark-text-${index}`} onChange={() => void settle(index, !remark.resolved)} />
              <span>{say('import.settled')}</span>
            </label>
            <span className="mark">{say(remark.decision ? 'import.toDecide' : 'import.toKnow')}</span>
            <span id={`remark-text-${index}`}>{sayBoth(remark)}</span>
            <Button look="plain" small onClick={() => show(`remark-${index}`)}>
              {say('import.showInSource')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
