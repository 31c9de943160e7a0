import type { Reviewed, RevisionEntry, ReviewComment, Page } from '@/contract/views'
import { call, get, post, put } from './api'
import type { DraftGateway } from './draft'
import { newId } from './ids'

export type ReviewedBase = '/api/goals' | '/api/evaluations'

/** The resources that goals and reports have in common. */
export function draftGateway<C, V extends Reviewed<C>>(base: ReviewedBase): DraftGateway<C, V> {
  return {
    saveCopy: (id, baseRevision, content) => put(`${base}/${id}/working-copy`, { baseRevision, content }),
    dropCopy: (id) => call('DELETE', `${base}/${id}/working-copy`),
    promote: (id, revision, content) => put<V>(`${base}/${id}`, { content }, { ifMatch: revision }),
    fetch: (id) => get<V>(`${base}/${id}`),
  }
}

export function readRevisions(base: ReviewedBase, id: string): Promise<Page<RevisionEntry>> {
  return get<Page<RevisionEntry> | RevisionEntry[]>(`${base}/${id}/revisions`).then((list) => (Array.isArray(list) ? { items: list } : list))
}

/** The full content of one revision. */
export async function readRevision<C extends object>(base: ReviewedBase, id: string, revision: number): Promise<C> {
  const answer = await get<C | { content: C }>(`${base}/${id}/revisions/${revision}`)
  return 'content' in answer ? answer.content : answer
}

export function addComment(base: ReviewedBase, id: string, comment: { anchor: string | null; text: string; inReplyTo: string | null }): Promise<ReviewComment> {
  return post(`${base}/${id}/comments`, comment, { idempotencyKey: newId() })
}

export type SetCommand = 'submission' | 'withdrawal' | 'approval' | 'return' | 'confirmation'

/** One item of a set command names the revision that was read. */
export interface SetItem<C> {
  id: string
  revision: number
  correction?: C
}

export interface ReturnComment {
  item: string
  anchor: string | null
  text: string
}
