import { dayAndTime } from '@/lib/calendar'
import { Offline, Problem } from '@/lib/api'
import { newId } from '@/lib/ids'
import { say } from '@/lib/words'
import { abandonBatch, type BatchName, type ImportView, uploadFile } from './api'

/** Larger than the service takes; it is not sent. */
export class TooLarge extends Error {
  readonly megabytes: number

  constructor(megabytes: number) {
    super('too large')
    this.megabytes = megabytes
  }
}

export type Progress =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'read'; id: string; family: string; decisions: number; known: boolean }
  | { kind: 'refused'; error: unknown }
  | { kind: 'left' }

export interface SentFile {
  name: string
  progress: Progress
}

export interface UploadsState {
  batch: BatchName | null
  files: SentFile[]
  phase: 'IDLE' | 'SENDING' | 'HALTED' | 'STOPPED'
  /** Why nothing is sent at the moment, e.g. no network. */
  halt: unknown
}

const nothing: UploadsState = { batch: null, files: [], phase: 'IDLE', halt: null }

/**
 * Files on their way, one after the other, so that a browser and a service hold one of them at a time.
 * It lives above the pages: whoever looks at a draft meanwhile stops nothing.
 */
export class Uploads {
  private state: UploadsState = nothing
  private waiting: { file: File; index: number }[] = []
  private sending: Promise<unknown> = Promise.resolve()
  private readonly listeners = new Set<() => void>()

  readonly snapshot = (): UploadsState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Files chosen while others are on their way join them; otherwise they are a new batch. Answers when none waits any more. */
  add(files: File[]): Promise<UploadsState> {
    const going = this.state.phase === 'SENDING' || this.state.phase === 'HALTED'
    const before = going ? this.state.files : []
    const batch = going ? this.state.batch : { id: newId(), name: say('import.batchName', { at: dayAndTime(new Date().toISOString()) }) }
    const added = files.map((file, i) => ({ file, index: before.length + i }))
    this.waiting = [...(going ? this.waiting : []), ...added]
    this.set({ batch, files: [...before, ...files.map(({ name }): SentFile => ({ name, progress: { kind: 'waiting' } }))] })
    return going ? Promise.resolve(this.state) : this.run()
  }

  /** Goes on after a halt. */
  resume(): void {
    if (this.state.phase === 'HALTED') void this.run()
  }

  /** Ends the batch: what waits is not sent, what was only read is given up. */
  async stop(): Promise<number> {
    this.set({ phase: 'STOPPED', halt: null })
    // What is on its way arrives; only then is everything of the batch there to be given up.
    await this.sending.catch(() => undefined)
    const abandoned = await this.abandon()
    this.waiting = []
    this.set({ files: this.state.files.map((file) => (file.progress.kind === 'refused' || (file.progress.kind === 'read' && file.progress.known) ? file : { ...file, progress: { kind: 'left' } })) })
    return abandoned
  }

  /** Where this fails the batch halts, to be stopped again or gone on with. */
  private async abandon(): Promise<number> {
    try {
      return this.state.batch ? (await abandonBatch(this.state.batch.id)).abandoned : 0
    } catch (error) {
      this.set({ phase: 'HALTED', halt: error })
      throw error
    }
  }

  private async run(): Promise<UploadsState> {
    this.set({ phase: 'SENDING', halt: null })
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const done = await this.send(next.file, next.index)
      if (this.state.phase !== 'SENDING') return this.state
      if (!done) return this.state
      this.waiting = this.waiting.slice(1)
    }
    this.set({ phase: 'IDLE' })
    return this.state
  }

  /** False where the way is closed for every file, not for this one. */
  private async send(file: File, index: number): Promise<boolean> {
    const most = megabytesOf(file.name)
    if (file.size > most * 1024 * 1024) {
      this.put(index, { kind: 'refused', error: new TooLarge(most) })
      return true
    }
    this.put(index, { kind: 'sending' })
    const sending = uploadFile(file, this.state.batch!)
    this.sending = sending
    try {
      this.put(index, readOf(await sending, this.state.batch!))
      return true
    } catch (error) {
      if (this.state.phase === 'SENDING' && isHalt(error)) {
        this.put(index, { kind: 'waiting' })
        this.set({ phase: 'HALTED', halt: error })
        return false
      }
      this.put(index, { kind: 'refused', error })
      return true
    }
  }

  private put(index: number, progress: Progress): void {
    if (this.state.phase === 'STOPPED') return
    this.set({ files: this.state.files.map((file, i) => (i === index ? { ...file, progress } : file)) })
  }

  private set(values: Partial<UploadsState>): void {
    this.state = { ...this.state, ...values }
    for (const listener of this.listeners) listener()
  }
}

/** The same content stays one import: `known` where it came earlier. Of a whole view only what the list shows: hundreds of sources would fill the browser. */
function readOf(view: ImportView, batch: BatchName): Progress {
  return { kind: 'read', id: view.id, family: view.family, decisions: view.remarks.filter((remark) => remark.decision && !remark.resolved).length, known: view.batch !== batch.id }
}

/** No network, session over, too many requests, service away: the next file would meet the same. */
function isHalt(error: unknown): boolean {
  return error instanceof Offline || (error instanceof Problem && ([401, 429].includes(error.status) || error.status >= 502))
}

function megabytesOf(name: string): number {
  return /\.(pdf|docx|xlsx)$/i.test(name) ? 20 : 5
}
