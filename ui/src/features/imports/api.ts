import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Block, GoalContent, GoalKind } from '@/contract/content'
import type { Page } from '@/contract/views'
import { call, get, post, put, query } from '@/lib/api'
import type { Bilingual } from '@/lib/words'

/** A place in the source: from, to (exclusive), in UTF-16 units. */
export type Span = [number, number]

export interface ImportRow {
  id: string
  name: string
  family: string
  state: 'READ' | 'REGISTERED' | 'ABANDONED'
  printedUnit?: string
  batch?: string | null
  batchName?: string | null
  proposedFiscalYear: number | null
  decisions?: number
  unit: string | null
  fiscalYear: number | null
  createdByName?: string
  createdAt: string
}

export interface DraftGoal {
  id: string
  kind: GoalKind
  number: number
  content: GoalContent
  result: { achievements: Block[]; directions: Block[] } | null
}

export interface ImportDraft {
  mission: Block[]
  policies: Block[]
  review: Block[]
  goals: DraftGoal[]
}

export interface Printed {
  text: string
  spans?: Span[]
}

export interface Remark extends Bilingual {
  span: Span
  key: string
  decision: boolean
  /** A person has looked at it and settled it. */
  resolved?: boolean
}

export interface Leftover {
  span: Span
  text: string
  kind: string
}

export interface ImportView extends Omit<ImportRow, 'proposedFiscalYear' | 'printedUnit'> {
  /** The unit of the city that bears the printed name. */
  matchingUnit: string | null
  revision: number
  source: string
  header: { unit: Printed; position?: Printed; holderName?: Printed }
  proposedFiscalYear: { value: number | null; evidence: { span: Span; phrase: string; fiscalYear: number; role: string }[] }
  draft: ImportDraft
  /** Places of a block or link by its id; of a goal's number and title by `<goal>/number`, `<goal>/title`. */
  spans: Record<string, Span[]>
  remarks: Remark[]
  leftovers: Leftover[]
  parts: { part: number; target: string; content: string; state: 'SENT' | 'APPLIED' | 'REFUSED'; reasonKey?: string; reason?: Bilingual | null }[]
}

/** Latest first; of one batch where it is named. */
export function useImports(batch: string | null) {
  return useInfiniteQuery({
    queryKey: ['imports', batch],
    queryFn: ({ pageParam }) => get<Page<ImportRow>>(`/api/goals/imports${query({ batch, cursor: pageParam })}`),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: () => get<ImportView>(`/api/goals/imports/${id}`),
    // What was offered to another service arrives a moment later.
    refetchInterval: (query) => (query.state.data?.parts.some((part) => part.state === 'SENT') ? 2_000 : false),
  })
}

/** Files chosen together; the browser names them. */
export interface BatchName {
  id: string
  name: string
}

export function uploadFile(file: File, batch: BatchName): Promise<ImportView> {
  const form = new FormData()
  form.append('batch', batch.id)
  form.append('batchName', batch.name)
  form.append('file', file)
  return call('POST', '/api/goals/imports', { body: form })
}

/** Gives up what was read in a batch and is not registered. */
export function abandonBatch(batch: string): Promise<{ abandoned: number }> {
  return call('DELETE', `/api/goals/imports/batches/${batch}`)
}

export function uploadText(name: string, text: string): Promise<{ id: string }> {
  return post('/api/goals/imports', { name, text })
}

export function saveDraft(view: ImportView, draft: ImportDraft): Promise<ImportView> {
  return put(`/api/goals/imports/${view.id}/draft`, { draft }, { ifMatch: view.revision })
}

export function register(view: ImportView, unit: string, fiscalYear: number): Promise<ImportView> {
  return post(`/api/goals/imports/${view.id}/registration`, { unit, fiscalYear }, { ifMatch: view.revision })
}

export function abandon(view: ImportView): Promise<void> {
  return call('DELETE', `/api/goals/imports/${view.id}`, { ifMatch: view.revision })
}
