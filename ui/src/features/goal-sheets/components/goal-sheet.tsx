import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { CommandBar } from '@/components/review/command-bar'
import { ExportLinks } from '@/components/review/export-links'
import type { MissingPlace } from '@/components/review/missing-list'
import { SheetSide } from '@/components/review/sheet-side'
import { useReview } from '@/components/review/use-review'
import { may } from '@/components/review/why-not'
import { Button } from '@/components/ui/button'
import { useTell } from '@/components/ui/notice-bar'
import { ProblemNote } from '@/components/ui/problem-note'
import { emptyGoal, type GoalContent, type GoalKind } from '@/contract/content'
import type { GoalView, SheetView } from '@/contract/views'
import { FormExports } from '@/features/forms/form-exports'
import { useMe } from '@/features/session/me'
import { paragraph, entry } from '@/lib/blocks'
import { fiscalYearOf } from '@/lib/calendar'
import { say } from '@/lib/words'
import { useOfferedDimensions, usePlans } from '../api/plan-nodes'
import { commandSheet, createGoal, deleteGoal, goalGateway, orderGoals, reloadSheet, replaceGoal, replaceSheet } from '../api/sheet'
import { GoalArticle, nameOf } from './goal-article'
import type { Dimension } from './plan-links'
import { SheetHead } from './sheet-head'
import { useHashJump } from '@/lib/use-hash-jump'

export function GoalSheet({ sheet }: { sheet: SheetView }) {
  const me = useMe()
  const client = useQueryClient()
  const tell = useTell()
  const [changedOnly, setChangedOnly] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { fiscalYear } = sheet
  const unit = sheet.unit.id
  const dimensions = useDimensions(fiscalYear, sheet.goals, me.today)
  useHashJump(sheet.goals.length)

  const reload = () => reloadSheet(client, fiscalYear, unit)
  const replace = (goal: GoalView) => replaceGoal(client, fiscalYear, unit, goal)
  const run = (work: Promise<unknown>) => work.then(() => setError(null), setError)
  const review = useReview<GoalContent, GoalView>({
    base: '/api/goals',
    gateway: goalGateway,
    place: `${me.person.id}.goals.${fiscalYear}.${unit}`,
    items: sheet.goals,
    replace,
    send: async (command, items, comments) => replaceSheet(client, await commandSheet(sheet, command, items, comments)),
    labelOf: nameOf,
    reload: () => void reload(),
  })

  async function create(kind: GoalKind) {
    const goal = await createGoal(fiscalYear, unit, kind, firstContent(kind))
    await reload()
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#goal-${goal.id} textarea`)?.focus())
  }

  async function remove(goal: GoalView) {
    await deleteGoal(goal)
    await reload()
    tell({
      text: say('goal.deleted', { goal: nameOf(goal) }),
      undo: () => void run(createGoal(fiscalYear, unit, goal.kind, goal.content).then(reload)),
    })
  }

  async function move(goal: GoalView, by: 1 | -1) {
    const ids = goalsOf(goal.kind).map((each) => each.id)
    const from = ids.indexOf(goal.id)
    const to = from + by
    if (to < 0 || to >= ids.length) return
    ids.splice(from, 1)
    ids.splice(to, 0, goal.id)
    replaceSheet(client, await orderGoals(sheet, goal.kind, ids))
  }

  const goalsOf = (kind: GoalKind) => sheet.goals.filter((goal) => goal.kind === kind).sort((a, b) => a.number - b.number)
  const mayCreate = may(sheet.can['create'] ?? sheet.can['edit'] ?? sheet.can['createGoal'])

  const article = (goal: GoalView) => (
    <GoalArticle
      key={goal.id}
      goal={goal}
      fiscalYear={fiscalYear}
      dimensions={dimensions}
      review={review.reviewOf(goal)}
      changedOnly={changedOnly}
      correction={review.correctionOf(goal)}
      onCorrect={(content) => review.correct(goal.id, content)}
      onReplaced={replace}
      onDelete={may(goal.can.delete) && goal.kind !== 'MISSION_AND_POLICIES' ? () => void run(remove(goal)) : null}
      onMove={may(goal.can.edit) && mayCreate && goal.kind !== 'MISSION_AND_POLICIES' ? (by) => void run(move(goal, by)) : null}
    />
  )

  const add = (kind: GoalKind, always: boolean) =>
    mayCreate && (always || goalsOf(kind).length === 0) ? (
      <Button small className="screen-only add-goal" onClick={() => void run(create(kind))}>
        {say(`goal.add.${kind}`)}
      </Button>
    ) : goalsOf(kind).length === 0 ? (
      <p className="nothing">{say('text.none')}</p>
    ) : null

  return (
    <div className="sheet-page">
      <SheetHead sheet={sheet} />
      <ProblemNote error={error} />
      <div className="sheet-columns">
        <div className="sheet-form">
          {goalsOf('MISSION_AND_POLICIES').map(article)}
          {goalsOf('MISSION_AND_POLICIES').length === 0 && (
            <section className="sheet-section" aria-label={say('kind.MISSION_AND_POLICIES')}>
              <h2 className="section-title">{say('sheet.section.mission')}</h2>
              {add('MISSION_AND_POLICIES', false)}
            </section>
          )}
          <Horizon title={say('sheet.section.annual')} id="section-annual">
            {goalsOf('ANNUAL_GOAL').map(article)}
            {add('ANNUAL_GOAL', true)}
          </Horizon>
          <Horizon title={say('sheet.section.midTerm')} id="section-mid-term">
            {goalsOf('MID_TERM_GOAL').map(article)}
            {add('MID_TERM_GOAL', true)}
          </Horizon>
        </div>
        <SheetSide
          missing={sheet.goals.some((each) => may(each.can.edit)) ? missingPlaces(sheet.goals) : null}
          changedOnly={review.compared ? changedOnly : null}
          onChangedOnly={setChangedOnly}
        >
          <ExportLinks path={`/api/goals/sheets/${fiscalYear}/${unit}/export`} decision={sheet.can['export']}>
            <FormExports path={`/api/goals/sheets/${fiscalYear}/${unit}/export`} />
            {may(sheet.can['create']) && (
              <li>
                <Link to="/import">{say('export.back')}</Link>
              </li>
            )}
          </ExportLinks>
        </SheetSide>
      </div>
      <CommandBar {...review.bar} />
    </div>
  )
}

