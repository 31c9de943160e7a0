import { Link } from 'react-router'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { YearChoice } from '@/components/ui/year-choice'
import { useChosenYear } from '@/features/directory/catalog'
import { holds, useMe } from '@/features/session/me'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'
import { usePlanSheets } from './api'

/** 計画の取組: the plans that have actions in a year. */
export function PlanSheetListPage() {
  const me = useMe()
  const [year, chooseYear, years] = useChosenYear()
  const sheets = usePlanSheets(year)
  return (
    <>
      <div className="page-head">
        <h1>{say('menu.planSheets')}</h1>
        <p className="page-cut">{fiscalYearLabel(year)}</p>
        <YearChoice years={years} value={year} onChange={chooseYear} />
      </div>
      {sheets.isPending && <Loading />}
      <ProblemNote error={sheets.error} onRetry={() => void sheets.refetch()} />
      {sheets.data?.items.length === 0 && (
        <section className="panel" aria-label={say('menu.planSheets')}>
          <p className="empty">{say('planSheet.none')}</p>
          {holds(me, 'PLANNING') && <p className="hint">{say('planSheet.noneHint')}</p>}
        </section>
      )}
      {sheets.data && sheets.data.items.length > 0 && (
        <section className="panel" aria-label={say('menu.planSheets')}>
          <ul className="sheet-list">
            {sheets.data.items.map((sheet) => (
              <li key={sheet.id}>
                <Link to={`/plan-sheets/${sheet.fiscalYear}/${sheet.edition}`}>{[sheet.planName, sheet.name].filter(Boolean).join(' ')}</Link>
                <span className="sum">{say('planSheet.sum', { confirmed: sheet.confirmed, total: sheet.total })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
