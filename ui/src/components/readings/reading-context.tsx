import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo, useRef } from 'react'
import type { PhraseDecision } from '@/contract/content'
import { decided } from './decisions'
import { phrasesOf, type PhraseStore } from './phrases'

export type Place = Pick<PhraseDecision, 'block' | 'phrase' | 'occurrence'>

export interface ReadingPlace {
  fiscalYear: number
  store: PhraseStore
  decisions: PhraseDecision[]
  /** Null where the text is not the reader's to change. */
  decide: ((place: Place, decision: PhraseDecision | null) => void) | null
}

const ReadingContext = createContext<ReadingPlace | null>(null)

interface ReadingProviderProps {
  fiscalYear: number
  decisions: PhraseDecision[]
  onDecide: ((decisions: PhraseDecision[]) => void) | null
  children: ReactNode
}

/** Under the texts inside stands in grey how their phrases of time and their targets were read. */
export function ReadingProvider({ fiscalYear, decisions, onDecide, children }: ReadingProviderProps) {
  const client = useQueryClient()
  // 「元に戻す」 comes later: it must meet the text of then, not of now.
  const latest = useRef({ decisions, onDecide })
  latest.current = { decisions, onDecide }
  const decidable = onDecide !== null
  const place = useMemo<ReadingPlace>(
    () => ({
      fiscalYear,
      store: phrasesOf(client, fiscalYear),
      decisions,
      decide: decidable ? (at, decision) => latest.current.onDecide?.(decided(latest.current.decisions, at, decision)) : null,
    }),
    [client, fiscalYear, decisions, decidable],
  )
  return <ReadingContext value={place}>{children}</ReadingContext>
}

export function useReadingPlace(): ReadingPlace | null {
  return use(ReadingContext)
}
