import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { fiscalYearLabel } from '@/lib/calendar'
import { say, sayBoth, sayOf } from '@/lib/words'
import { abandon, type ImportView, useImport } from './api'
import { DraftFields } from './draft-fields'
import { RegisterForm } from './register-form'
import { type SourceMark, SourceText } from './source-text'

/** One import: the source beside the fields, what to decide, and where everything went. */
export function ImportPage() {
  const { importId } = useParams()
  const found = useImport(importId ?? '')
  if (found.isPending) return <Loading />
  if (!found.data) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
  return <Imported view={found.data} />
}

function Imported({ view }: { view: ImportView }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [now, setNow] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const marks = useMemo(() => marksOf(view), [view])
  const replace = (next: ImportView) => client.setQueryData(['import', view.id], next)

  function pickFromSource(target: string) {
    setNow(target)
    document.getElementById(`field-${target}`)?.scrollIntoView?.({ block: 'center' })
  }

  async function giveUp() {
    try {
      await abandon(view)
      await client.invalidateQueries({ queryKey: ['imports'] })
      await navigate('/import')
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <>
      <div className="page-head">
        <h1>{view.name}</h1>
        <p className="page-cut">{sayOf('import.state', view.state)}</p>
        <Link to="/import">{say('import.back')}</Link>
        {view.state === 'READ' && (
          <Button look="plain" small onClick={() => void giveUp()}>
            {say('import.abandon')}
          </Button>
        )}
      </div>
      <ProblemNote error={error} />
      {view.state === 'READ' ? <RegisterForm view={view} onShow={setNow} onDone={() => void client.invalidateQueries({ queryKey: ['import', view.id] })} /> : <Arrived view={view} />}
      <Remarks view={view} now={now} onShow={setNow} />
      <div className="import-columns">
        <SourceText source={view.source} marks={marks} now={now} onPick={pickFromSource} label={say('import.source')} />
        <DraftFields view={view} now={now} onShow={setNow} onSaved={replace} onRefused={setError} />
      </div>
      <Leftovers view={view} onShow={setNow} />
    </>
  )
}

function Remarks({ view, now, onShow }: { view: ImportView; now: string | null; onShow: (target: string) => void }) {
  const open = view.remarks.filter((remark) => remark.decision).length
  return (
    <section className="panel" aria-labelledby="remarks">
      <h2 id="remarks">{say('import.remarks', { count: view.remarks.length, decisions: open })}</h2>
      {view.remarks.length === 0 && <p className="empty">{say('import.noRemarks')}</p>}
      <ul className="todo-list">
        {view.remarks.map((remark, index) => (
          <li key={index} className={now === `remark-${index}` ? 'todo import-entry-now' : 'todo'} id={`field-remark-${index}`}>
            <span className="mark">{say(remark.decision ? 'import.toDecide' : 'import.toKnow')}</span>
            <span>{sayBoth(remark)}</span>
            <Button look="plain" small onClick={() => onShow(`remark-${index}`)}>
              {say('import.showInSource')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Leftovers({ view, onShow }: { view: ImportView; onShow: (target: string) => void }) {
  const kinds = [...new Set(view.leftovers.map((rest) => rest.kind))]
  return (
    <details className="panel">
      <summary>{say('import.leftovers', { count: view.leftovers.length })}</summary>
      <p className="hint">{say('import.leftoversHint')}</p>
      {kinds.map((kind) => (
        <section key={kind} aria-label={sayOf('leftover', kind)}>
          <h3>{sayOf('leftover', kind)}</h3>
          <p className="leftover-list">
            {view.leftovers.map((rest, index) =>
              rest.kind === kind ? (
                <button key={index} type="button" className="import-jump span-leftover" onClick={() => onShow(`rest-${index}`)}>
                  {rest.text}
                </button>
              ) : null,
            )}
          </p>
        </section>
      ))}
    </details>
  )
}

/** What has arrived where. */
function Arrived({ view }: { view: ImportView }) {
  if (view.state !== 'REGISTERED') return null
  return (
    <section className="panel" aria-labelledby="arrived" aria-live="polite">
      <h2 id="arrived">{say('import.arrived')}</h2>
      <ul className="todo-list">
        <li className="todo">
          {view.unit && view.fiscalYear !== null && (
            <Link to={`/sheets/${view.fiscalYear}/${view.unit}`}>{say('import.toSheet', { year: fiscalYearLabel(view.fiscalYear) })}</Link>
          )}
          <span>{say('import.part.APPLIED')}</span>
        </li>
        {view.parts.map((part) => (
          <li key={part.part} className="todo">
            <span>{sayOf('import.content', part.content)}</span>
            <span>{sayOf('import.part', part.state)}</span>
            {part.reason && <span>{sayBoth(part.reason)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function marksOf(view: ImportView): SourceMark[] {
  const fields = Object.entries(view.spans ?? {}).flatMap(([target, spans]) => spans.map((span): SourceMark => ({ span, kind: 'field', target })))
  const head = [...(view.header?.unit?.spans ?? [])].map((span): SourceMark => ({ span, kind: 'field', target: 'header-unit' }))
  const years = view.proposedFiscalYear.evidence.map(({ span }, index): SourceMark => ({ span, kind: 'field', target: `year-${index}` }))
  const remarks = view.remarks.map(({ span }, index): SourceMark => ({ span, kind: 'remark', target: `remark-${index}` }))
  const rest = view.leftovers.map(({ span }, index): SourceMark => ({ span, kind: 'leftover', target: `rest-${index}` }))
  // The evidence of the year lies inside other fields: a click there picks the field.
  return [...remarks, ...fields, ...head, ...rest, ...years]
}
