import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Block, GoalContent, GoalKind, NextStep } from '@/contract/content'
import type { Page } from '@/contract/views'
import type { Direction } from '@/features/indicators/api'
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
  /** How many of them nobody has seen to. */
  openDecisions?: number
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
  /** The node of the plan it stands under, or null where the document does not tell. */
  node?: string | null
  result: DraftResult | null
}

export interface DraftResult {
  achievements: Block[]
  directions: Block[]
  progress?: Block[]
  issues?: Block[]
  processEvaluation?: Block[]
  improvements?: Block[]
  grade?: { code: string } | null
  nextStep?: NextStep | null
}

export interface ImportDraft {
  mission: Block[]
  policies: Block[]
  review: Block[]
  goals: DraftGoal[]
  /** Null, or missing, for a department's sheet. */
  plan?: DraftPlan | null
  organisation?: DraftUnit[]
  /** The targets of the draft cite these. */
  indicators?: DraftIndicator[]
}

/** The plan a document is about. */
export interface DraftPlan {
  name: string
  dimension: string
  editionName: string
  firstYear: number | null
  lastYear: number | null
  /** What the document calls its levels, from the top. */
  levelNames: string[]
  nodes: DraftNode[]
  gradingScheme: { id: string; name: string; grades: { code: string; meaning: string }[] } | null
  glossary: { term: string; definition: string }[]
}

export interface DraftNode {
  id: string
  parent: string | null
  level: number
  code: string
  title: string
  note: string
}

/** A section or body the document names: which unit it is, or whether it is to be created; neither leaves it open. */
export interface DraftUnit {
  name: string
  unit: string | null
  create: boolean
  kind: string
  group: boolean
}

/** An indicator the targets name: the city's it is, or whether it is to be added; neither leaves it open. */
export interface DraftIndicator {
  id: string
  name: string
  unit: string
  direction: Direction
  indicator: string | null
  create: boolean
}

export interface Printed {
  text: string
  spans?: Span[]
}

export interface Remark extends Bilingual {
  span: Span
  key: string
  decision: boolean
  ordinal?: number
  /** A person has looked at it and settled it. */
  resolved?: boolean
}

export interface Leftover {
  span: Span
  text: string
  kind: string
}

export interface YearProposal {
  value: number | null
  evidence: { span: Span; phrase: string; fiscalYear: number; role: string }[]
}

/** What a document brought and the city had already: nothing was created for it. */
export interface KnownAlready {
  offered: string
  present: string
  /** As the document names it; empty where it has no name. */
  name: string
}

export interface ImportView extends Omit<ImportRow, 'proposedFiscalYear' | 'printedUnit'> {
  /** The edition of a plan whose sheet it became. */
  edition?: string | null
  /** The unit of the city that bears the printed name. */
  matchingUnit: string | null
  revision: number
  source: string
  header: { unit: Printed; position?: Printed; holderName?: Printed }
  proposedFiscalYear: YearProposal
  draft: ImportDraft
  /** Places of a block or link by its id; of a goal's number and title by `<goal>/number`, `<goal>/title`. */
  spans: Record<string, Span[]>
  remarks: Remark[]
  leftovers: Leftover[]
  /** A layout that was known before the file came: our own workbook, or a form of the city by its name. */
  layout?: { kind: 'WORKBOOK' | 'FORM'; name: string } | null
  comparison?: Comparison | null
  can?: Partial<Record<'edit' | 'register' | 'abandon', { allowed: boolean }>>
  parts: { part: number; target: string; content: string; state: 'SENT' | 'APPLIED' | 'REFUSED'; reasonKey?: string; reason?: Bilingual | null; matches?: KnownAlready[] }[]
}

/** What registering a workbook of ours would do, as of now. */
export interface Comparison {
  unit: string
  fiscalYear: number
  unchanged: boolean
  goals: ComparedGoal[]
}

export interface ComparedGoal {
  id: string
  kind: GoalKind
  number: number
  title: string
  status: 'NEW' | 'CHANGED' | 'UNCHANGED' | 'CONFLICT' | 'GONE' | 'MISSING'
  /** On the sheet now, and written into the workbook. */
  revision: number | null
  baseRevision: number | null
  fields: { field: string; before: string[]; after: string[] }[]
  edit: { allowed: boolean; ja?: string; en?: string } | null
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

export function readImport(id: string): Promise<ImportView> {
  return get(`/api/goals/imports/${id}`)
}

export function useImport(id: string) {
  return useQuery({
    queryKey: ['import', id],
    queryFn: () => readImport(id),
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

/** Whose sheet it becomes: a unit's, or that of a plan's edition; the same name and years are the same edition. */
export type Owner = { unit: string; goals?: { id: string; revision: number }[] } | { edition: NamedEdition }

export interface NamedEdition {
  planName: string
  dimension: string
  name: string
  firstYear: number
  lastYear: number
}

/** A plan's document about several years may leave the year out: it is kept in the first one. */
export function register(view: ImportView, fiscalYear: number | null, owner: Owner): Promise<ImportView> {
  return post(`/api/goals/imports/${view.id}/registration`, { fiscalYear, ...owner }, { ifMatch: view.revision })
}

export function abandon(view: ImportView): Promise<void> {
  return call('DELETE', `/api/goals/imports/${view.id}`, { ifMatch: view.revision })
}
