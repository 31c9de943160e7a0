import type { PhraseDecision } from '@/contract/content'
import { say } from '@/lib/words'
import { daysText } from './days'

/** How often the same words stand before this place in the text, this one included. */
export function occurrenceOf(text: string, phrase: string, start: number): number {
  let count = 1
  for (let at = text.indexOf(phrase); at >= 0 && at < start; at = text.indexOf(phrase, at + 1)) count++
  return count
}

export function decisionAt(decisions: PhraseDecision[], block: string, phrase: string, occurrence: number): PhraseDecision | null {
  return decisions.find((each) => each.block === block && each.phrase === phrase && each.occurrence === occurrence) ?? null
}

/** The list with one place decided anew; without a decision the text is read by itself again. */
export function decided(decisions: PhraseDecision[], place: Pick<PhraseDecision, 'block' | 'phrase' | 'occurrence'>, decision: PhraseDecision | null): PhraseDecision[] {
  const others = decisions.filter((each) => decisionAt([each], place.block, place.phrase, place.occurrence) === null)
  return decision ? [...others, decision] : others
}

/** 「7月～3月」は7/1～3/31, for comparisons. */
export function decisionText({ phrase, decision, start, end }: PhraseDecision): string {
  return decision === 'NONE' ? say('reading.saidNone', { phrase }) : say('reading.said', { phrase, days: daysText(start, end) })
}
