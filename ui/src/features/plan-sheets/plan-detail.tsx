import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { useReview } from '@/components/review/use-review'
import type { GoalContent, ReportContent } from '@/contract/content'
import type { PlanGoalView, PlanReportSheetView, PlanSheetView, ReportView } from '@/contract/views'
import { GoalArticle } from '@/features/goal-sheets/components/goal-article'
import { useDimensions } from '@/features/goal-sheets/components/goal-sheet'
import { ReportArticle } from '@/features/results/components/report-article'
import { useMe } from '@/features/session/me'
import { pathText } from '@/lib/plan-path'
import { say } from '@/lib/words'
import { replaceGoal, replaceReport } from './api'

interface PlanDetailProps {
  sheet: PlanSheetView
  results: PlanReportSheetView
  /** In the order of the plan. */
  goals: PlanGoalView[]
  goal: PlanGoalView
  goalReview: ReturnType<typeof useReview<GoalContent, PlanGoalView>>
  reportReview: ReturnType<typeof useReview<ReportContent, ReportView>>
  changedOnly: boolean
}

/** One action of a plan and what became of it, with the way to its neighbours. */
export function PlanDetail({ sheet, results, goals, goal, goalReview, reportReview, changedOnly }: PlanDetailProps) {
  const me = useMe()
  const client = useQueryClient()
  const head = useRef<HTMLHeadingElement>(null)
  const dimensions = useDimensions(sheet.fiscalYear, sheet.goals, me.today)
  const at = goals.findIndex((each) => each.id === goal.id)
  const node = sheet.nodes.find((each) => each.id === goal.node)
  const report = results.reports.find((each) => each.goal.id === goal.id)
  useEffect(() => head.current?.focus(), [goal.id])
  return (
    <div className="sheet-form">
      <nav className="plan-nav screen-only" aria-label={say('planSheet.nav')}>
        <ToGoal goal={null} label={say('planSheet.toTable')} />
        {at > 0 && <ToGoal goal={goals[at - 1]!} label={say('planSheet.before')} />}
        {at + 1 < goals.length && <ToGoal goal={goals[at + 1]!} label={say('planSheet.after')} />}
      </nav>
      <h2 ref={head} tabIndex={-1} className="section-title">
        {node ? pathText(sheet.nodes, node) : say('planSheet.noNode')}
      </h2>
      <GoalArticle
        key={goal.id}
        goal={goal}
        fiscalYear={sheet.fiscalYear}
        dimensions={dimensions}
        ofPlan={sheet.edition.dimension}
        review={goalReview.reviewOf(goal)}
        changedOnly={changedOnly}
        correction={goalReview.correctionOf(goal)}
        onCorrect={(content) => goalReview.correct(goal.id, content)}
        onReplaced={(next) => replaceGoal(client, sheet, next)}
        onDelete={null}
        onMove={null}
      />
      {report ? (
        <ReportArticle
          key={report.id}
          fiscalYear={sheet.fiscalYear}
          round={results.round}
          scheme={results.gradingScheme}
          ofPlan
          report={report}
          review={reportReview.reviewOf(report)}
          changedOnly={changedOnly}
          correction={reportReview.correctionOf(report)}
          onCorrect={(content) => reportReview.correct(report.id, content)}
          onReplaced={(next) => replaceReport(client, results, next)}
        />
      ) : (
        <p className="empty">{say('planSheet.noReport')}</p>
      )}
    </div>
  )
}

function ToGoal({ goal, label }: { goal: PlanGoalView | null; label: string }) {
  const [params] = useSearchParams()
  const next = new URLSearchParams(params)
  if (goal) next.set('goal', goal.id)
  else next.delete('goal')
  return (
    <Link to={{ search: next.toString(), hash: '' }} className="button button-small button-plain">
      {label}
    </Link>
  )
}
