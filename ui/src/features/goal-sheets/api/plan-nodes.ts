import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Page, PlanEdition, PlanNodeChoice } from '@/contract/views'
import { get, query } from '@/lib/api'

/** Plan nodes that match a number or a word. */
export function usePlanNodes(fiscalYear: number, text: string, enabled: boolean) {
  return useQuery({
    queryKey: ['plan-nodes', fiscalYear, text],
    queryFn: () => get<Page<PlanNodeChoice>>(`/api/goals/plan-nodes${query({ fiscalYear, q: text })}`),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    enabled,
  })
}

export function usePlans(fiscalYear: number) {
  return useQuery({
    queryKey: ['plans', fiscalYear],
    queryFn: () => get<Page<PlanEdition>>(`/api/catalog/plans${query({ fiscalYear })}`),
    select: (page) => ({ ...page, items: [...page.items].sort(inPrintedOrder) }),
    staleTime: 5 * 60_000,
  })
}

/** The service answers so many nodes at most. */
const mostNodes = 200

/** Plans whose actions have sheets of their own are not for links: the service offers no node of them. */
export function useOfferedDimensions(fiscalYear: number): (dimension: string) => boolean {
  const nodes = usePlanNodes(fiscalYear, '', true).data?.items
  // A list that was cut says nothing about the plans behind the cut.
  if (!nodes || nodes.length >= mostNodes) return () => true
  const offered = new Set(nodes.map((node) => node.dimension))
  return (dimension) => offered.has(dimension)
}

/** The form prints 総合計画 before everything else. */
function inPrintedOrder(a: PlanEdition, b: PlanEdition): number {
  return Number(b.dimension === 'comprehensive-plan') - Number(a.dimension === 'comprehensive-plan')
}
