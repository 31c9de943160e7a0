import { Link } from 'react-router'
import { fiscalYearLabel } from '@/lib/calendar'
import { say, sayBoth, sayOf } from '@/lib/words'
import type { ImportView } from './api'

/** What has arrived where, and what was refused and why; it refreshes itself while an answer is missing. */
export function Arrived({ view }: { view: ImportView }) {
  if (view.state !== 'REGISTERED') return null
  return (
    <section className="panel" aria-labelledby="arrived" aria-live="polite">
      <h2 id="arrived">{say('import.arrived')}</h2>
      <ul className="todo-list">
        <li className="todo">
          <ToSheet view={view} />
          <span>{say('import.part.APPLIED')}</span>
        </li>
        {view.parts.map((part) => (
          <li key={part.part} className={part.state === 'REFUSED' ? 'todo part-refused' : 'todo'}>
            <span>{sayOf('import.content', part.content)}</span>
            <span>{part.state === 'SENT' && part.content === 'RESULTS' ? say('import.part.SENT') : sayOf('import.part.now', part.state)}</span>
            {part.reason && <span>{sayBoth(part.reason)}</span>}
            <KnownAlready matches={part.matches ?? []} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was there already, by name: it was taken as it is, and nothing was created twice. */
function KnownAlready({ matches }: { matches: NonNullable<ImportView['parts'][number]['matches']> }) {
  if (matches.length === 0) return null
  const named = matches.filter((match) => match.name !== '')
  return (
    <details>
      <summary>{say('import.matches', { count: matches.length })}</summary>
      <ul>
        {named.map((match) => (
          <li key={match.offered}>{match.name}</li>
        ))}
      </ul>
    </details>
  )
}

function ToSheet({ view: { fiscalYear, unit, edition } }: { view: ImportView }) {
  if (fiscalYear === null) return null
  const year = fiscalYearLabel(fiscalYear)
  if (edition) return <Link to={`/plan-sheets/${fiscalYear}/${edition}`}>{say('import.toPlanSheet', { year })}</Link>
  return unit && <Link to={`/sheets/${fiscalYear}/${unit}`}>{say('import.toSheet', { year })}</Link>
}
