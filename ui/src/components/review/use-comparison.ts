import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Reviewed } from '@/contract/views'
import { type ReviewedBase, readRevision } from '@/lib/review-api'

/** What the text is compared with: the revision this reader last acted on, or one chosen in the history. */
export function useComparison<C extends object>(base: ReviewedBase, view: Reviewed<C>) {
  const [chosen, setChosen] = useState<number | null | undefined>(undefined)
  const preset = view.comparedRevision !== null && view.comparedRevision < view.revision ? view.comparedRevision : null
  const revision = chosen === undefined ? preset : chosen
  const content = useQuery({
    queryKey: ['revision', base, view.id, revision],
    queryFn: () => readRevision<C>(base, view.id, revision!),
    enabled: revision !== null,
    staleTime: Infinity,
  })
  return { revision, before: revision === null ? null : (content.data ?? null), choose: setChosen }
}
