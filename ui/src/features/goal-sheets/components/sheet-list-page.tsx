import { Link } from 'react-router'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { YearChoice } from '@/components/ui/year-choice'
import { WindowLabel } from '@/components/review/window-label'
import type { SheetSummary } from '@/contract/views'
import { inTreeOrder, useChosenYear, useUnits } from '@/features/directory/catalog'
import { useMe } from '@/features/session/me'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'
import { useSheets } from '../api/sheet'

/** The sheets of a year: my own units first, the rest folded. */
export function SheetListPage({ results = false }: { results?: boolean }) {
  const me = useMe()
  const [year, chooseYear, years] = useChosenYear()
  const units = useUnits(year)
  const sheets = useSheets(year)
  if (units.isPending || sheets.isPending) return <Loading />
  const summaries = new Map((sheets.data?.items ?? []).map((sheet) => [sheet.unit, sheet]))
  const mine = new Set(me.roles.map((role) => role.unit))
  const tree = inTreeOrder(units.data?.items ?? [])
  const parents = new Set([...mine].flatMap((id) => tree.filter(({ unit }) => unit.parent === id).map(({ unit }) => unit.id)))
  const own = tree.filter(({ unit }) => mine.has(unit.id) || (parents.has(unit.id) && summaries.has(unit.id)))
  const others = tree.filter((row) => !own.includes(row) && (summaries.get(row.unit.id)?.total ?? 0) > 0)
  const pathOf = (unit: string) => (results ? `/results/${year}/${unit}?round=YEAR_END` : `/sheets/${year}/${unit}`)
  const list = (rows: typeof tree) => (
    <ul className="sheet-list">
      {rows.map(({ unit }) => (
        <li key={unit.id}>
          <Link to={pathOf(unit.id)}>{unit.name}</Link>
          <Sum sheet={summaries.get(unit.id)} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <div className="page-head">
        <h1>{say(results ? 'menu.results' : 'menu.sheets')}</h1>
        <p className="page-cut">{fiscalYearLabel(year)}</p>
        <YearChoice years={years} value={year} onChange={chooseYear} />
      </div>
      <ProblemNote error={units.error ?? sheets.error} />
      <section className="panel" aria-labelledby="own-sheets">
        <h2 id="own-sheets">{say('list.mine')}</h2>
        {own.length > 0 ? list(own) : <p className="empty">{say('list.noneMine')}</p>}
      </section>
      <details className="panel" open={own.length === 0 || undefined}>
        <summary>{say('list.others', { count: others.length })}</summary>
        {others.length > 0 ? list(others) : <p className="empty">{say('list.noneOthers')}</p>}
      </details>
    </>
  )
}

function Sum({ sheet }: { sheet: SheetSummary | undefined }) {
  if (!sheet || sheet.total === 0) return <span className="sum">{say('state.NOT_STARTED')}</span>
  return (
    <>
      <span className="sum">{say('sheet.sum', { confirmed: sheet.confirmed, total: sheet.total })}</span>
      <WindowLabel window={sheet.window} />
    </>
  )
}
