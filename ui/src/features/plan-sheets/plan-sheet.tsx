import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { CommandBar } from '@/components/review/command-bar'
import { ExportLinks } from '@/components/review/export-links'
import { SheetSide } from '@/components/review/sheet-side'
import { useReview } from '@/components/review/use-review'
import { may } from '@/components/review/why-not'
import type { GoalContent, ReportContent } from '@/contract/content'
import type { PlanGoalView, PlanReportSheetView, PlanSheetView, ReportView } from '@/contract/views'
import { nameOf } from '@/features/goal-sheets/components/goal-article'
import { missingPlaces as missingInGoals } from '@/features/goal-sheets/components/goal-sheet'
import { reportGateway } from '@/features/results/api/reports'
import { missingPlaces as missingInReports } from '@/features/results/components/report-sheet'
import { useMe } from '@/features/session/me'
import { inPlanOrder } from '@/lib/plan-path'
import { commandGoals, commandReports, planGoalGateway, reload, replaceGoal, replaceReport, sheetPath } from './api'
import { PlanDetail } from './plan-detail'
import { PlanSheetHead } from './plan-sheet-head'
import { PlanTable } from './plan-table'

/** The table of a plan's actions, or one of them with its results; the steps of the route for what is shown. */
export function PlanSheet({ sheet, results }: { sheet: PlanSheetView; results: PlanReportSheetView }) {
  const me = useMe()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const { hash } = useLocation()
  const [changedOnly, setChangedOnly] = useState(false)
  const { fiscalYear, edition } = sheet
  const place = `${me.person.id}.plan.${fiscalYear}.${edition.id}`
  const goals = useReview<GoalContent, PlanGoalView>({
    base: '/api/goals',
    gateway: planGoalGateway,
    place: `${place}.goals`,
    items: sheet.goals,
    replace: (goal) => replaceGoal(client, sheet, goal),
    send: (command, items, comments) => commandGoals(client, sheet, command, items, comments),
    labelOf: nameOf,
    reload: () => reload(client, fiscalYear, edition.id),
  })
  const reports = useReview<ReportContent, ReportView>({
    base: '/api/evaluations',
    gateway: reportGateway,
    place: `${place}.reports.${results.round}`,
    items: results.reports,
    replace: (report) => replaceReport(client, results, report),
    send: (command, items, comments) => commandReports(client, results, command, items, comments),
    labelOf: (report) => [report.goal.content.code, report.goal.title].filter(Boolean).join(' '),
    reload: () => reload(client, fiscalYear, edition.id),
  })
  const showsResults = params.get('show') === 'results'
  const shown = showsResults ? reports : goals
  const ordered = inSheetOrder(sheet)
  const opened = openedBy(params.get('goal'), hash, sheet, results)
  const missing = showsResults ? missingInReports(results.reports) : missingInGoals(sheet.goals)
  const writes = (showsResults ? results.reports : sheet.goals).some((each) => may(each.can.edit))

  return (
    <div className="sheet-page">
      <PlanSheetHead sheet={sheet} results={results} showsResults={showsResults} />
      <div className="sheet-columns">
        {opened ? (
          <PlanDetail sheet={sheet} results={results} goals={ordered} goal={opened} goalReview={goals} reportReview={reports} changedOnly={changedOnly} />
        ) : (
          <PlanTable sheet={sheet} goals={ordered} reports={results.reports} showsResults={showsResults} />
        )}
        <SheetSide missing={writes ? missing.filter((each) => !opened || isOf(each.item, opened.id, results)) : null} changedOnly={opened && shown.compared ? changedOnly : null} onChangedOnly={setChangedOnly}>
          {showsResults ? (
            <ExportLinks path={`/api/evaluations/plan-sheets/${fiscalYear}/${edition.id}/export`} round={results.round} decision={sheet.can['export']} />
          ) : (
            <ExportLinks path={`${sheetPath(fiscalYear, edition.id)}/export`} decision={sheet.can['export']} />
          )}
        </SheetSide>
      </div>
      {showsResults ? <CommandBar {...reports.bar} /> : <CommandBar {...goals.bar} />}
    </div>
  )
}

/** Goals as the plan's tree has them; those without a place at the end. */
function inSheetOrder(sheet: PlanSheetView): PlanGoalView[] {
  const places = new Map(inPlanOrder(sheet.nodes).map((node, index) => [node.id, index]))
  const placeOf = (goal: PlanGoalView) => places.get(goal.node ?? '') ?? places.size
  return [...sheet.goals].sort((a, b) => placeOf(a) - placeOf(b) || a.number - b.number)
}

/** By the address, or by a notice's link to the very goal or report. */
function openedBy(chosen: string | null, hash: string, sheet: PlanSheetView, results: PlanReportSheetView): PlanGoalView | null {
  const [, kind, id] = /^#(goal|report)-(.+)$/.exec(hash) ?? []
  const named = kind === 'report' ? results.reports.find((report) => report.id === id)?.goal.id : id
  return sheet.goals.find((goal) => goal.id === (chosen ?? named)) ?? null
}

function isOf(item: string, goal: string, results: PlanReportSheetView): boolean {
  return item === goal || results.reports.some((report) => report.id === item && report.goal.id === goal)
}
