/** Contents of goals and reports, as the records of `platform/event-contracts` (`jp.meguri.events.content`) write them. */

export type Tag = 'PRIORITY' | 'NEW' | 'EXPANDED'

/** One paragraph (level 0) or list entry (level 1..); an entry belongs to the nearest one above with a smaller level. */
export interface Block {
  id: string
  level: number
  marker: string
  text: string
  tags: Tag[]
  repeatOf: string | null
}

export type LinkChoice = 'NODE' | 'NO_LINK' | 'AS_PRINTED'

/** 関連計画・施策. A dimension without any link is "not yet chosen". */
export interface PlanLink {
  id: string
  dimension: string
  choice: LinkChoice
  node: string | null
  code: string
  title: string
}

export type GoalKind = 'MISSION_AND_POLICIES' | 'ANNUAL_GOAL' | 'MID_TERM_GOAL'

/** 目標・達成目標 of a goal of a plan, as printed. */
export interface GoalTarget {
  id: string
  /** The action it belongs to as printed, e.g. イ(ア); empty for none. */
  key: string
  cites: string | null
  text: string
  /** 指標: what is measured; the targets of several goals may share it. */
  indicator?: string | null
}

export const responsibilityRoles = ['PRIMARY', 'CO_LEAD', 'RELATED', 'UNKNOWN'] as const
export type ResponsibilityRole = (typeof responsibilityRoles)[number]

/** 取組主管課・関係課等 in printed order. */
export interface Responsibility {
  id: string
  role: ResponsibilityRole
  unit: string | null
  name: string
  /** The name is no unit but a selection (全ての課等). */
  group: boolean
}

/** What a person said about a phrase of time in a text; it holds as long as the block still has the phrase. */
export interface PhraseDecision {
  block: string
  phrase: string
  /** 1 for the first time these words stand in the block. */
  occurrence: number
  decision: 'CONFIRMED' | 'CORRECTED' | 'NONE'
  kind: string | null
  start: string | null
  end: string | null
}

export interface GoalContent {
  title: string
  tags: Tag[]
  mission: Block[]
  policies: Block[]
  statement: Block[]
  actions: Block[]
  roadmap: Block[]
  links: PlanLink[]
  contributesTo: string | null
  leadSection: string | null
  /** From here on: only goals of a plan, except what was said about phrases of time. */
  purpose: Block[]
  direction: Block[]
  targets: GoalTarget[]
  responsibilities: Responsibility[]
  references: string[]
  readings: PhraseDecision[]
  /** The number or code printed before the title; it may stand twice or be empty. */
  code: string
}

export const emptyGoal: GoalContent = {
  title: '',
  tags: [],
  mission: [],
  policies: [],
  statement: [],
  actions: [],
  roadmap: [],
  links: [],
  contributesTo: null,
  leadSection: null,
  purpose: [],
  direction: [],
  targets: [],
  responsibilities: [],
  references: [],
  readings: [],
  code: '',
}

export const outcomes = [
  'NOT_REPORTED',
  'ON_SCHEDULE',
  'DELAYED',
  'DONE',
  'DONE_LATE',
  'PARTIAL',
  'REPLACED',
  'DEFERRED',
  'CARRIED_OVER',
  'CANCELLED',
] as const
export type Outcome = (typeof outcomes)[number]

export interface ActionOutcome {
  action: string
  outcome: Outcome
  month: string | null
  note: string
}

export type Certainty = 'FORECAST' | 'PROVISIONAL' | 'FINAL'

export interface Figure {
  id: string
  action: string | null
  label: string
  value: string
  asOf: string | null
  certainty: Certainty
  /** The indicator of a target of the goal it is the actual value of. */
  indicator?: string | null
}

export interface Grade {
  scheme: string
  code: string
  comment: string
}

export const nextSteps = ['CONTINUE', 'EXPAND', 'IMPROVE', 'REDUCE', 'COMPLETE', 'ABOLISH'] as const
export type NextStep = (typeof nextSteps)[number]

export interface ReportContent {
  review: Block[]
  achievements: Block[]
  directions: Block[]
  outcomes: ActionOutcome[]
  figures: Figure[]
  grade: Grade | null
  nextStep: NextStep | null
  /** From here on: only goals of a plan. */
  progress: Block[]
  issues: Block[]
  processEvaluation: Block[]
  improvements: Block[]
}

export const emptyReport: ReportContent = {
  review: [],
  achievements: [],
  directions: [],
  outcomes: [],
  figures: [],
  grade: null,
  nextStep: null,
  progress: [],
  issues: [],
  processEvaluation: [],
  improvements: [],
}

export type ReviewState =
  | 'NOT_STARTED'
  | 'NOT_OPEN'
  | 'PENDING'
  | 'DRAFT'
  | 'SECTION_REVIEW'
  | 'COLLECTED'
  | 'SUBMITTED'
  | 'APPROVED'
  | 'RETURNED'
  | 'CONFIRMED'
  | 'AMENDING'
  | 'PUBLISHED_INITIAL'
  | 'PUBLISHED_FINAL'
  | 'CLOSED'

export type Round = 'YEAR_START' | 'INTERIM' | 'YEAR_END' | 'SETTLEMENT'

export type RoleCode =
  | 'STAFF'
  | 'SECTION_HEAD'
  | 'COORDINATOR'
  | 'HEAD'
  | 'DEPUTY'
  | 'PLANNING'
  | 'READER'
  | 'EXTERNAL_REVIEWER'
  | 'OPERATOR'
