import { AutoText } from '@/components/ui/auto-text'
import { BlockField } from '@/components/review/block-field'
import { Comments } from '@/components/review/comments'
import { Redline } from '@/components/review/redline'
import type { Block, GoalContent, GoalKind } from '@/contract/content'
import { say, type WordKey } from '@/lib/words'
import { type Dimension, PlanLinks } from './plan-links'
import { References } from './references'
import { Responsibilities } from './responsibilities'
import { Targets } from './targets'

export interface GoalFieldsProps {
  kind: GoalKind
  content: GoalContent
  before: GoalContent | null
  changedOnly: boolean
  fiscalYear: number
  dimensions: Dimension[]
  /** The dimension of the plan whose sheet the goal stands on; missing on a department's sheet. */
  ofPlan?: string
  onChange: ((content: GoalContent) => void) | null
}

type TextName = 'mission' | 'policies' | 'statement' | 'actions' | 'roadmap' | 'purpose' | 'direction'

const hints: Record<TextName, { hint: WordKey; guide?: number; firstLevel: 0 | 1; taggable?: boolean }> = {
  mission: { hint: 'hint.mission', guide: 200, firstLevel: 0 },
  policies: { hint: 'hint.policies', guide: 600, firstLevel: 0 },
  statement: { hint: 'hint.statement', guide: 300, firstLevel: 1 },
  actions: { hint: 'hint.actions', firstLevel: 1, taggable: true },
  roadmap: { hint: 'hint.roadmap', firstLevel: 1 },
  purpose: { hint: 'hint.purpose', firstLevel: 0 },
  direction: { hint: 'hint.direction', firstLevel: 1 },
}

export function labelOf(field: keyof GoalContent): string {
  return say(`goal.${field}` as WordKey)
}

/** The cells of the form for one goal. */
export function GoalFields(props: GoalFieldsProps) {
  const { kind } = props
  if (kind === 'MISSION_AND_POLICIES') {
    return (
      <>
        <section className="sheet-section" aria-labelledby="section-mission">
          <h2 id="section-mission" className="section-title">
            {say('sheet.section.mission')}
          </h2>
          <Text {...props} name="mission" labelHidden />
        </section>
        <section className="sheet-section" aria-labelledby="section-policies">
          <h2 id="section-policies" className="section-title">
            {say('sheet.section.policies')}
          </h2>
          <Text {...props} name="policies" labelHidden />
        </section>
      </>
    )
  }
  if (props.ofPlan !== undefined) return <PlanGoalFields {...props} ofPlan={props.ofPlan} />
  const { content, before, onChange } = props
  return (
    <>
      {(content.responsibilities.length > 0 || (before?.responsibilities.length ?? 0) > 0) && (
        <Responsibilities
          fiscalYear={props.fiscalYear}
          responsibilities={content.responsibilities}
          before={before?.responsibilities ?? null}
          onChange={onChange && ((responsibilities) => onChange({ ...content, responsibilities }))}
        />
      )}
      {(content.purpose.length > 0 || (before?.purpose.length ?? 0) > 0) && <Text {...props} name="purpose" />}
      {kind === 'ANNUAL_GOAL' ? (
        <Text {...props} name="actions" />
      ) : (
        <div className="two-columns">
          <Text {...props} name="statement" />
          <Text {...props} name="roadmap" />
        </div>
      )}
      {(props.content.targets.length > 0 || props.before?.targets.length || props.onChange) && (
        <div className={props.content.targets.length > 0 ? undefined : 'screen-only'}>
          <Targets targets={props.content.targets} before={props.before?.targets ?? null} onChange={props.onChange && ((targets) => props.onChange!({ ...props.content, targets }))} />
        </div>
      )}
      <PlanLinks
        fiscalYear={props.fiscalYear}
        dimensions={props.dimensions}
        links={props.content.links}
        before={props.before?.links ?? null}
        onChange={props.onChange && ((links) => props.onChange!({ ...props.content, links }))}
      />
    </>
  )
}

/** A goal of a plan has more parts; what its family does not have, and nobody writes, is not shown. */
function PlanGoalFields(props: GoalFieldsProps & { ofPlan: string }) {
  const { content, before, onChange, kind } = props
  const set = onChange && ((values: Partial<GoalContent>) => onChange({ ...content, ...values }))
  const text = (name: TextName) => (content[name].length > 0 || before?.[name].length || onChange ? <Text {...props} name={name} /> : null)
  const others = content.links.filter((link) => link.dimension !== props.ofPlan)
  const own = content.links.filter((link) => link.dimension === props.ofPlan)
  return (
    <>
      <Responsibilities fiscalYear={props.fiscalYear} responsibilities={content.responsibilities} before={before?.responsibilities ?? null} onChange={set && ((responsibilities) => set({ responsibilities }))} />
      {text('purpose')}
      {text('direction')}
      <Targets targets={content.targets} before={before?.targets ?? null} onChange={set && ((targets) => set({ targets }))} />
      {kind === 'MID_TERM_GOAL' && text('statement')}
      {text('actions')}
      {(kind === 'MID_TERM_GOAL' || content.roadmap.length > 0) && text('roadmap')}
      <References references={content.references} before={before?.references ?? null} onChange={set && ((references) => set({ references }))} />
      {others.length > 0 && (
        <PlanLinks
          fiscalYear={props.fiscalYear}
          dimensions={props.dimensions.filter(({ code }) => others.some((link) => link.dimension === code))}
          links={others}
          before={before?.links.filter((link) => link.dimension !== props.ofPlan) ?? null}
          onChange={set && ((links) => set({ links: [...own, ...links] }))}
        />
      )}
    </>
  )
}

function Text({ name, labelHidden, content, before, changedOnly, onChange }: GoalFieldsProps & { name: TextName; labelHidden?: boolean }) {
  const { hint, ...rest } = hints[name]
  return (
    <BlockField
      name={name}
      label={labelOf(name)}
      labelHidden={labelHidden}
      blocks={content[name]}
      before={before?.[name] ?? null}
      changedOnly={changedOnly}
      hint={say(hint)}
      onChange={onChange && ((blocks: Block[]) => onChange({ ...content, [name]: blocks }))}
      {...rest}
    />
  )
}

export function GoalTitle({ content, before, onChange }: Pick<GoalFieldsProps, 'content' | 'before' | 'onChange'>) {
  const priority = content.tags.includes('PRIORITY')
  return (
    <div className="goal-title" data-field="title">
      {onChange ? (
        <>
          {content.code && <span className="goal-code">{content.code}</span>}
          <AutoText className="goal-title-input" label={say('goal.title')} value={content.title} onChange={(title) => onChange({ ...content, title: title.replace(/\n/g, '') })} />
          {priority && <span className="print-only">{say('tag.PRIORITY.mark')}</span>}
          <label className="check check-inline">
            <input type="checkbox" checked={priority} onChange={() => onChange({ ...content, tags: priority ? [] : ['PRIORITY'] })} />
            <span>{say('tag.PRIORITY')}</span>
          </label>
        </>
      ) : (
        <span className="goal-title-text">
          {content.code && <span className="goal-code">{content.code} </span>}
          {before ? <Redline before={before.title} after={content.title} /> : content.title || say('goal.untitled')}
          {priority && <span className="mark mark-priority">{say('tag.PRIORITY.mark')}</span>}
        </span>
      )}
      <Comments anchor="title" place={say('goal.title')} />
    </div>
  )
}
