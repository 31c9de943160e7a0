import type { Reviewed } from '@/contract/views'
import { Offline, Problem } from './api'
import { drop, keep, kept } from './device-store'
import { same } from './same'

/** How a text in work is stored; goals and reports have the same four resources. */
export interface DraftGateway<C, V extends Reviewed<C>> {
  saveCopy(id: string, baseRevision: number, content: C): Promise<{ updatedAt: string }>
  dropCopy(id: string): Promise<unknown>
  promote(id: string, revision: number, content: C): Promise<V>
  fetch(id: string): Promise<V>
}

export type SaveStatus =
  | { kind: 'clean' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'onDevice'; at: string }
  | { kind: 'refused'; problem: Problem }

/** Somebody else changed the same goal: both texts, and the common one where it is known. */
export interface Conflict<C> {
  base: C | null
  theirs: C
  theirsRevision: number
}

export interface DraftState<C> {
  content: C
  status: SaveStatus
  conflict: Conflict<C> | null
}

export class ConflictOpen extends Error {}

/** A copy kept before contents had all their parts of today gets the missing ones from the text itself. */
function wholeCopy<C, T extends { content: C }>(copy: T | null, whole: C): T | null {
  return copy && { ...copy, content: { ...whole, ...copy.content } }
}

const pause = 1_000
const retry = 10_000

/**
 * One goal or report in work. Typing goes to this device at once and to the working copy a second later;
 * `flush` (leaving the goal, submitting) makes it the next revision. Nothing typed is ever thrown away here.
 */
export class Draft<C, V extends Reviewed<C>> {
  readonly id: string
  private readonly gateway: DraftGateway<C, V>
  private readonly key: string
  private readonly onPromoted: (view: V) => void
  private base: { revision: number; content: C }
  private hasCopy = false
  private closed = false
  private state: DraftState<C>
  private timer: ReturnType<typeof setTimeout> | null = null
  private queue: Promise<unknown> = Promise.resolve()
  private readonly listeners = new Set<() => void>()

  constructor(gateway: DraftGateway<C, V>, person: string, view: V, onPromoted: (view: V) => void) {
    this.gateway = gateway
    this.id = view.id
    this.key = `${person}.${view.id}`
    this.onPromoted = onPromoted
    this.base = { revision: view.revision, content: view.content }
    this.state = { content: view.content, status: { kind: 'clean' }, conflict: null }
    this.restore(view)
  }

  readonly snapshot = (): DraftState<C> => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get isDirty(): boolean {
    return !same(this.state.content, this.base.content)
  }

  change(content: C): void {
    const at = new Date().toISOString()
    const onDevice = keep(this.key, { baseRevision: this.base.revision, content, savedAt: at })
    this.set({ content, status: onDevice ? this.state.status : { kind: 'saving' } })
    this.schedule(pause)
  }

  /** The server's view was read again. */
  receive(view: V): void {
    if (view.revision <= this.base.revision) return
    if (!this.isDirty) {
      this.base = { revision: view.revision, content: view.content }
      this.set({ content: view.content, conflict: null })
    } else {
      this.rebase(view)
    }
  }

  /** Makes what was typed the next revision and answers it. */
  flush(): Promise<number> {
    this.stopTimer()
    return this.enqueue(async () => {
      if (this.state.conflict) throw new ConflictOpen()
      if (!this.isDirty) {
        await this.tidy()
        return this.base.revision
      }
      return this.promote(true)
    })
  }

  /** The page is left: what waits is written now; what fails stays on this device for the next visit. */
  close(): void {
    this.closed = true
    if (!this.timer) return
    this.stopTimer()
    void this.enqueue(() => this.save()).catch(() => undefined)
  }

  reopen(): void {
    this.closed = false
  }

  /** The person chose, field by field, what stands. */
  resolve(content: C): Promise<number> {
    const conflict = this.state.conflict
    if (conflict) {
      this.base = { revision: conflict.theirsRevision, content: conflict.theirs }
      keep(this.key, { baseRevision: this.base.revision, content, savedAt: new Date().toISOString() })
      this.set({ content, conflict: null })
    }
    return this.flush()
  }

