import { BlockField } from '@/components/review/block-field'
import { type Block, nextSteps, type ReportContent, type Round } from '@/contract/content'
import type { GradingScheme, ReportView } from '@/contract/views'
import { plainText } from '@/lib/blocks'
import { say, sayOf, type WordKey } from '@/lib/words'
import { FigureTable } from './figure-table'
import { GradeChoice } from './grade-choice'
import { OutcomeTable } from './outcome-table'

export interface ReportFieldsProps {
  report: ReportView
  round: Round
  fiscalYear: number
  scheme: GradingScheme | null
  /** Reports on goals of a plan have parts of their own. */
  ofPlan?: boolean
  content: ReportContent
  before: ReportContent | null
  changedOnly: boolean
  onChange: ((content: ReportContent) => void) | null
}

export function labelOfField(field: keyof ReportContent): string {
  return say(`report.${field}` as WordKey)
}

export function ReportFields(props: ReportFieldsProps) {
  const { report, content, before, onChange } = props
  if (report.goal.kind === 'MISSION_AND_POLICIES') return <Text {...props} name="review" />
  const set = onChange && ((values: Partial<ReportContent>) => onChange({ ...content, ...values }))
  const actions = report.goal.content.actions
  // A department's report has two texts; of a plan's report those are shown that its family has.
  const text = (name: TextName) => (!props.ofPlan || content[name].length > 0 || before?.[name].length ? <Text {...props} name={name} /> : null)
  const planText = (name: TextName) => (props.ofPlan && (content[name].length > 0 || before?.[name].length || onChange) ? <Text {...props} name={name} /> : null)
  return (
    <>
      {planText('progress')}
      {actions.length > 0 && (!props.ofPlan || onChange || content.outcomes.length > 0) && (
        <OutcomeTable
          actions={actions}
          round={props.round}
          fiscalYear={props.fiscalYear}
          outcomes={content.outcomes}
          before={before?.outcomes ?? null}
          onChange={set && ((outcomes) => set({ outcomes }))}
        />
      )}
      {text('achievements')}
      {text('directions')}
      <FigureTable figures={content.figures} indicators={indicatorsOf(report)} onChange={set && ((figures) => set({ figures }))} />
      {planText('processEvaluation')}
      {props.scheme && <GradeChoice scheme={props.scheme} grade={content.grade} before={before} onChange={set && ((grade) => set({ grade }))} />}
      {planText('issues')}
      {planText('improvements')}
      <NextStepChoice content={content} onChange={set && ((nextStep) => set({ nextStep }))} />
    </>
  )
}

/** Each indicator of the goal's targets once, in printed order. */
function indicatorsOf(report: ReportView): string[] {
  return [...new Set((report.goal.content.targets ?? []).flatMap((target) => target.indicator ?? []))]
}

type TextName = 'review' | 'achievements' | 'directions' | 'progress' | 'issues' | 'processEvaluation' | 'improvements'

function Text({ name, content, before, changedOnly, onChange }: ReportFieldsProps & { name: TextName }) {
  return (
    <BlockField
      name={name}
      label={labelOfField(name)}
      blocks={content[name]}
      before={before?.[name] ?? null}
      changedOnly={changedOnly}
      firstLevel={1}
      hint={say(`hint.${name}`)}
      onChange={onChange && ((blocks: Block[]) => onChange({ ...content, [name]: blocks }))}
    />
  )
}

function NextStepChoice({ content, onChange }: { content: ReportContent; onChange: ((step: ReportContent['nextStep']) => void) | null }) {
  return (
    <fieldset className="form-field choices" data-field="nextStep">
      <legend className="form-label">{say('report.nextStep')}</legend>
      {onChange ? (
        <div className="choice-row">
          {nextSteps.map((step) => (
            <label key={step} className="check check-inline">
              <input type="radio" checked={content.nextStep === step} onChange={() => onChange(step)} />
              <span>{sayOf('nextStep', step)}</span>
            </label>
          ))}
        </div>
      ) : (
        <p>{content.nextStep ? sayOf('nextStep', content.nextStep) : say('text.none')}</p>
      )}
    </fieldset>
  )
}

export function showReportField(field: keyof ReportContent & string, content: ReportContent): string {
  switch (field) {
    case 'review':
    case 'achievements':
    case 'directions':
    case 'progress':
    case 'issues':
    case 'processEvaluation':
    case 'improvements':
      return plainText(content[field])
    case 'outcomes':
      return content.outcomes.map((each) => `${sayOf('outcome', each.outcome)} ${each.note}`).join('\n')
    case 'figures':
      return content.figures.map((each) => `${each.label} ${each.value}`).join('\n')
    case 'grade':
      return content.grade ? `${content.grade.code} ${content.grade.comment}` : ''
    case 'nextStep':
      return content.nextStep ? sayOf('nextStep', content.nextStep) : ''
  }
}
