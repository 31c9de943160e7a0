import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Certainty, GoalKind, ReviewState, Round } from '@/contract/content'
import type { Page } from '@/contract/views'
import { get, post, put, query } from '@/lib/api'
import { newId } from '@/lib/ids'
import type { Bilingual } from '@/lib/words'

export const directions = ['MORE_IS_BETTER', 'LESS_IS_BETTER'] as const
export type Direction = (typeof directions)[number]

/** 指標: what is measured, shared by the targets of several goals. */
export interface Indicator {
  id: string
  name: string
  /** The base unit (円, %, 人); empty for none. */
  unit: string
  direction: Direction
  kind: 'AMOUNT' | 'RATIO'
}

export interface IndicatorRow extends Indicator {
  /** How many goals the reader may see cite it. */
  goals: number
  firstYear: number | null
  lastYear: number | null
}

export interface IndicatorView extends Indicator {
  revision: number
  /** The latest first. */
  years: { fiscalYear: number; goals: IndicatorUse[] }[]
  can: { edit: { allowed: boolean } }
}

export interface IndicatorUse {
  goal: string
  title: string
  kind: GoalKind
  number: number
  state: ReviewState
  unit: string
  unitName: string
  /** The plan's edition whose sheet the goal stands on. */
  edition: string | null
  targets: IndicatorAim[]
  actuals: Reached[]
}

export interface IndicatorAim extends Bilingual {
  target: string
  text: string
  value: string | null
  unit: string | null
}

/** Amounts are decimals as text: nothing is computed here. */
export interface Reached {
  round: Round
  label: string
  written: string
  asOf: string | null
  certainty: Certainty
  state: ReviewState
  standing: { difference: string; percent: string | null; met: boolean } | null
}

export interface IndicatorWords {
  name: string
  unit: string
  direction: Direction
}

/** Those whose name holds the text; the first page. */
export function useFoundIndicators(text: string, enabled: boolean) {
  return useQuery({
    queryKey: ['indicators', 'found', text],
    queryFn: () => get<Page<IndicatorRow>>(`/api/goals/indicators${query({ q: text })}`),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    enabled,
  })
}

export function useIndicators(text: string) {
  return useInfiniteQuery({
    queryKey: ['indicators', 'list', text],
    queryFn: ({ pageParam }) => get<Page<IndicatorRow>>(`/api/goals/indicators${query({ q: text, cursor: pageParam })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  })
}

export function useIndicator(id: string) {
  return useQuery({ queryKey: ['indicator', id], queryFn: () => get<IndicatorView>(`/api/goals/indicators/${id}`), staleTime: 30_000 })
}

export function useAddIndicator() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (words: IndicatorWords) => post<IndicatorView>('/api/goals/indicators', words, { idempotencyKey: newId() }),
    onSuccess: (added) => {
      client.setQueryData(['indicator', added.id], added)
      return client.invalidateQueries({ queryKey: ['indicators'] })
    },
  })
}

export function useChangeIndicator(of: IndicatorView) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (words: IndicatorWords) => put<IndicatorView>(`/api/goals/indicators/${of.id}`, words, { ifMatch: of.revision }),
    onSuccess: (changed) => {
      client.setQueryData(['indicator', changed.id], changed)
      return client.invalidateQueries({ queryKey: ['indicators'] })
    },
  })
}
