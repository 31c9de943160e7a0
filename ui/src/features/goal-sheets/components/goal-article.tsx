import { type FocusEvent, useMemo, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { ConflictView } from '@/components/review/conflict-view'
import { Comments } from '@/components/review/comments'
import { useDraft } from '@/components/review/drafts'
import { History } from '@/components/review/history'
import { type ItemReview, ItemReviewProvider } from '@/components/review/item-review'
import { SaveMark } from '@/components/review/save-mark'
import { decisionText } from '@/components/readings/decisions'
import { ReadingProvider } from '@/components/readings/reading-context'
import { StateLabel } from '@/components/review/state-label'
import { useComparison } from '@/components/review/use-comparison'
import { isWorthSaying, may, whyNot } from '@/components/review/why-not'
import type { GoalContent } from '@/contract/content'
import type { GoalView } from '@/contract/views'
import { useMe } from '@/features/session/me'
import { plainText } from '@/lib/blocks'
import { linkText } from '@/lib/compare'
import { same } from '@/lib/same'
import { say, sayOf } from '@/lib/words'
import { goalGateway } from '../api/sheet'
import { GoalFields, GoalTitle, labelOf } from './goal-fields'
import type { Dimension } from './plan-links'

export interface GoalArticleProps {
  goal: GoalView
  fiscalYear: number
  dimensions: Dimension[]
  /** The dimension of the plan whose sheet the goal stands on; missing on a department's sheet. */
  ofPlan?: string
  review: ItemReview
  changedOnly: boolean
  /** The head's own wording, kept beside the writer's until the approval. */
  correction: GoalContent | undefined
  onCorrect: (content: GoalContent | undefined) => void
  /** The goal as the service answered it. */
  onReplaced: (goal: GoalView) => void
  onDelete: (() => void) | null
  onMove: ((by: 1 | -1) => void) | null
}

/** One goal of the sheet: written, read, corrected and compared in the same place. */
export function GoalArticle(props: GoalArticleProps) {
  const { goal, fiscalYear, review, correction, onCorrect } = props
  const me = useMe()
  const article = useRef<HTMLElement>(null)
  const editable = may(goal.can.edit)
  const correctable = !editable && may(goal.can.correctAndApprove)
  const draft = useDraft(goalGateway, me.person.id, goal, editable, props.onReplaced)
  const comparison = useComparison('/api/goals', goal)
  const content = editable ? draft.content : (correction ?? goal.content)
  const before = correction ? goal.content : comparison.before
  const unchanged = useMemo(() => (before ? same(before, content) : goal.comparedRevision === goal.revision), [before, content, goal])

  /** Leaving the goal makes what was typed its next revision. */
  function onBlur(event: FocusEvent) {
    if (!editable || article.current?.contains(event.relatedTarget)) return
    setTimeout(() => {
      if (article.current?.contains(document.activeElement)) return
      draft.flush().catch(() => undefined)
    }, 0)
  }

  const correcting = correctable && correction !== undefined
  const onChange = editable && !draft.conflict ? draft.change : correcting ? onCorrect : null
  const folded = props.changedOnly && unchanged && !correcting

  return (
    <ItemReviewProvider review={review}>
      <article ref={article} id={`goal-${goal.id}`} className={`goal goal-${goal.kind}`} aria-label={nameOf(goal)} onBlur={onBlur}>
        <header className="goal-head">
          {goal.kind !== 'MISSION_AND_POLICIES' && (
            <h3 className="goal-heading">
              {props.ofPlan === undefined && <span className="goal-number">{goal.number}</span>}
              <span className="visually-hidden">{say(`kind.${goal.kind}`)}</span>
            </h3>
          )}
          {goal.kind !== 'MISSION_AND_POLICIES' && <GoalTitle content={content} before={before} onChange={onChange} />}
          <div className="goal-state screen-only">
            <StateLabel state={goal.state} turn={goal.whoseTurn} />
            {editable && <SaveMark status={draft.status} />}
          </div>
        </header>
        {!editable && !correctable && isWorthSaying(goal.can.edit) && (
          <p className="why-not screen-only">{whyNot(goal.can.edit)}</p>
        )}
        {draft.conflict && editable && (
          <ConflictView
            mine={draft.content}
            conflict={draft.conflict}
            label={labelOf}
            show={showField}
            onResolve={(chosen) => void draft.resolve(chosen).catch(() => undefined)}
          />
        )}
        {folded ? (
          <p className="nothing">{say('compare.unchanged')}</p>
        ) : (
          <ReadingProvider fiscalYear={fiscalYear} decisions={content.readings} onDecide={onChange && ((readings) => onChange({ ...content, readings }))}>
            <GoalFields
              kind={goal.kind}
              content={content}
              before={onChange ? null : before}
              changedOnly={props.changedOnly && !correcting}
              fiscalYear={fiscalYear}
              dimensions={props.dimensions}
              ofPlan={props.ofPlan}
              onChange={onChange}
            />
          </ReadingProvider>
        )}
        {correcting && !same(correction, goal.content) && (
          <section className="correction-preview" aria-label={say('correct.preview')}>
            <h4>{say('correct.preview')}</h4>
            <GoalTitle content={correction} before={goal.content} onChange={null} />
            <GoalFields kind={goal.kind} content={correction} before={goal.content} changedOnly fiscalYear={fiscalYear} dimensions={props.dimensions} ofPlan={props.ofPlan} onChange={null} />
          </section>
        )}
        <footer className="goal-foot screen-only">
          <Comments anchor={null} place={nameOf(goal)} />
          <div className="goal-tools">
            {correctable && !correcting && (
              <Button small onClick={() => onCorrect(goal.content)}>
                {say('correct.start')}
              </Button>
            )}
            {correcting && (
              <Button small look="plain" onClick={() => onCorrect(undefined)}>
                {say('correct.stop')}
              </Button>
            )}
            {props.onMove && (
              <>
                <Button small look="plain" onClick={() => props.onMove!(-1)}>
                  {say('goal.up')}
                </Button>
                <Button small look="plain" onClick={() => props.onMove!(1)}>
                  {say('goal.down')}
                </Button>
              </>
            )}
            {props.onDelete && (
              <Button small look="plain" onClick={props.onDelete}>
                {say('goal.delete')}
              </Button>
            )}
            <History base="/api/goals" id={goal.id} revision={goal.revision} compared={comparison.revision} onCompare={comparison.choose} />
          </div>
        </footer>
      </article>
    </ItemReviewProvider>
  )
}

export function nameOf(goal: Pick<GoalView, 'kind' | 'number' | 'content' | 'edition'>): string {
  if (goal.kind === 'MISSION_AND_POLICIES') return say('kind.MISSION_AND_POLICIES')
  // The place in a plan's sheet is no number that anybody prints.
  if (goal.edition) return [goal.content.code, goal.content.title || say('goal.untitled')].filter(Boolean).join(' ')
  return say('goal.name', { kind: say(`kind.${goal.kind}`), number: goal.number, title: goal.content.title || say('goal.untitled') })
}

function showField(field: keyof GoalContent & string, content: GoalContent): string {
  switch (field) {
    case 'title':
    case 'code':
      return content[field]
    case 'contributesTo':
    case 'leadSection':
      return content[field] ?? ''
    case 'links':
      return content.links.map((link) => (link.choice === 'NO_LINK' ? say('link.NO_LINK') : linkText(link))).join('\n')
    case 'tags':
      return content.tags.length > 0 ? say('tag.PRIORITY') : ''
    case 'targets':
      return content.targets.map((target) => [target.key, target.text].filter(Boolean).join(' ')).join('\n')
    case 'responsibilities':
      return content.responsibilities.map((each) => `${sayOf('responsibility', each.role)} ${each.name}`).join('\n')
    case 'references':
      return content.references.join('\n')
    case 'readings':
      return content.readings.map((each) => decisionText(each)).join('\n')
    default:
      return plainText(content[field])
  }
}
