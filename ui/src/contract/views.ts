import type { Bilingual } from '@/lib/words'
import type { FieldError } from '@/lib/api'
import type { GoalContent, GoalKind, ReportContent, ReviewState, RoleCode, Round } from './content'

/** What the services answer; the words stand in the READMEs of the services. */

export interface Page<T> {
  items: T[]
  next?: string | null
}

export interface Me {
  person: { id: string; name: string }
  municipality: { id: string; slug: string; name: string }
  roles: MyRole[]
  today: string
  csrf: { header: string; cookie: string } | null
}

export interface MyRole {
  unit: string
  unitName: string
  unitCode: string
  role: RoleCode
  /** False where the role comes from the department above. */
  direct?: boolean
}

/** What the reader may do with one goal or report, and why not. */
export interface Decision {
  allowed: boolean
  reason?: string | null
  ja?: string | null
  en?: string | null
  since?: string | null
}

export type ReviewAction =
  | 'edit'
  | 'delete'
  | 'submit'
  | 'withdraw'
  | 'approve'
  | 'correctAndApprove'
  | 'return'
  | 'comment'
  | 'confirm'
  | 'publish'

export type Can = Partial<Record<ReviewAction, Decision>>

export interface WindowView {
  status: string
  opensAt?: string | null
  closesAt?: string | null
  reason?: string | null
}

export interface ReviewComment {
  id: string
  anchor: string | null
  text: string
  author: string
  authorName: string
  revision: number
  inReplyTo: string | null
  at: string
}

export interface WorkingCopy<C> {
  baseRevision: number
  content: C
  updatedAt: string
}

export interface Turn {
  role: RoleCode | null
  unit: string | null
  unitName?: string | null
  names: string[]
  until: string | null
}

/** What goals and reports have in common: owner, state, revision, comments, turn. */
export interface Reviewed<C> {
  id: string
  state: ReviewState
  revision: number
  content: C
  comments: ReviewComment[]
  workingCopy: WorkingCopy<C> | null
  /** The revision on which this reader last acted. */
  comparedRevision: number | null
  lastWriter: { id: string; name: string } | null
  whoseTurn: Turn | null
  /** What blocks the submission. */
  missing: FieldError[]
  can: Can
}

export interface GoalView extends Reviewed<GoalContent> {
  kind: GoalKind
  number: number
  /** The edition of the plan on whose sheet it stands; null or missing on a unit's sheet. */
  edition?: string | null
}

export interface UnitHead {
  id: string
  code: string
  name: string
  position: string
  holderName: string
}

export interface SheetView {
  id: string | null
  fiscalYear: number
  unit: UnitHead
  mode: 'LIVE' | 'BACK_LOADING'
  window: WindowView | null
  structureRevision: number
  goals: GoalView[]
  can: Record<string, Decision>
}

/** A goal of a plan: who answers for it, and where in the plan it stands. */
export interface PlanGoalView extends GoalView {
  ownerUnit: { id: string; name: string }
  node: string | null
}

/** The edition of a plan, as its sheet heads itself with. */
export interface EditionHead {
  id: string
  dimension: string
  planName: string
  name: string
  firstYear: number
  lastYear: number
  /** What its levels are called, from the top. */
  levels: string[]
}

export interface SheetNode {
  id: string
  parent: string | null
  level: number
  code: string
  title: string
}

/** 計画の取組: the goals of a plan's edition in one year. */
export interface PlanSheetView {
  id: string
  fiscalYear: number
  edition: EditionHead
  mode: 'LIVE' | 'BACK_LOADING'
  window: WindowView | null
  nodes: SheetNode[]
  goals: PlanGoalView[]
  can: Record<string, Decision>
}

export interface PlanSheetSummary {
  id: string
  edition: string
  planName: string
  name: string
  fiscalYear: number
  counts: Partial<Record<ReviewState, number>>
  confirmed: number
  total: number
}

