import { useId, useState } from 'react'
import { Ask } from '@/components/ui/ask'
import type { ReturnComment } from '@/lib/review-api'
import { say } from '@/lib/words'
import type { CommandItem } from './command-bar'
import type { PendingComment } from './item-review'

interface ReturnFormProps<C> {
  items: CommandItem<C>[]
  pending: PendingComment[]
  approvable: CommandItem<C>[]
  busy: boolean
  onClose: () => void
  onReturn: (items: CommandItem<C>[], comments: ReturnComment[], approveRest: CommandItem<C>[]) => void
}

/** 差し戻す: all comments of this reading go at once; what has none stays where it is. */
export function ReturnForm<C>({ items, pending, approvable, busy, onClose, onReturn }: ReturnFormProps<C>) {
  const textId = useId()
  const commented = new Set(pending.map((comment) => comment.item))
  const [chosen, setChosen] = useState(() => new Set(items.length === 1 ? [items[0]!.id] : items.filter((item) => commented.has(item.id)).map((item) => item.id)))
  const [text, setText] = useState('')
  const [approveRest, setApproveRest] = useState(true)
  const returned = items.filter((item) => chosen.has(item.id))
  const rest = approvable.filter((item) => !chosen.has(item.id))
  const silent = returned.some((item) => !commented.has(item.id)) && text.trim() === ''
  const sleeping = returned.length === 0 ? say('return.chooseFirst') : silent ? say('return.writeFirst') : null

  function toggle(id: string) {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }

  function send() {
    const comments: ReturnComment[] = pending
      .filter((comment) => chosen.has(comment.item))
      .map(({ item, anchor, text: said }) => ({ item, anchor, text: said }))
    if (text.trim() !== '') for (const item of returned) comments.push({ item: item.id, anchor: null, text })
    onReturn(returned, comments, approveRest ? rest : [])
  }

  return (
    <Ask title={say('ask.return.title')} action={say('command.return')} sleeping={sleeping} busy={busy} onClose={onClose} onDo={send}>
      <p>{say('ask.return.text')}</p>
      <fieldset className="ask-choices">
        <legend>{say('return.which')}</legend>
        {items.map((item) => (
          <label key={item.id} className="check">
            <input type="checkbox" checked={chosen.has(item.id)} onChange={() => toggle(item.id)} />
            <span>
              {item.label}
              {commented.has(item.id) && <span className="mark">{say('return.comments', { count: pending.filter((comment) => comment.item === item.id).length })}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={textId}>{say('return.comment')}</label>
        <textarea id={textId} className="input" rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      {rest.length > 0 && (
        <label className="check">
          <input type="checkbox" checked={approveRest} onChange={() => setApproveRest(!approveRest)} />
          <span>{say('return.approveRest', { count: rest.length })}</span>
        </label>
      )}
      {sleeping && <p className="hint">{sleeping}</p>}
    </Ask>
  )
}
