import { Link, useSearchParams } from 'react-router'
import { WindowLabel } from '@/components/review/window-label'
import type { PlanReportSheetView, PlanSheetView } from '@/contract/views'
import { isConfirmed } from '@/features/goal-sheets/components/sheet-head'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'

/** 年度・計画・期間, the sum of the states, and which side is worked on: 取組 or 実績. */
export function PlanSheetHead({ sheet, results, showsResults }: { sheet: PlanSheetView; results: PlanReportSheetView; showsResults: boolean }) {
  const { edition } = sheet
  const confirmed = sheet.goals.filter((goal) => isConfirmed(goal.state)).length
  return (
    <header className="sheet-head">
      <h1>
        {say('planSheet.title', { year: fiscalYearLabel(sheet.fiscalYear), plan: [edition.planName, edition.name].filter(Boolean).join(' ') })}
        {sheet.mode === 'BACK_LOADING' && <span className="mark screen-only">{say('mode.BACK_LOADING')}</span>}
      </h1>
      <p className="hint">{say('plans.years', { first: fiscalYearLabel(edition.firstYear), last: fiscalYearLabel(edition.lastYear) })}</p>
      <p className="sheet-sum screen-only">
        <span className="sum">{say('planSheet.sum', { confirmed, total: sheet.goals.length })}</span>
        <WindowLabel window={showsResults ? results.window : sheet.window} mode={sheet.mode} />
      </p>
      <nav className="sides screen-only" aria-label={say('planSheet.view')}>
        <SideLink results={false} now={!showsResults} />
        <SideLink results now={showsResults} />
      </nav>
    </header>
  )
}

function SideLink({ results, now }: { results: boolean; now: boolean }) {
  const [params] = useSearchParams()
  const next = new URLSearchParams(params)
  if (results) next.set('show', 'results')
  else next.delete('show')
  return (
    <Link to={`?${next}`} aria-current={now ? 'true' : undefined} className="button button-small">
      {say(results ? 'planSheet.reports' : 'planSheet.goals')}
    </Link>
  )
}
