import { emptyGoal, emptyReport, type Block, type GoalContent, type RoleCode } from '@/contract/content'
import type { Can, GoalView, Me, PlanEdition, ReportSheetView, ReportView, SheetView, Unit } from '@/contract/views'

/** The invented city なぎさ市. */
export const civic = '018f0000-0000-7000-8000-00000000c001'
export const planning = '018f0000-0000-7000-8000-00000000c002'
export const goalId = '018f0000-0000-7000-8000-00000000a001'

const yes = { allowed: true }
const no = { allowed: false, reason: 'forbidden', ja: '担当者だけができます。', en: 'Only a clerk may do this.' }

export function me(role: RoleCode, id = 'p-sato', name = '佐藤 花'): Me {
  const unit = role === 'PLANNING' ? { unit: planning, unitName: '政策企画課', unitCode: 'planning' } : { unit: civic, unitName: 'くらし協働部', unitCode: 'civic' }
  return {
    person: { id, name },
    municipality: { id: 'm-1', slug: 'nagisa', name: 'なぎさ市' },
    roles: [{ ...unit, role, direct: true }],
    today: '2026-11-21',
    csrf: { header: 'X-XSRF-TOKEN', cookie: 'XSRF-TOKEN' },
  }
}

export function block(id: string, level: number, marker: string, text: string): Block {
  return { id, level, marker, text, tags: [], repeatOf: null }
}

export const clerkCan: Can = { edit: yes, delete: yes, submit: yes, comment: yes, approve: no, confirm: no, return: no, withdraw: no, correctAndApprove: no }
export const headCan: Can = { edit: no, submit: no, approve: yes, correctAndApprove: yes, return: yes, comment: yes, confirm: no, withdraw: no }
export const plannerCan: Can = { edit: no, submit: no, approve: no, confirm: yes, return: yes, comment: yes, withdraw: no, correctAndApprove: no }

export const goalContent: GoalContent = {
  ...emptyGoal,
  title: '環境学習の推進',
  actions: [block('b-1', 1, '(1)', '出前講座の開催（7月～3月、参加者150人）'), block('b-2', 2, '①', '小学校10校で開く')],
  links: [
    { id: 'l-1', dimension: 'comprehensive-plan', choice: 'NODE', node: 'n-1', code: '1-1-①', title: '環境にやさしいくらし' },
    { id: 'l-2', dimension: 'basic-policy', choice: 'NO_LINK', node: null, code: '', title: '' },
  ],
}

export function goal(values: Partial<GoalView> = {}): GoalView {
  return {
    id: goalId,
    kind: 'ANNUAL_GOAL',
    number: 1,
    state: 'DRAFT',
    revision: 3,
    content: goalContent,
    comments: [],
    workingCopy: null,
    comparedRevision: null,
    lastWriter: null,
    whoseTurn: { role: 'STAFF', unit: civic, names: ['佐藤 花'], until: '2026-12-31T15:00:00Z' },
    missing: [],
    can: clerkCan,
    ...values,
  }
}

export function sheet(goals: GoalView[], values: Partial<SheetView> = {}): SheetView {
  return {
    id: 's-1',
    fiscalYear: 2026,
    unit: { id: civic, code: 'civic', name: 'くらし協働部', position: '部長', holderName: '鈴木 一郎' },
    mode: 'LIVE',
    window: { status: 'OPEN', opensAt: '2026-09-30T15:00:00Z', closesAt: '2026-12-31T15:00:00Z', reason: '' },
    structureRevision: 1,
    goals,
    can: { create: yes },
    ...values,
  }
}

export const scheme = {
  id: 'g-1',
  name: '達成度',
  grades: [
    { code: 'A', label: '目標を達成', definition: '目標を達成した' },
    { code: 'B', label: 'ほぼ達成', definition: '課題または改善の余地がある' },
  ],
}

export function report(values: Partial<ReportView> = {}): ReportView {
  return {
    id: 'r-1',
    goal: { id: goalId, kind: 'ANNUAL_GOAL', number: 1, title: goalContent.title, content: goalContent, revision: 5 },
    state: 'DRAFT',
    revision: 1,
    content: emptyReport,
    comments: [],
    workingCopy: null,
    comparedRevision: null,
    lastWriter: null,
    whoseTurn: null,
    missing: [],
    can: clerkCan,
    ...values,
  }
}

export function reportSheet(reports: ReportView[]): ReportSheetView {
  const { unit, window } = sheet([])
  return { fiscalYear: 2026, unit, round: 'YEAR_END', mode: 'LIVE', window, gradingScheme: scheme, reports }
}

export const plans: PlanEdition[] = [
  edition('comprehensive-plan', '総合計画', [
    ['n-1', '1-1-①', '環境にやさしいくらし'],
    ['n-2', '1-1-②', '資源の循環'],
  ]),
  edition('basic-policy', '基本政策', [['n-9', '4', '地域のつながり']]),
]

function edition(dimension: string, planName: string, nodes: [string, string, string][]): PlanEdition {
  return {
    id: `e-${dimension}`,
    plan: `p-${dimension}`,
    dimension,
    planName,
    name: '前期基本計画',
    firstYear: 2024,
    lastYear: 2028,
    nodes: nodes.map(([id, code, title], ordinal) => ({ id, parent: null, ordinal, path: [ordinal], code, title, linkable: true })),
  }
}

export const units: Unit[] = [
  { id: civic, code: 'civic', kind: 'DEPARTMENT', name: 'くらし協働部', parent: null, ordinal: 1, position: '部長', holderName: '鈴木 一郎', contact: '内線 201' },
  { id: planning, code: 'planning', kind: 'PLANNING_DIVISION', name: '政策企画課', parent: null, ordinal: 2, position: '課長', holderName: '山田 薫', contact: '内線 100' },
]
