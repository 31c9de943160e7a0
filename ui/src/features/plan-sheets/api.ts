import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { GoalContent, ReportContent, Round } from '@/contract/content'
import type { GoalView, Page, PlanGoalView, PlanReportSheetView, PlanSheetSummary, PlanSheetView, ReportView } from '@/contract/views'
import { get, post, query } from '@/lib/api'
import { draftGateway, type ReturnComment, type SetCommand, type SetItem } from '@/lib/review-api'

export const planGoalGateway = draftGateway<GoalContent, PlanGoalView>('/api/goals')

const sheetKey = (fiscalYear: number, edition: string) => ['plan-sheet', fiscalYear, edition]
const reportsKey = (fiscalYear: number, edition: string, round: Round) => ['plan-reports', fiscalYear, edition, round]
export const sheetPath = (fiscalYear: number, edition: string) => `/api/goals/plan-sheets/${fiscalYear}/${edition}`
const reportsPath = (fiscalYear: number, edition: string) => `/api/evaluations/plan-sheets/${fiscalYear}/${edition}`

/** The plans that have actions in a year, as sums of what the reader may see. */
export function usePlanSheets(fiscalYear: number) {
  return useQuery({
    queryKey: ['plan-sheets', fiscalYear],
    queryFn: () => get<Page<PlanSheetSummary>>(`/api/goals/plan-sheets${query({ fiscalYear })}`),
  })
}

export function usePlanSheet(fiscalYear: number, edition: string) {
  return useQuery({ queryKey: sheetKey(fiscalYear, edition), queryFn: () => get<PlanSheetView>(sheetPath(fiscalYear, edition)) })
}

/** The results beside it; a sheet of which nothing is confirmed has none yet. */
export function usePlanReports(fiscalYear: number, edition: string, round: Round) {
  return useQuery({
    queryKey: reportsKey(fiscalYear, edition, round),
    queryFn: () => get<PlanReportSheetView>(`${reportsPath(fiscalYear, edition)}${query({ round })}`),
  })
}

export function replaceGoal(client: QueryClient, sheet: PlanSheetView, goal: GoalView): void {
  client.setQueryData<PlanSheetView>(sheetKey(sheet.fiscalYear, sheet.edition.id), (before) =>
    before ? { ...before, goals: before.goals.map((each) => (each.id === goal.id ? { ...each, ...goal } : each)) } : before,
  )
}

export function replaceReport(client: QueryClient, sheet: PlanReportSheetView, report: ReportView): void {
  client.setQueryData<PlanReportSheetView>(reportsKey(sheet.fiscalYear, sheet.edition.id, sheet.round), (before) =>
    before ? { ...before, reports: before.reports.map((each) => (each.id === report.id ? report : each)) } : before,
  )
}

export async function commandGoals(client: QueryClient, sheet: PlanSheetView, command: SetCommand, items: SetItem<GoalContent>[], comments?: ReturnComment[]): Promise<void> {
  const { fiscalYear, edition } = sheet
  const path = `${sheetPath(fiscalYear, edition.id)}/${command}`
  client.setQueryData(sheetKey(fiscalYear, edition.id), await post<PlanSheetView>(path, comments ? { items, comments } : { items }))
}

export async function commandReports(client: QueryClient, sheet: PlanReportSheetView, command: SetCommand, items: SetItem<ReportContent>[], comments?: ReturnComment[]): Promise<void> {
  const { fiscalYear, edition, round } = sheet
  const path = `${reportsPath(fiscalYear, edition.id)}/${command}${query({ round })}`
  client.setQueryData(reportsKey(fiscalYear, edition.id, round), await post<PlanReportSheetView>(path, comments ? { items, comments } : { items }))
}

export function reload(client: QueryClient, fiscalYear: number, edition: string): void {
  void client.invalidateQueries({ queryKey: sheetKey(fiscalYear, edition) })
  void client.invalidateQueries({ queryKey: ['plan-reports', fiscalYear, edition] })
}
