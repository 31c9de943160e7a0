import { Link, useSearchParams } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { dayAndTime, fiscalYearLabel } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { type ImportRow, useImports } from './api'
import { BatchPanel } from './batch-panel'
import { NewImport } from './new-import'

/** 取込: files, what was read, what was registered. */
export function ImportsPage() {
  const [params] = useSearchParams()
  const batch = params.get('batch')
  const imports = useImports(batch)
  const rows = imports.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <div className="page-head">
        <h1>{say('menu.import')}</h1>
        <Link to="/import/remarks">{say('import.toRemarks')}</Link>
        <Link to="/forms">{say('forms.title')}</Link>
      </div>
      <NewImport />
      <BatchPanel />
      <section className="panel" aria-labelledby="imports">
        <h2 id="imports">{batch ? say('import.listOfBatch', { name: rows[0]?.batchName ?? '' }) : say('import.list')}</h2>
        {batch && (
          <p>
            <Link to="/import">{say('import.listAll')}</Link>
          </p>
        )}
        {imports.isPending && <Loading />}
        <ProblemNote error={imports.error} onRetry={() => void imports.refetch()} />
        {imports.data && rows.length === 0 && <p className="empty">{say('import.none')}</p>}
        {rows.length > 0 && <Rows rows={rows} />}
        {imports.hasNextPage && (
          <Button small onClick={() => void imports.fetchNextPage()} sleeping={imports.isFetchingNextPage ? say('status.loading') : null}>
            {say('import.more')}
          </Button>
        )}
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
          <th scope="col">{say('import.family')}</th>
          <th scope="col">{say('import.whose')}</th>
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
            <td>{sayOf('family', row.family)}</td>
            <td>{row.printedUnit}</td>
            <td>{yearOf(row)}</td>
            <td>
              {sayOf('import.state', row.state)}
              {row.state === 'READ' && openOf(row) > 0 && <span className="mark">{say('import.decisions', { count: openOf(row) })}</span>}
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

function openOf(row: ImportRow): number {
  return row.openDecisions ?? row.decisions ?? 0
}

function yearOf(row: ImportRow): string {
  const year = row.fiscalYear ?? row.proposedFiscalYear
  return year ? fiscalYearLabel(year) : ''
}
