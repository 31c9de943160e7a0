import type { DraftGoal, ImportView, Span } from './api'
import type { SourceMark } from './source-text'

export function marksOf(view: ImportView): SourceMark[] {
  const fields = Object.entries(view.spans ?? {}).flatMap(([target, spans]) => spans.map((span): SourceMark => ({ span, kind: 'field', target })))
  const head = [...(view.header?.unit?.spans ?? [])].map((span): SourceMark => ({ span, kind: 'field', target: 'header-unit' }))
  const years = view.proposedFiscalYear.evidence.map(({ span }, index): SourceMark => ({ span, kind: 'field', target: `year-${index}` }))
  const remarks = view.remarks.map(({ span }, index): SourceMark => ({ span, kind: 'remark', target: `remark-${index}` }))
  const rest = view.leftovers.map(({ span }, index): SourceMark => ({ span, kind: 'leftover', target: `rest-${index}` }))
  // The evidence of the year lies inside other fields: a click there picks the field.
  return [...remarks, ...fields, ...head, ...rest, ...years]
}

/** Every id a goal's parts have in `spans`. */
export function targetsOf(goal: DraftGoal): Set<string> {
  const ids = new Set(['number', 'title', 'grade', 'nextStep'].map((part) => `${goal.id}/${part}`))
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect)
    else if (typeof value === 'object' && value !== null) {
      if ('id' in value && typeof value.id === 'string') ids.add(value.id)
      Object.values(value).forEach(collect)
    }
  }
  collect(goal.content)
  collect(goal.result)
  return ids
}

/** The goal a place of the source belongs to: one with a part there, else the one that reaches around it most closely. */
export function goalAt(view: ImportView, [start, end]: Span): DraftGoal | null {
  let best: { goal: DraftGoal; length: number } | null = null
  for (const goal of view.draft.goals) {
    const spans = [...targetsOf(goal)].flatMap((id) => view.spans[id] ?? [])
    if (spans.length === 0) continue
    if (spans.some((span) => span[0] < Math.max(end, start + 1) && span[1] > start)) return goal
    const from = Math.min(...spans.map((span) => span[0]))
    const to = Math.max(...spans.map((span) => span[1]))
    if (from <= start && to >= end && (!best || to - from < best.length)) best = { goal, length: to - from }
  }
  return best?.goal ?? null
}
