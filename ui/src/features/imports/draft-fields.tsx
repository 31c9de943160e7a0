import type { PlanLink } from '@/contract/content'
import { linkText } from '@/lib/compare'
import { say } from '@/lib/words'
import type { DraftGoal } from './api'
import { useDesk } from './desk'
import { DraftBlocks, DraftText } from './draft-text'
import { contentField } from './fields'

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
      {goal.kind === 'ANNUAL_GOAL' ? <DraftBlocks label={say('goal.actions')} blocks={content.actions} /> : <DraftBlocks label={say('goal.statement')} blocks={content.statement} />}
      {goal.kind === 'MID_TERM_GOAL' && <DraftBlocks label={say('goal.roadmap')} blocks={content.roadmap} />}
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