function Horizon({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="sheet-section" aria-labelledby={id}>
      <h2 id={id} className="section-title">
        {title}
      </h2>
      {children}
    </section>
  )
}

/** The plans of the year; what a past year cites of plans that had no edition then, by the name of today. */
export function useDimensions(fiscalYear: number, goals: GoalView[], today: string): Dimension[] {
  const ofYear = usePlans(fiscalYear)
  const ofToday = usePlans(fiscalYearOf(today))
  const offered = useOfferedDimensions(fiscalYear)
  const cited = new Set(goals.flatMap((goal) => goal.content.links.map((link) => link.dimension)))
  const editions = [...(ofYear.data?.items ?? []).filter((edition) => offered(edition.dimension) || cited.has(edition.dimension)), ...(ofToday.data?.items ?? []).filter((edition) => cited.has(edition.dimension))]
  return [...new Map(editions.map((edition) => [edition.dimension, edition.planName]))].map(([code, name]) => ({ code, name }))
}

function firstContent(kind: GoalKind): GoalContent {
  if (kind === 'MISSION_AND_POLICIES') return { ...emptyGoal, mission: [paragraph()], policies: [paragraph()] }
  if (kind === 'ANNUAL_GOAL') return { ...emptyGoal, actions: [entry(1, '○')] }
  return { ...emptyGoal, statement: [entry(1, '・')], roadmap: [entry(1, '・')] }
}

export function missingPlaces(goals: GoalView[]): MissingPlace[] {
  return goals
    .filter((goal) => may(goal.can.edit))
    .flatMap((goal) => goal.missing.map((point) => ({ ...point, item: goal.id, itemLabel: nameOf(goal), elementId: `goal-${goal.id}` })))
}
