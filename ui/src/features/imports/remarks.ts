import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '@/contract/views'
import { get, post, query } from '@/lib/api'
import type { Remark, Span } from './api'

/** One 要確認 in the list over all imports. */
export interface ListedRemark extends Remark {
  import: string
  importName: string
  ordinal: number
  /** The words around the place. */
  excerpt: string
  /** The place itself within the excerpt. */
  excerptSpan?: Span
  resolved: boolean
}

export function useRemarks(batch: string | null) {
  return useInfiniteQuery({
    queryKey: ['import-remarks', batch],
    queryFn: ({ pageParam }) => get<Page<ListedRemark>>(`/api/goals/imports/remarks${query({ batch, cursor: pageParam })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    // What was settled stays where it stood until the list is opened again.
    refetchOnWindowFocus: false,
  })
}

export function settleRemark(importId: string, ordinal: number, resolved: boolean): Promise<unknown> {
  return post(`/api/goals/imports/${importId}/remarks/${ordinal}`, { resolved })
}

/** Its number within the import: from 0 where the service does not say. */
export function ordinalOf(remark: Remark, index: number): number {
  return remark.ordinal ?? index
}
