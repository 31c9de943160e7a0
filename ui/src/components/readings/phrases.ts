import type { QueryClient } from '@tanstack/react-query'
import { Offline, post, Problem } from '@/lib/api'
import { newId } from '@/lib/ids'

/** A phrase of time as it was read. */
export interface ReadSchedule {
  span: [number, number]
  phrase: string
  kind: string
  start: string | null
  end: string | null
  /** The reading in words, e.g. 7/1～3/31. */
  ja: string
  en: string
}

/** A target or benchmark as it was read, e.g. 4,000人以上. */
export interface ReadTarget {
  span: [number, number]
  phrase: string
  ja: string
  en: string
}

export interface Phrases {
  schedules: ReadSchedule[]
  targets: ReadTarget[]
}

const rest = 700
const retry = 20_000
const mostTexts = 500
const mostCharacters = 200_000

export const nothingRead: Phrases = { schedules: [], targets: [] }

/**
 * How texts of one year are read. It asks once for each text, after a moment's rest and for many at a time; what
 * cannot be asked now is asked later, and nobody waits for it.
 */
export class PhraseStore {
  private readonly fiscalYear: number
  private readonly read = new Map<string, Phrases>()
  private readonly wanted = new Map<string, number>()
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | null = null
  private asking = false

  constructor(fiscalYear: number) {
    this.fiscalYear = fiscalYear
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  get(text: string): Phrases | undefined {
    return this.read.get(text)
  }

  /** A text is on the screen; what this answers says that it is not any more. */
  want(text: string): () => void {
    if (text.trim() === '') return () => undefined
    this.wanted.set(text, (this.wanted.get(text) ?? 0) + 1)
    if (!this.read.has(text)) this.schedule(rest)
    return () => {
      const count = (this.wanted.get(text) ?? 1) - 1
      if (count > 0) this.wanted.set(text, count)
      else this.wanted.delete(text)
    }
  }

  private schedule(after: number): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = null
      void this.ask()
    }, after)
  }

  private async ask(): Promise<void> {
    const texts = this.next()
    if (this.asking || texts.length === 0) return
    this.asking = true
    let again: number | null = null
    try {
      await this.askFor(texts)
      again = this.next().length > 0 ? 0 : null
    } catch (error) {
      if (error instanceof Offline || (error instanceof Problem && (error.status >= 500 || error.status === 429))) again = retry
      // Refused, or the session is over: the text stays text.
      else for (const text of texts) this.read.set(text, nothingRead)
    } finally {
      this.asking = false
      for (const listener of this.listeners) listener()
      if (again !== null) this.schedule(again)
    }
  }

  private async askFor(texts: string[]): Promise<void> {
    const named = texts.map((text) => ({ id: newId(), text }))
    const answer = await post<{ items: ({ id: string } & Phrases)[] }>('/api/goals/phrases', { fiscalYear: this.fiscalYear, side: 'GOAL', texts: named })
    const byId = new Map(answer.items.map((item) => [item.id, item]))
    for (const { id, text } of named) this.read.set(text, byId.get(id) ?? nothingRead)
  }

  /** What is on the screen and not read yet, as much as one request takes. */
  private next(): string[] {
    const texts: string[] = []
    let characters = 0
    for (const text of this.wanted.keys()) {
      if (this.read.has(text) || text.length > mostCharacters) continue
      characters += text.length
      if (texts.length === mostTexts || characters > mostCharacters) break
      texts.push(text)
    }
    return texts
  }
}

const stores = new WeakMap<QueryClient, Map<number, PhraseStore>>()

/** One store for each year, for as long as the page lives. */
export function phrasesOf(client: QueryClient, fiscalYear: number): PhraseStore {
  const byYear = stores.get(client) ?? new Map<number, PhraseStore>()
  stores.set(client, byYear)
  const store = byYear.get(fiscalYear) ?? new PhraseStore(fiscalYear)
  byYear.set(fiscalYear, store)
  return store
}
