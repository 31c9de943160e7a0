import type { Responsibility } from '@/contract/content'
import { say, sayOf } from '@/lib/words'
import type { DraftGoal, DraftIndicator, DraftNode, DraftResult, DraftUnit, ImportDraft } from './api'
import type { DraftField } from './desk'

const plain = (value: string) => value

/** The words of one entry or target, wherever it stands. */
export function textField(label: string, id: string): DraftField<string> {
  return { label, read: (draft) => textOf(draft, id) ?? '', write: (draft, text) => withText(draft, id, text), show: plain }
}

/** One part of a goal's content. */
export function contentField<K extends 'title' | 'code'>(label: string, goal: string, part: K): DraftField<string> {
  return {
    label,
    read: (draft) => goalOf(draft, goal)?.content[part] ?? '',
    write: (draft, value) => withGoal(draft, goal, (each) => ({ ...each, content: { ...each.content, [part]: value } })),
    show: plain,
  }
}

export function referenceField(goal: string, index: number): DraftField<string> {
  return {
    label: say('goal.references'),
    read: (draft) => goalOf(draft, goal)?.content.references[index] ?? '',
    write: (draft, value) => withGoal(draft, goal, (each) => ({ ...each, content: { ...each.content, references: each.content.references.map((old, at) => (at === index ? value : old)) } })),
    show: plain,
  }
}

export function nodeField(goal: string): DraftField<string | null> {
  return {
    label: say('import.node'),
    read: (draft) => goalOf(draft, goal)?.node ?? null,
    write: (draft, node) => withGoal(draft, goal, (each) => ({ ...each, node })),
    show: (node) => node ?? say('import.noNode'),
  }
}

export function gradeField(goal: string): DraftField<string | null> {
  return {
    label: say('report.grade'),
    read: (draft) => goalOf(draft, goal)?.result?.grade?.code ?? null,
    write: (draft, code) => withResult(draft, goal, { grade: code ? { code } : null }),
    show: (code) => code ?? say('text.none'),
  }
}

export function nextStepField(goal: string): DraftField<DraftResult['nextStep']> {
  return {
    label: say('report.nextStep'),
    read: (draft) => goalOf(draft, goal)?.result?.nextStep ?? null,
    write: (draft, nextStep) => withResult(draft, goal, { nextStep }),
    show: (step) => (step ? sayOf('nextStep', step) : say('text.none')),
  }
}

export function responsibilityField(goal: string, id: string): DraftField<Responsibility | null> {
  return {
    label: say('goal.responsibilities'),
    read: (draft) => goalOf(draft, goal)?.content.responsibilities.find((each) => each.id === id) ?? null,
    write: (draft, value) =>
      withGoal(draft, goal, (each) => ({
        ...each,
        content: { ...each.content, responsibilities: each.content.responsibilities.flatMap((old) => (old.id === id ? (value ? [value] : []) : [old])) },
      })),
    show: (value) => (value ? `${sayOf('responsibility', value.role)} ${value.name}` : say('text.none')),
  }
}

export function planNodeField(label: string, id: string, part: 'code' | 'title'): DraftField<string> {
  const change = (nodes: DraftNode[], value: string) => nodes.map((node) => (node.id === id ? { ...node, [part]: value } : node))
  return {
    label,
    read: (draft) => draft.plan?.nodes.find((node) => node.id === id)?.[part] ?? '',
    write: (draft, value) => ({ ...draft, plan: draft.plan && { ...draft.plan, nodes: change(draft.plan.nodes, value) } }),
    show: plain,
  }
}

export function unitField(name: string): DraftField<DraftUnit | null> {
  return {
    label: name,
    read: (draft) => draft.organisation?.find((each) => each.name === name) ?? null,
    write: (draft, value) => ({ ...draft, organisation: draft.organisation?.map((each) => (each.name === name && value ? value : each)) }),
    show: (value) => (value?.create ? say('import.unit.create') : (value?.unit ?? say('import.unit.open'))),
  }
}

export function indicatorField({ id, name }: DraftIndicator): DraftField<DraftIndicator | null> {
  return {
    label: name,
    read: (draft) => draft.indicators?.find((each) => each.id === id) ?? null,
    write: (draft, value) => ({ ...draft, indicators: draft.indicators?.map((each) => (each.id === id && value ? value : each)) }),
    show: (value) => say(value?.create ? 'import.indicator.create' : value?.indicator ? 'import.indicator.chosen' : 'import.indicator.open'),
  }
}

function goalOf(draft: ImportDraft, goal: string): DraftGoal | undefined {
  return draft.goals.find((each) => each.id === goal)
}

function withGoal(draft: ImportDraft, goal: string, change: (goal: DraftGoal) => DraftGoal): ImportDraft {
  return { ...draft, goals: draft.goals.map((each) => (each.id === goal ? change(each) : each)) }
}

function withResult(draft: ImportDraft, goal: string, values: Partial<DraftResult>): ImportDraft {
  return withGoal(draft, goal, (each) => ({ ...each, result: each.result && { ...each.result, ...values } }))
}

interface Entry {
  id: string
  text: string
}

function isEntry(value: object): value is Entry {
  return 'id' in value && 'text' in value && typeof value.text === 'string'
}

/** The draft with one entry's text changed, wherever it stands. */
export function withText<T>(value: T, id: string, text: string): T {
  if (Array.isArray(value)) return value.map((each: unknown) => withText(each, id, text)) as T
  if (typeof value !== 'object' || value === null) return value
  if (isEntry(value)) return value.id === id ? { ...value, text } : value
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, withText(each, id, text)])) as T
}

function textOf(value: unknown, id: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  if (isEntry(value)) return value.id === id ? value.text : null
  for (const each of Object.values(value)) {
    const found = textOf(each, id)
    if (found !== null) return found
  }
  return null
}
