import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { Ask } from '@/components/ui/ask'
import { Button } from '@/components/ui/button'
import { useTell } from '@/components/ui/notice-bar'
import { ProblemNote, textOf } from '@/components/ui/problem-note'
import { Problem } from '@/lib/api'
import { say, sayOf } from '@/lib/words'
import { placeOf } from './place'
import { type Progress, type SentFile, TooLarge, type UploadsState } from './uploads'
import { useUploads } from './uploads-context'

/** The files of this time: how far they are, what was read in each, and which could not be read and where. */
export function BatchPanel() {
  const id = useId()
  const client = useQueryClient()
  const tell = useTell()
  const [state, uploads] = useUploads()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  if (state.files.length === 0) return null
  const total = state.files.length
  const done = state.files.filter(({ progress }) => progress.kind === 'read' || progress.kind === 'refused').length
  const going = state.phase === 'SENDING' || state.phase === 'HALTED'

  async function stop() {
    setBusy(true)
    try {
      const abandoned = await uploads.stop()
      await client.invalidateQueries({ queryKey: ['imports'] })
      tell({ text: say('import.stopped', { count: abandoned }) })
    } catch {
      // The batch says itself why it halted.
    } finally {
      setBusy(false)
      setAsking(false)
    }
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{state.batch?.name}</h2>
      {going && (
        <div className="batch-progress">
          <progress max={total} value={done} aria-labelledby={`${id}-count`} />
          <span id={`${id}-count`} className="batch-count">
            {say('import.progress', { done, total })}
          </span>
          <Button small onClick={() => setAsking(true)}>
            {say('import.stop')}
          </Button>
        </div>
      )}
      <p className="visually-hidden" role="status">
        {spoken(state, done, total)}
      </p>
      {state.phase === 'HALTED' && (
        <>
          <ProblemNote error={state.halt} />
          <Button small onClick={() => uploads.resume()}>
            {say('import.goOn')}
          </Button>
        </>
      )}
      {!going && <p>{summary(state.files)}</p>}
      {state.batch && state.files.some(({ progress }) => progress.kind === 'read' && progress.decisions > 0) && (
        <p>
          <Link to={`/import/remarks?batch=${state.batch.id}`}>{say('import.toRemarksOfBatch')}</Link>
        </p>
      )}
      <Files files={state.files} />
      {asking && (
        <Ask title={say('import.stopTitle')} action={say('import.stop')} danger busy={busy} onClose={() => setAsking(false)} onDo={() => void stop()}>
          <p>{say('import.stopText', { count: state.files.filter(({ progress }) => progress.kind === 'read' && !progress.known).length })}</p>
        </Ask>
      )}
    </section>
  )
}

function Files({ files }: { files: SentFile[] }) {
  return (
    <div className="batch-files">
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{say('import.file')}</th>
            <th scope="col">{say('import.family')}</th>
            <th scope="col">{say('import.toCheck')}</th>
            <th scope="col">{say('import.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ name, progress }, index) => (
            <tr key={index} className={progress.kind === 'refused' ? 'late' : undefined}>
              <th scope="row">{progress.kind === 'read' ? <Link to={`/import/${progress.id}`}>{name}</Link> : name}</th>
              <td>{progress.kind === 'read' && sayOf('family', progress.family)}</td>
              <td>{progress.kind === 'read' && say('import.count', { count: progress.decisions })}</td>
              <td>
                <Outcome progress={progress} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Outcome({ progress }: { progress: Progress }) {
  if (progress.kind === 'read') return <>{say(progress.known ? 'import.progress.known' : 'import.progress.read')}</>
  if (progress.kind !== 'refused') return <>{say(`import.progress.${progress.kind}`)}</>
  const { error } = progress
  if (error instanceof TooLarge) return <>{say('import.tooLarge', { megabytes: error.megabytes })}</>
  const { title, detail } = textOf(error)
  const place = error instanceof Problem ? placeOf(error) : null
  return (
    <>
      {title} {detail}
      {place && <strong className="refused-place">{say('import.at.place', { place })}</strong>}
    </>
  )
}

function summary(files: SentFile[]): string {
  const count = (kind: Progress['kind']) => files.filter(({ progress }) => progress.kind === kind).length
  const decisions = files.reduce((sum, { progress }) => sum + (progress.kind === 'read' ? progress.decisions : 0), 0)
  return count('left') > 0 ? say('import.summaryStopped', { count: count('left') }) : say('import.summary', { read: count('read'), decisions, refused: count('refused') })
}

/** Spoken every tenth of the way and at the end, not at each file. */
function spoken(state: UploadsState, done: number, total: number): string {
  if (state.phase === 'HALTED') return say('import.halted')
  if (state.phase !== 'SENDING') return summary(state.files)
  const tenth = Math.max(1, Math.floor(total / 10))
  return say('import.progress', { done: Math.floor(done / tenth) * tenth, total })
}
