import type { Decision } from '@/contract/views'
import { currentLanguage } from '@/lib/language'

/** Why something cannot be done, since when and whom to ask: the sentence of the policy that enforces it. */
export function whyNot(decision: Decision | undefined): string {
  if (!decision || decision.allowed) return ''
  return (currentLanguage() === 'ja' ? decision.ja : decision.en) ?? decision.ja ?? ''
}

export function may(decision: Decision | undefined): boolean {
  return decision?.allowed === true
}

/** A period that is over or a copy that is stale concerns a writer; that somebody else's text is not mine to write goes without saying. */
export function isWorthSaying(decision: Decision | undefined): boolean {
  return decision !== undefined && !decision.allowed && !['forbidden', 'wrong-state'].includes(decision.reason ?? '')
}
