import { type QueryClient, useQuery } from '@tanstack/react-query'
import type { GoalContent, GoalKind } from '@/contract/content'
import type { GoalView, Page, SheetSummary, SheetView } from '@/contract/views'
import { call, get, post, put, query } from '@/lib/api'
import { newId } from '@/lib/ids'
import { draftGateway, type ReturnComment, type SetCommand, type SetItem } from '@/lib/review-api'

export const goalGateway = draftGateway<GoalContent, GoalView>('/api/goals')

const sheetKey = (fiscalYear: number, unit: string) => ['goal-sheet', fiscalYear, unit]
const sheetPath = (fiscalYear: number, unit: string) => `/api/goals/sheets/${fiscalYear}/${unit}`

/** The sheets of a year that the reader may see, as sums. */
export function useSheets(fiscalYear: number) {
  return useQuery({
    queryKey: ['goal-sheets', fiscalYear],
    queryFn: () => get<Page<SheetSummary>>(`/api/goals/sheets${query({ fiscalYear })}`),
  })
}

export function useSheet(fiscalYear: number, unit: string) {
  return useQuery({ queryKey: sheetKey(fiscalYear, unit), queryFn: () => get<SheetView>(sheetPath(fiscalYear, unit)) })
}

/** Puts one goal, as the service answered it, into the sheet that is shown. */
export function replaceGoal(client: QueryClient, fiscalYear: number, unit: string, goal: GoalView): void {
  client.setQueryData<SheetView>(sheetKey(fiscalYear, unit), (sheet) =>
    sheet ? { ...sheet, goals: sheet.goals.map((each) => (each.id === goal.id ? goal : each)) } : sheet,
  )
}

export function replaceSheet(client: QueryClient, sheet: SheetView): void {
  client.setQueryData(sheetKey(sheet.fiscalYear, sheet.unit.id), sheet)
}

export function reloadSheet(client: QueryClient, fiscalYear: number, unit: string): Promise<void> {
  return client.invalidateQueries({ queryKey: sheetKey(fiscalYear, unit) })
}

export function createGoal(fiscalYear: number, unit: string, kind: GoalKind, content: GoalContent): Promise<GoalView> {
  return post(`${sheetPath(fiscalYear, unit)}/goals`, { kind, content }, { idempotencyKey: newId() })
}

export function deleteGoal(goal: GoalView): Promise<void> {
  return call('DELETE', `/api/goals/${goal.id}`, { ifMatch: goal.revision })
}

export function orderGoals(sheet: SheetView, kind: GoalKind, goals: string[]): Promise<SheetView> {
  return put(`${sheetPath(sheet.fiscalYear, sheet.unit.id)}/order`, { kind, goals }, { ifMatch: sheet.structureRevision })
}

/** Submit, withdraw, approve, return, confirm: one command for the whole set, in one transaction. */
export function commandSheet(
  sheet: SheetView,
  command: SetCommand,
  items: SetItem<GoalContent>[],
  comments?: ReturnComment[],
): Promise<SheetView> {
  return post(`${sheetPath(sheet.fiscalYear, sheet.unit.id)}/${command}`, comments ? { items, comments } : { items })
}