export interface SheetSummary {
  id: string
  fiscalYear: number
  unit: string
  unitName: string
  counts: Partial<Record<ReviewState, number>>
  confirmed: number
  total: number
  window: WindowView | null
  whoseTurn: Turn | null
}

export interface ReportGoal {
  id: string
  kind: GoalKind
  number: number
  title: string
  content: GoalContent
  revision: number
}

export interface ReportView extends Reviewed<ReportContent> {
  goal: ReportGoal
}

export interface GradingScheme {
  id: string
  name: string
  grades: { code: string; label: string; definition: string }[]
}

export interface ReportSheetView {
  fiscalYear: number
  unit: UnitHead
  round: Round
  mode?: 'LIVE' | 'BACK_LOADING'
  window: WindowView | null
  gradingScheme: GradingScheme | null
  reports: ReportView[]
}

/** The reports of a plan's edition in one year and round. */
export interface PlanReportSheetView {
  fiscalYear: number
  edition: { id: string; planName: string; name: string }
  round: Round
  mode?: 'LIVE' | 'BACK_LOADING'
  window: WindowView | null
  gradingScheme: GradingScheme | null
  reports: ReportView[]
}

export interface RevisionEntry {
  revision: number
  occasion: string
  actorName: string
  at: string
}

export interface Unit {
  id: string
  code: string
  kind: string
  name: string
  parent: string | null
  ordinal: number
  position: string
  holderName: string
  contact: string
}

export interface PlanNode {
  id: string
  parent: string | null
  ordinal: number
  path: number[]
  code: string
  title: string | null
  linkable: boolean
}

export interface PlanEdition {
  id: string
  plan: string
  dimension: string
  planName: string
  name: string
  firstYear: number
  lastYear: number
  nodes: PlanNode[]
}

/** A plan node as goals-service offers it for links. */
export interface PlanNodeChoice {
  id: string
  dimension: string
  planName?: string
  code: string
  title: string | null
  linkable?: boolean
}

export interface CycleWindow {
  id: string
  kind: 'GOALS' | 'REPORTS'
  round: Round | null
  opensAt: string
  closesAt: string
  revision: number
  closedReason: string
  extensions: { id: string; unit: string; closesAt: string; reason: string }[]
}

export interface Cycle {
  id: string
  fiscalYear: number
  mode: 'LIVE' | 'BACK_LOADING'
  rounds: Round[]
  windows: CycleWindow[]
  revision: number
}

export interface Notice {
  id: string
  kind: string
  ja: string
  en: string
  link: string | null
  /** A planner's own words, e.g. in a request. */
  text?: string
  at: string
  readAt: string | null
  dueOn: string | null
}

export interface Inbox {
  unread: number
  items: Notice[]
  next: string | null
}

export interface Todo {
  kind: string
  ja: string
  en: string
  link: string | null
  dueOn: string | null
  count: number | null
}

/** One line of 提出状況: a unit, and its goals or the reports of a round. */
export interface SubmissionLine {
  unit: string
  unitName: string
  parent: string | null
  kind: 'GOAL' | 'REPORT'
  round: string
  states: Partial<Record<ReviewState, number>>
  total: number
  turn: RoleCode | null
  turnNames: string[]
  dueOn: string | null
  daysLate: number
  lastContact: { kind: 'NOTE' | 'REQUEST'; text: string; byName: string; at: string } | null
}

export interface ReleaseCheck {
  kind: 'INITIAL' | 'FINAL'
  ready: boolean
  items: ReleaseItem[]
  problems: (Bilingual & { key: string; blocking: boolean; link: string | null })[]
}

export interface ReleaseItem {
  goal: string
  goalRevision: number
  report: string | null
  reportRevision: number | null
}

export interface Release {
  id: string
  unit: string
  unitName: string
  unitCode: string
  fiscalYear: number
  kind: 'INITIAL' | 'FINAL'
  edition: number
  state: string
  decisionDate: string
  documentNumber: string
  publishAt: string
  sha256?: string
  address: string
  withdrawnWhy: string
  can: { withdraw?: Decision }
}
