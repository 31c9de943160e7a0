import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { ReportContent, Round } from '@/contract/content'
import type { ReportSheetView, ReportView } from '@/contract/views'
import { get, post, query } from '@/lib/api'
import { draftGateway, type ReturnComment, type SetCommand, type SetItem } from '@/lib/review-api'

export const reportGateway = draftGateway<ReportContent, ReportView>('/api/evaluations')

const keyOf = (fiscalYear: number, unit: string, round: Round) => ['report-sheet', fiscalYear, unit, round]
const pathOf = (fiscalYear: number, unit: string) => `/api/evaluations/sheets/${fiscalYear}/${unit}`

export function useReportSheet(fiscalYear: number, unit: string, round: Round) {
  return useQuery({
    queryKey: keyOf(fiscalYear, unit, round),
    queryFn: () => get<ReportSheetView>(`${pathOf(fiscalYear, unit)}${query({ round })}`),
  })
}

export function replaceReport(client: QueryClient, sheet: ReportSheetView, report: ReportView): void {
  client.setQueryData<ReportSheetView>(keyOf(sheet.fiscalYear, sheet.unit.id, sheet.round), (before) =>
    before ? { ...before, reports: before.reports.map((each) => (each.id === report.id ? report : each)) } : before,
  )
}

export function replaceReportSheet(client: QueryClient, sheet: ReportSheetView): void {
  client.setQueryData(keyOf(sheet.fiscalYear, sheet.unit.id, sheet.round), sheet)
}

export function reloadReports(client: QueryClient, sheet: ReportSheetView): Promise<void> {
  return client.invalidateQueries({ queryKey: keyOf(sheet.fiscalYear, sheet.unit.id, sheet.round) })
}

export function commandReports(
  sheet: ReportSheetView,
  command: SetCommand,
  items: SetItem<ReportContent>[],
  comments?: ReturnComment[],
): Promise<ReportSheetView> {
  const path = `${pathOf(sheet.fiscalYear, sheet.unit.id)}/${command}${query({ round: sheet.round })}`
  return post(path, comments ? { items, comments } : { items })
}
