import { type DragEvent, useId, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { dayAndTime, fiscalYearLabel } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { type ImportRow, uploadFile, uploadText, useImports } from './api'

/** 取込: files, what was read, what was registered. */
export function ImportsPage() {
  const imports = useImports()
  return (
    <>
      <div className="page-head">
        <h1>{say('menu.import')}</h1>
      </div>
      <NewImport />
      <section className="panel" aria-labelledby="imports">
        <h2 id="imports">{say('import.list')}</h2>
        {imports.isPending && <Loading />}
        <ProblemNote error={imports.error} onRetry={() => void imports.refetch()} />
        {imports.data?.items.length === 0 && <p className="empty">{say('import.none')}</p>}
        {imports.data && imports.data.items.length > 0 && <Rows rows={imports.data.items} />}
      </section>
    </>
  )
}

function Rows({ rows }: { rows: ImportRow[] }) {
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{say('import.name')}</th>
          <th scope="col">{say('sheet.unit')}</th>
          <th scope="col">{say('year.label')}</th>
          <th scope="col">{say('release.state')}</th>
          <th scope="col">{say('import.at')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to={`/import/${row.id}`}>{row.name}</Link>
            </th>
            <td>{row.printedUnit}</td>
            <td>{yearOf(row)}</td>
            <td>
              {sayOf('import.state', row.state)}
              {row.state === 'READ' && (row.decisions ?? 0) > 0 && <span className="mark">{say('import.decisions', { count: row.decisions ?? 0 })}</span>}
            </td>
            <td>
              {dayAndTime(row.createdAt)} {row.createdByName}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function yearOf(row: ImportRow): string {
  const year = row.fiscalYear ?? row.proposedFiscalYear
  return year ? fiscalYearLabel(year) : ''
}

function NewImport() {
  const id = useId()
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function send(work: () => Promise<{ id: string }>) {
    setBusy(true)
    setError(null)
    try {
      const { id: made } = await work()
      await navigate(`/import/${made}`)
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) void send(() => uploadFile(file))
  }

  return (
    <section className="panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{say('import.new')}</h2>
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={`${id}-file`}>{say('import.file')}</label>{' '}
        <input
          id={`${id}-file`}
          type="file"
          accept=".txt,.md,.html,.htm,text/plain,text/markdown,text/html"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void send(() => uploadFile(file))
          }}
        />
        <p className="hint">{say('import.fileHint')}</p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-text`}>{say('import.paste')}</label>
        <textarea id={`${id}-text`} className="input" rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      <ProblemNote error={error} />
      <div className="panel-foot">
        <Button look="main" sleeping={text.trim() === '' ? say('import.textFirst') : busy ? say('status.working') : null} onClick={() => void send(() => uploadText(say('import.pastedName'), text))}>
          {say('import.read')}
        </Button>
      </div>
    </section>
  )
}
