import { Offline, Problem } from '@/lib/api'
import { say, sayBoth } from '@/lib/words'

/** What a service refused, in the reader's language, and what to do. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (!error) return null
  const { title, detail } = textOf(error)
  const errors = error instanceof Problem ? (error.body.errors ?? []) : []
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{title}</p>
      {detail && <p>{detail}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map((each, index) => (
            <li key={index}>{sayBoth(each)}</li>
          ))}
        </ul>
      )}
      {onRetry && (
        <button type="button" className="button button-second button-small" onClick={onRetry}>
          {say('button.retry')}
        </button>
      )}
    </div>
  )
}

export function textOf(error: unknown): { title: string; detail: string } {
  if (error instanceof Problem) return error.text
  if (error instanceof Offline) return { title: say('problem.offline.title'), detail: say('problem.offline.detail') }
  return { title: say('problem.unknown.title'), detail: '' }
}
