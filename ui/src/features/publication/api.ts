import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Page, Release, ReleaseCheck, ReleaseItem } from '@/contract/views'
import { get, post, query } from '@/lib/api'
import { newId } from '@/lib/ids'

export function useReleases(fiscalYear: number) {
  return useQuery({
    queryKey: ['releases', fiscalYear],
    queryFn: () => get<Page<Release>>(`/api/evaluations/releases${query({ fiscalYear })}`),
  })
}

/** Whose sheet is published: a unit's, or that of a plan's edition. */
export interface ReleaseOwner {
  id: string
  name: string
  ofPlan: boolean
}

/** 公表前チェック; without a kind the service proposes the one that is due. */
export function useReleaseCheck(fiscalYear: number, { id, ofPlan }: ReleaseOwner, kind: 'INITIAL' | 'FINAL' | null) {
  const sheets = ofPlan ? 'plan-sheets' : 'sheets'
  return useQuery({
    queryKey: ['release-check', fiscalYear, id, kind],
    queryFn: () => get<ReleaseCheck>(`/api/evaluations/${sheets}/${fiscalYear}/${id}/release-check${query({ kind })}`),
    placeholderData: keepPreviousData,
  })
}

export interface NewRelease {
  fiscalYear: number
  unit?: string
  planEdition?: string
  kind: 'INITIAL' | 'FINAL'
  items: ReleaseItem[]
  decisionDate: string
  documentNumber: string
  publishAt?: string
}

export function publish(release: NewRelease): Promise<Release> {
  return post('/api/evaluations/releases', release, { idempotencyKey: newId() })
}

export function withdraw(release: string, reason: string): Promise<Release> {
  return post(`/api/evaluations/releases/${release}/withdrawal`, { reason })
}
