import { useEffect, useState } from 'react'
import { Ask } from '@/components/ui/ask'
import { Button } from '@/components/ui/button'
import { useTell } from '@/components/ui/notice-bar'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Reviewed } from '@/contract/views'
import { Problem } from '@/lib/api'
import { ConflictOpen } from '@/lib/draft'
import { isComposing } from '@/lib/keys'
import type { ReturnComment, SetCommand, SetItem } from '@/lib/review-api'
import { say } from '@/lib/words'
import { useDrafts } from './drafts'
import type { PendingComment } from './item-review'
import { ReturnForm } from './return-form'
import { may, whyNot } from './why-not'

export interface CommandItem<C> extends Pick<Reviewed<C>, 'id' | 'revision' | 'can' | 'missing' | 'state' | 'whoseTurn'> {
  label: string
}

interface CommandBarProps<C> {
  items: CommandItem<C>[]
  corrections: ReadonlyMap<string, C>
  pending: PendingComment[]
  /** Sends the command for the whole set; answers when the page shows the new state. */
  send: (command: SetCommand, items: SetItem<C>[], comments?: ReturnComment[]) => Promise<void>
  /** Comments of a reading that ends with an approval go out one by one; answers the revisions after them. */
  sendComments: (comments: PendingComment[]) => Promise<Map<string, number>>
  onStale: () => void
}

type Question = 'submission' | 'return' | 'confirmation'

/** What can be done now with this sheet: one main button, bottom right and on Ctrl+Enter. */
export function CommandBar<C>({ items, corrections, pending, send, sendComments, onStale }: CommandBarProps<C>) {
  const drafts = useDrafts()
  const tell = useTell()
  const [question, setQuestion] = useState<Question | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const allowed = (action: keyof CommandItem<C>['can']) => items.filter((item) => may(item.can[action]))
  const inWork = items.filter((item) => item.state === 'DRAFT' || item.state === 'RETURNED' || item.state === 'PENDING')
  const writable = inWork.filter((item) => may(item.can.edit) || may(item.can.submit))
  const approvable = allowed('approve')
  const confirmable = allowed('confirm')
  // Whoever may approve has received it: they return it, they do not withdraw it.
  const withdrawable = allowed('withdraw').filter((item) => !may(item.can.approve))
  const returnable = allowed('return')
  const main = mainOf()

  function mainOf(): { label: string; command: SetCommand; items: CommandItem<C>[]; asks: boolean; sleeping: string | null } | null {
    if (approvable.length > 0) {
      const corrected = approvable.some((item) => corrections.has(item.id))
      return { label: say(corrected ? 'command.correctAndApprove' : 'command.approve'), command: 'approval', items: approvable, asks: false, sleeping: null }
    }
    if (confirmable.length > 0) {
      const label = say(confirmable.length > 1 ? 'command.confirmAll' : 'command.confirm')
      return { label, command: 'confirmation', items: confirmable, asks: true, sleeping: null }
    }
    if (writable.length > 0) {
      return { label: say('command.submitToHead'), command: 'submission', items: writable, asks: true, sleeping: submissionSleeps() }
    }
    return null
  }

  function submissionSleeps(): string | null {
    const missing = writable.reduce((sum, item) => sum + item.missing.length, 0)
    if (missing > 0) return say('missing.count', { count: missing })
    const refused = writable.find((item) => item.can.submit && !item.can.submit.allowed)
    return refused ? whyNot(refused.can.submit) || say('command.notNow') : null
  }

  async function run(command: SetCommand, chosen: CommandItem<C>[], comments?: ReturnComment[], alsoApprove?: CommandItem<C>[]) {
    setBusy(true)
    setError(null)
    try {
      const revisions = await drafts.flushAll()
      const commented = command === 'return' ? new Map<string, number>() : await sendComments(pending)
      const set = (list: CommandItem<C>[], corrected: boolean) =>
        list.map((item) => ({
          id: item.id,
          revision: commented.get(item.id) ?? revisions.get(item.id) ?? item.revision,
          ...(corrected && corrections.has(item.id) ? { correction: corrections.get(item.id)! } : {}),
        }))
      await send(command, set(chosen, command === 'approval'), comments)
      if (alsoApprove && alsoApprove.length > 0) await send('approval', set(alsoApprove, true))
      setQuestion(null)
      tell({ text: say(`done.${command}`, { count: chosen.length }) })
    } catch (refused) {
      setQuestion(null)
      setError(refused)
      if (refused instanceof Problem && refused.status === 412) onStale()
    } finally {
      setBusy(false)
    }
  }

  function press() {
    if (!main || main.sleeping || busy) return
    if (main.asks) setQuestion(main.command as Question)
    else void run(main.command, main.items)
  }

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event) || event.defaultPrevented || question) return
      event.preventDefault()
      press()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  if (!main && withdrawable.length === 0 && returnable.length === 0) return error ? <ErrorNote error={error} /> : null
  return (
    <>
      <div className="command-bar screen-only" role="region" aria-label={say('command.bar')}>
        <div className="command-problem">{error ? <ErrorNote error={error} /> : main?.sleeping && <p id="command-sleeps">{main.sleeping}</p>}</div>
        {withdrawable.length > 0 && (
          <Button sleeping={busy ? say('status.working') : null} onClick={() => void run('withdrawal', withdrawable)}>
            {say('command.withdraw')}
          </Button>
        )}
        {returnable.length > 0 && (
          <Button sleeping={busy ? say('status.working') : null} onClick={() => setQuestion('return')}>
            {say('command.return')}
          </Button>
        )}
        {main && (
          <Button look="main" sleeping={busy ? say('status.working') : main.sleeping} aria-describedby={main.sleeping ? 'command-sleeps' : undefined} aria-keyshortcuts="Control+Enter" onClick={press}>
            {main.label}
          </Button>
        )}
      </div>
      {main && (question === 'submission' || question === 'confirmation') && (
        <Ask title={say(`ask.${question}.title`)} action={main.label} busy={busy} onClose={() => setQuestion(null)} onDo={() => void run(main.command, main.items)}>
          <p>{say(`ask.${question}.text`, { count: main.items.length })}</p>
          <ul className="ask-list">
            {main.items.map((item) => (
              <li key={item.id}>{item.label}</li>
            ))}
          </ul>
        </Ask>
      )}
      {question === 'return' && (
        <ReturnForm
          items={returnable}
          pending={pending}
          approvable={approvable}
          busy={busy}
          onClose={() => setQuestion(null)}
          onReturn={(chosen, comments, rest) => void run('return', chosen, comments, rest)}
        />
      )}
    </>
  )
}

function ErrorNote({ error }: { error: unknown }) {
  if (error instanceof ConflictOpen) {
    return (
      <p role="alert" className="problem">
        {say('conflict.first')}
      </p>
    )
  }
  return <ProblemNote error={error} />
}
