import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { fiscalYearLabel } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { type IndicatorRow, useIndicators } from './api'

/** 指標: what the goals of the city are measured by. */
export function IndicatorsPage() {
  const [search, setSearch] = useState('')
  const found = useIndicators(useDeferredValue(search.trim()))
  const rows = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <div className="page-head">
        <h1>{say('menu.indicators')}</h1>
        <p className="page-cut">{say('indicator.cut')}</p>
        <div className="field field-row">
          <label htmlFor="indicator-search">{say('indicator.find')}</label>
          <input id="indicator-search" className="input" type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
      </div>
      <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
      {found.isPending ? <Loading /> : rows.length === 0 ? <p className="empty">{say('indicator.none')}</p> : <List rows={rows} />}
      {found.hasNextPage && <Button onClick={() => void found.fetchNextPage()}>{say('indicator.more')}</Button>}
    </>
  )
}

function List({ rows }: { rows: IndicatorRow[] }) {
  return (
    <table className="list">
      <thead>
        <tr>
          <th scope="col">{say('indicator.name')}</th>
          <th scope="col">{say('indicator.unit')}</th>
          <th scope="col">{say('indicator.direction')}</th>
          <th scope="col">{say('indicator.goals')}</th>
          <th scope="col">{say('indicator.years')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link to={`/indicators/${row.id}`}>{row.name}</Link>
            </th>
            <td>{row.unit}</td>
            <td>{sayOf('indicator.direction', row.direction)}</td>
            <td>{say('indicator.goalsCount', { count: row.goals })}</td>
            <td>{yearsOf(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function yearsOf({ firstYear, lastYear }: IndicatorRow): string {
  if (firstYear === null || lastYear === null) return ''
  return firstYear === lastYear ? fiscalYearLabel(firstYear) : say('plans.years', { first: fiscalYearLabel(firstYear), last: fiscalYearLabel(lastYear) })
}
