import type { PlanLink, Responsibility } from '@/contract/content'
import { useUnits } from '@/features/directory/catalog'
import { linkText } from '@/lib/compare'
import { say, sayOf } from '@/lib/words'
import type { DraftGoal } from './api'
import { useDesk } from './desk'
import { DraftBlocks, DraftText } from './draft-text'
import { contentField, textField } from './fields'

/** What was read in a department's sheet, field by field; a wrong word is put right before registering. */
export function DraftFields() {
  const { draft } = useDesk().view
  return (
    <div className="import-fields" role="region" aria-label={say('import.fields')}>
      <article className="goal" aria-label={say('kind.MISSION_AND_POLICIES')}>
        <DraftBlocks label={say('goal.mission')} blocks={draft.mission} />
        <DraftBlocks label={say('goal.policies')} blocks={draft.policies} />
        {draft.review.length > 0 && <DraftBlocks label={say('report.review')} blocks={draft.review} />}
      </article>
      {draft.goals.map((goal) => (
        <Goal key={goal.id} goal={goal} />
      ))}
    </div>
  )
}

function Goal({ goal }: { goal: DraftGoal }) {
  const { content, result } = goal
  return (
    <article className="goal" aria-label={`${say(`kind.${goal.kind}`)}${goal.number}`}>
      <header className="goal-head">
        <h3 className="goal-heading">
          <span className="visually-hidden">{say(`kind.${goal.kind}`)}</span>
          <span className="goal-number">{goal.number}</span>
        </h3>
        <DraftText target={`${goal.id}/title`} field={contentField(say('goal.title'), goal.id, 'title')} text={content.title} empty={say('goal.untitled')} className="goal-title-text">
          {content.tags.includes('PRIORITY') && <span className="mark">{say('tag.PRIORITY')}</span>}
        </DraftText>
      </header>
      {content.responsibilities.length > 0 && <Leads leads={content.responsibilities} />}
      {content.purpose.length > 0 && <DraftBlocks label={say('goal.purpose')} blocks={content.purpose} />}
      {goal.kind === 'ANNUAL_GOAL' ? <DraftBlocks label={say('goal.actions')} blocks={content.actions} /> : <DraftBlocks label={say('goal.statement')} blocks={content.statement} />}
      {goal.kind === 'MID_TERM_GOAL' && <DraftBlocks label={say('goal.roadmap')} blocks={content.roadmap} />}
      {content.targets.length > 0 && (
        <div className="form-field">
          <p className="form-label">{say('goal.targets')}</p>
          {content.targets.map((target) => (
            <DraftText key={target.id} target={target.id} before={target.key} field={textField(say('goal.targets'), target.id)} text={target.text} />
          ))}
        </div>
      )}
      <Links links={content.links} />
      {result && (result.achievements.length > 0 || result.directions.length > 0) && (
        <>
          <DraftBlocks label={say('report.achievements')} blocks={result.achievements} />
          <DraftBlocks label={say('report.directions')} blocks={result.directions} />
        </>
      )}
    </article>
  )
}

/** The sections as printed, and the units they were tied to. */
function Leads({ leads }: { leads: Responsibility[] }) {
  const { view, now, show } = useDesk()
  const units = useUnits(view.fiscalYear ?? view.proposedFiscalYear.value ?? new Date().getFullYear())
  return (
    <div className="form-field">
      <p className="form-label">{say('goal.responsibilities')}</p>
      <ul className="responsibilities">
        {leads.map((each) => (
          <li key={each.id} id={`field-${each.id}`} className={now === each.id ? 'import-entry-now' : undefined}>
            <button type="button" className="import-jump" onClick={() => show(each.id)}>
              {each.name}
            </button>
            <span className="mark">{sayOf('responsibility', each.role)}</span>
            <span className="mark">{units.data?.items.find((unit) => unit.id === each.unit)?.name ?? say('import.unit.open')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Links({ links }: { links: PlanLink[] }) {
  const { now, show } = useDesk()
  return (
    <div className="form-field">
      <p className="form-label">{say('goal.links')}</p>
      <ul className="links">
        {links.map((link) => (
          <li key={link.id} id={`field-${link.id}`} className={now === link.id ? 'import-entry-now' : undefined}>
            <button type="button" className="import-jump" onClick={() => show(link.id)}>
              {link.choice === 'NO_LINK' ? `${link.code} ${say('link.NO_LINK')}` : linkText(link)}
            </button>
            {link.choice === 'AS_PRINTED' && <span className="mark">{say('link.asPrinted')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
