import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Reviewed } from '@/contract/views'
import { Draft, type DraftGateway, type DraftState } from '@/lib/draft'

interface OpenDraft {
  flush(): Promise<number>
  close(): void
  reopen(): void
}

/** The texts in work on a page, so that submitting can finish all of them first. */
class Drafts {
  private readonly open = new Map<string, OpenDraft>()

  add(id: string, draft: OpenDraft): () => void {
    draft.reopen()
    this.open.set(id, draft)
    return () => {
      draft.close()
      if (this.open.get(id) === draft) this.open.delete(id)
    }
  }

  /** The revision of each item, after everything typed has become one. */
  async flushAll(): Promise<Map<string, number>> {
    const revisions = new Map<string, number>()
    for (const [id, draft] of this.open) revisions.set(id, await draft.flush())
    return revisions
  }

  retryAll(): void {
    for (const draft of this.open.values()) draft.flush().catch(() => undefined)
  }
}

const DraftsContext = createContext<Drafts | null>(null)

export function DraftsProvider({ children }: { children: ReactNode }) {
  const [drafts] = useState(() => new Drafts())
  useEffect(() => {
    const retry = () => drafts.retryAll()
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [drafts])
  return <DraftsContext value={drafts}>{children}</DraftsContext>
}

export function useDrafts(): Drafts {
  const drafts = use(DraftsContext)
  if (!drafts) throw new Error('no DraftsProvider above')
  return drafts
}

export interface UsedDraft<C> extends DraftState<C> {
  change(content: C): void
  flush(): Promise<number>
  resolve(content: C): Promise<number>
}

/** The text of one goal or report in work. */
export function useDraft<C, V extends Reviewed<C>>(
  gateway: DraftGateway<C, V>,
  person: string,
  view: V,
  editable: boolean,
  onPromoted: (view: V) => void,
): UsedDraft<C> {
  const drafts = useDrafts()
  const promoted = useRef(onPromoted)
  promoted.current = onPromoted
  const draft = useMemo(
    () => new Draft<C, V>(gateway, person, editable ? view : { ...view, workingCopy: null }, (next) => promoted.current(next)),
    // A draft lives as long as its goal is editable; later views come in through receive().
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [gateway, person, view.id, editable],
  )
  useEffect(() => (editable ? drafts.add(view.id, draft) : undefined), [drafts, draft, view.id, editable])
  useEffect(() => draft.receive(view), [draft, view])
  // What an earlier visit left in work was left: it becomes the next revision, and what is missing is counted anew.
  useEffect(() => {
    if (editable && draft.isDirty) draft.flush().catch(() => undefined)
  }, [draft, editable])
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot)
  return useMemo(
    () => ({
      ...state,
      change: (content: C) => draft.change(content),
      flush: () => draft.flush(),
      resolve: (content: C) => draft.resolve(content),
    }),
    [state, draft],
  )
}
