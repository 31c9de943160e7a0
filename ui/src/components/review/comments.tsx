import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ProblemNote } from '@/components/ui/problem-note'
import type { ReviewComment } from '@/contract/views'
import { dayAndTime } from '@/lib/calendar'
import { isComposing } from '@/lib/keys'
import { say } from '@/lib/words'
import { useItemReview } from './item-review'

/** What was said about a place, with the answers, and a way to say more. */
export function Comments({ anchor, place, quiet }: { anchor: string | null; place: string; quiet?: boolean }) {
  const review = useItemReview()
  const [writing, setWriting] = useState(false)
  if (!review) return null
  const here = review.comments.filter((comment) => comment.anchor === anchor && !comment.inReplyTo)
  const pending = review.pending.filter((comment) => comment.anchor === anchor)
  const empty = here.length === 0 && pending.length === 0
  if (empty && !review.canComment) return null
  return (
    <div className={`comments ${empty ? 'comments-empty' : ''} ${quiet ? 'comments-quiet' : ''}`}>
      {here.map((comment) => (
        <Thread key={comment.id} comment={comment} anchor={anchor} />
      ))}
      {pending.map((comment) => (
        <div key={comment.id} className="comment comment-pending">
          <p className="comment-who">{say('comment.pending')}</p>
          <p className="comment-text">{comment.text}</p>
          <Button look="plain" small onClick={() => review.removePending(comment.id)}>
            {say('comment.remove')}
          </Button>
        </div>
      ))}
      {review.canComment && !writing && (
        <Button look="plain" small className="comment-open" onClick={() => setWriting(true)} aria-label={say('comment.addAt', { place })}>
          {say('comment.add')}
        </Button>
      )}
      {writing && <CommentForm label={say('comment.addAt', { place })} anchor={anchor} inReplyTo={null} onDone={() => setWriting(false)} />}
    </div>
  )
}

function Thread({ comment, anchor }: { comment: ReviewComment; anchor: string | null }) {
  const review = useItemReview()
  const [answering, setAnswering] = useState(false)
  const answers = review?.comments.filter((other) => other.inReplyTo === comment.id) ?? []
  return (
    <div className="comment">
      <Said comment={comment} />
      {answers.map((answer) => (
        <div key={answer.id} className="comment comment-answer">
          <Said comment={answer} />
        </div>
      ))}
      {review?.canComment && !answering && (
        <Button look="plain" small onClick={() => setAnswering(true)}>
          {say('comment.answer')}
        </Button>
      )}
      {answering && (
        <CommentForm label={say('comment.answer')} anchor={anchor} inReplyTo={comment.id} onDone={() => setAnswering(false)} />
      )}
    </div>
  )
}

function Said({ comment }: { comment: ReviewComment }) {
  return (
    <>
      <p className="comment-who">
        {comment.authorName}
        <time dateTime={comment.at}>{dayAndTime(comment.at)}</time>
      </p>
      <p className="comment-text">{comment.text}</p>
    </>
  )
}

interface CommentFormProps {
  label: string
  anchor: string | null
  inReplyTo: string | null
  onDone: () => void
}

function CommentForm({ label, anchor, inReplyTo, onDone }: CommentFormProps) {
  const review = useItemReview()
  const id = useId()
  const [text, setText] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const later = review?.waits && !inReplyTo
  async function send() {
    if (!review || text.trim() === '') return
    setBusy(true)
    try {
      await review.add(anchor, text, inReplyTo)
      onDone()
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'Escape') onDone()
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      event.stopPropagation()
      void send()
    }
  }
  return (
    <div className="comment-form">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className="input" rows={3} autoFocus value={text} onChange={(event) => setText(event.target.value)} onKeyDown={onKeyDown} />
      <ProblemNote error={error} />
      <div className="comment-buttons">
        <Button look="plain" small onClick={onDone}>
          {say('button.cancel')}
        </Button>
        <Button small sleeping={text.trim() === '' ? say('comment.writeFirst') : busy ? say('status.working') : null} onClick={() => void send()}>
          {later ? say('comment.keepForDecision') : say('comment.send')}
        </Button>
      </div>
    </div>
  )
}