  private restore(view: V): void {
    const device = wholeCopy(kept<C>(this.key), view.content)
    const copy = wholeCopy(view.workingCopy, view.content)
    this.hasCopy = copy !== null
    const found = device ?? copy
    if (!found || same(found.content, view.content)) {
      drop(this.key)
      return
    }
    const status: SaveStatus = device ? { kind: 'onDevice', at: device.savedAt } : { kind: 'saved', at: copy!.updatedAt }
    const stale = found.baseRevision < view.revision
    const conflict = stale ? { base: null, theirs: view.content, theirsRevision: view.revision } : null
    this.state = { content: found.content, status, conflict }
    if (device) this.schedule(pause)
  }

  private async save(): Promise<void> {
    if (!this.isDirty) {
      await this.tidy()
      return
    }
    const content = this.state.content
    this.set({ status: { kind: 'saving' } })
    try {
      const saved = await this.gateway.saveCopy(this.id, this.base.revision, content)
      this.hasCopy = true
      if (this.state.content === content) {
        drop(this.key)
        this.set({ status: { kind: 'saved', at: saved?.updatedAt ?? new Date().toISOString() } })
      }
    } catch (error) {
      this.keepAfter(error)
    }
  }

  private async promote(again: boolean): Promise<number> {
    const content = this.state.content
    this.set({ status: { kind: 'saving' } })
    let view: V
    try {
      view = await this.gateway.promote(this.id, this.base.revision, content)
    } catch (error) {
      if (error instanceof Problem && error.status === 412) return this.meetTheirs(again)
      this.keepAfter(error)
      throw error
    }
    this.base = { revision: view.revision, content: view.content }
    this.hasCopy = false
    if (this.state.content === content) {
      drop(this.key)
      this.set({ content: view.content, status: { kind: 'saved', at: new Date().toISOString() } })
    }
    this.onPromoted(view)
    return view.revision
  }

  private async meetTheirs(again: boolean): Promise<number> {
    const theirs = await this.gateway.fetch(this.id)
    this.rebase(theirs)
    this.onPromoted(theirs)
    if (this.state.conflict) throw new ConflictOpen()
    if (!again) throw new ConflictOpen()
    return this.promote(false)
  }

  /** A newer revision with the same text (a comment, a return) is no conflict; another text is. */
  private rebase(view: V): void {
    const before = this.base
    if (same(view.content, before.content) || same(view.content, this.state.content)) {
      this.base = { revision: view.revision, content: view.content }
      this.set({})
      return
    }
    this.set({ status: { kind: 'clean' }, conflict: { base: before.content, theirs: view.content, theirsRevision: view.revision } })
  }

  private async tidy(): Promise<void> {
    drop(this.key)
    if (!this.hasCopy) return
    await this.gateway.dropCopy(this.id)
    this.hasCopy = false
  }

  private keepAfter(error: unknown): void {
    // A closed draft is not the only one any more: it must not write over a newer one's copy.
    if (this.closed) return
    const at = new Date().toISOString()
    keep(this.key, { baseRevision: this.base.revision, content: this.state.content, savedAt: at })
    const refused = error instanceof Problem && error.status >= 400 && error.status < 500 && error.status !== 401
    if (refused && error.status !== 429) {
      this.set({ status: { kind: 'refused', problem: error } })
      return
    }
    if (!(error instanceof Problem) && !(error instanceof Offline)) throw error
    this.set({ status: { kind: 'onDevice', at } })
    this.schedule(retry)
  }

  private schedule(after: number): void {
    this.stopTimer()
    this.timer = setTimeout(() => {
      this.timer = null
      void this.enqueue(() => this.save()).catch(() => undefined)
    }, after)
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work, work)
    this.queue = next.catch(() => undefined)
    return next
  }

  private set(values: Partial<DraftState<C>>): void {
    this.state = { ...this.state, ...values }
    for (const listener of this.listeners) listener()
  }
}
