import { type FocusEvent, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { BlockReading } from '@/components/review/block-reading'
import { Comments } from '@/components/review/comments'
import { ConflictView } from '@/components/review/conflict-view'
import { useDraft } from '@/components/review/drafts'
import { History } from '@/components/review/history'
import { type ItemReview, ItemReviewProvider } from '@/components/review/item-review'
import { SaveMark } from '@/components/review/save-mark'
import { StateLabel } from '@/components/review/state-label'
import { useComparison } from '@/components/review/use-comparison'
import { isWorthSaying, may, whyNot } from '@/components/review/why-not'
import type { ReportContent, Round } from '@/contract/content'
import type { GradingScheme, ReportView } from '@/contract/views'
import { useMe } from '@/features/session/me'
import { same } from '@/lib/same'
import { say } from '@/lib/words'
import { reportGateway } from '../api/reports'
import { labelOfField, ReportFields, showReportField } from './report-fields'

interface ReportArticleProps {
  fiscalYear: number
  round: Round
  scheme: GradingScheme | null
  /** The goal stands on a plan's sheet, and above this report. */
  ofPlan?: boolean
  report: ReportView
  review: ItemReview
  changedOnly: boolean
  correction: ReportContent | undefined
  onCorrect: (content: ReportContent | undefined) => void
  /** The report as the service answered it. */
  onReplaced: (report: ReportView) => void
}

/** The goal on the left, what became of it on the right. */
export function ReportArticle({ fiscalYear, round, scheme, ofPlan, report, review, changedOnly, correction, onCorrect, onReplaced }: ReportArticleProps) {
  const me = useMe()
  const article = useRef<HTMLElement>(null)
  const editable = may(report.can.edit)
  const correctable = !editable && may(report.can.correctAndApprove)
  const draft = useDraft(reportGateway, me.person.id, report, editable, onReplaced)
  const comparison = useComparison('/api/evaluations', report)
  const content = editable ? draft.content : (correction ?? report.content)
  const before = correction ? report.content : comparison.before
  const correcting = correctable && correction !== undefined
  const onChange = editable && !draft.conflict ? draft.change : correcting ? onCorrect : null
  const unchanged = before ? same(before, content) : report.comparedRevision === report.revision
  const name = ofPlan ? `${say('planSheet.report', { round: say(`round.${round}`) })} ${report.goal.title}` : nameOfReport(report)
  const folded = changedOnly && unchanged && !correcting

  function onBlur(event: FocusEvent) {
    if (!editable || article.current?.contains(event.relatedTarget)) return
    setTimeout(() => {
      if (!article.current?.contains(document.activeElement)) draft.flush().catch(() => undefined)
    }, 0)
  }

  return (
    <ItemReviewProvider review={review}>
      <article ref={article} id={`report-${report.id}`} className="goal report" aria-label={name} onBlur={onBlur}>
        <header className="goal-head">
          <h2 className="goal-heading">
            {report.goal.kind === 'ANNUAL_GOAL' && !ofPlan && <span className="goal-number">{report.goal.number}</span>}
            <span>{ofPlan ? say('planSheet.report', { round: say(`round.${round}`) }) : report.goal.kind === 'MISSION_AND_POLICIES' ? say('results.review') : report.goal.title}</span>
          </h2>
          <div className="goal-state screen-only">
            <StateLabel state={report.state} turn={report.whoseTurn} />
            {editable && <SaveMark status={draft.status} />}
          </div>
        </header>
        {!editable && !correctable && isWorthSaying(report.can.edit) && <p className="why-not screen-only">{whyNot(report.can.edit)}</p>}
        {draft.conflict && editable && (
          <ConflictView mine={draft.content} conflict={draft.conflict} label={labelOfField} show={showReportField} onResolve={(chosen) => void draft.resolve(chosen).catch(() => undefined)} />
        )}
        {folded ? (
          <p className="nothing">{say('compare.unchanged')}</p>
        ) : (
          <div className={ofPlan ? undefined : 'report-columns'}>
            {!ofPlan && <GoalSide report={report} />}
            <div className="report-side">
              <ReportFields
                report={report}
                round={round}
                fiscalYear={fiscalYear}
                scheme={scheme}
                ofPlan={ofPlan}
                content={content}
                before={onChange ? null : before}
                changedOnly={changedOnly && !correcting}
                onChange={onChange}
              />
            </div>
          </div>
        )}
        <footer className="goal-foot screen-only">
          <Comments anchor={null} place={name} />
          <div className="goal-tools">
            {correctable && (
              <Button small look={correcting ? 'plain' : 'second'} onClick={() => onCorrect(correcting ? undefined : report.content)}>
                {say(correcting ? 'correct.stop' : 'correct.start')}
              </Button>
            )}
            <History base="/api/evaluations" id={report.id} revision={report.revision} compared={comparison.revision} onCompare={comparison.choose} />
          </div>
        </footer>
      </article>
    </ItemReviewProvider>
  )
}

/** What was set, as it was confirmed. */
function GoalSide({ report }: { report: ReportView }) {
  const { content, kind } = report.goal
  const label = kind === 'MISSION_AND_POLICIES' ? say('goal.policies') : kind === 'ANNUAL_GOAL' ? say('goal.actions') : say('goal.statement')
  const blocks = kind === 'MISSION_AND_POLICIES' ? content.policies : kind === 'ANNUAL_GOAL' ? content.actions : content.statement
  return (
    <div className="goal-side">
      <p className="form-label">{label}</p>
      <ItemReviewProvider review={silent}>
        <BlockReading label={label} blocks={blocks} before={null} changedOnly={false} />
      </ItemReviewProvider>
    </div>
  )
}

/** The goal itself is confirmed: remarks belong to the result. */
const silent: ItemReview = { item: '', comments: [], pending: [], canComment: false, waits: false, add: () => Promise.resolve(), removePending: () => undefined }

export function nameOfReport(report: Pick<ReportView, 'goal'>): string {
  if (report.goal.kind === 'MISSION_AND_POLICIES') return say('results.review')
  return say('goal.name', { kind: say(`kind.${report.goal.kind}`), number: report.goal.number, title: report.goal.title })
}
