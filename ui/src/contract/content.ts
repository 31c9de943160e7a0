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
}

export const emptyReport: ReportContent = {
  review: [],
  achievements: [],
  directions: [],
  outcomes: [],
  figures: [],
  grade: null,
  nextStep: null,
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
