import { useState } from 'react'
import { AutoText } from '@/components/ui/auto-text'
import { Button } from '@/components/ui/button'
import type { Block, PlanLink } from '@/contract/content'
import { linkText } from '@/lib/compare'
import { say } from '@/lib/words'
import { type DraftGoal, type ImportDraft, type ImportView, saveDraft } from './api'

interface DraftFieldsProps {
  view: ImportView
  now: string | null
  onShow: (target: string) => void
  onSaved: (view: ImportView) => void
  onRefused: (error: unknown) => void
}

/** What was read, field by field; a wrong word is put right before registering. */
export function DraftFields({ view, now, onShow, onSaved, onRefused }: DraftFieldsProps) {
  const [editing, setEditing] = useState<string | null>(null)
  const [text, setText] = useState('')

  async function save(id: string) {
    setEditing(null)
    try {
      onSaved(await saveDraft(view, withText(view.draft, id, text)))
      onRefused(null)
    } catch (refused) {
      onRefused(refused)
    }
  }

  const blocks = (label: string, list: Block[]) => (
    <div className="form-field">
      <p className="form-label">{label}</p>
      {list.length === 0 && <p className="nothing">{say('text.none')}</p>}
      {list.map((block) => (
        <div key={block.id} id={`field-${block.id}`} className={`import-entry block-level-${Math.min(block.level, 3)} ${now === block.id ? 'import-entry-now' : ''}`}>
          {editing === block.id ? (
            <>
              <AutoText label={label} value={text} onChange={setText} />
              <Button small onClick={() => void save(block.id)}>
                {say('import.keep')}
              </Button>
              <Button small look="plain" onClick={() => setEditing(null)}>
                {say('button.cancel')}
              </Button>
            </>
          ) : (
            <>
              <button type="button" className="import-jump" aria-pressed={now === block.id} onClick={() => onShow(block.id)}>
                {block.marker} {block.text}
              </button>
              {view.state === 'READ' && now === block.id && (
                <Button
                  small
                  look="plain"
                  onClick={() => {
                    setText(block.text)
                    setEditing(block.id)
                  }}
                >
                  {say('import.edit')}
                </Button>
              )}
            </>
          )}
        </div>
      ))}
    </div>
  )

  const goal = (each: DraftGoal) => (
    <article key={each.id} className="goal" aria-label={`${say(`kind.${each.kind}`)}${each.number}`}>
      <header className="goal-head">
        <h3 className={`goal-heading ${now === `${each.id}/title` ? 'import-entry-now' : ''}`} id={`field-${each.id}/title`}>
          <span className="goal-number">{each.number}</span>
          <button type="button" className="import-jump" onClick={() => onShow(`${each.id}/title`)}>
            {each.content.title || say('goal.untitled')}
          </button>
          {each.content.tags.includes('PRIORITY') && <span className="mark">{say('tag.PRIORITY')}</span>}
        </h3>
      </header>
      {each.kind === 'ANNUAL_GOAL' ? blocks(say('goal.actions'), each.content.actions) : blocks(say('goal.statement'), each.content.statement)}
      {each.kind === 'MID_TERM_GOAL' && blocks(say('goal.roadmap'), each.content.roadmap)}
      <Links links={each.content.links} now={now} onShow={onShow} />
      {each.result && (each.result.achievements.length > 0 || each.result.directions.length > 0) && (
        <>
          {blocks(say('report.achievements'), each.result.achievements)}
          {blocks(say('report.directions'), each.result.directions)}
        </>
      )}
    </article>
  )

  const { draft } = view
  return (
    <div className="import-fields" role="region" aria-label={say('import.fields')}>
      <article className="goal" aria-label={say('kind.MISSION_AND_POLICIES')}>
        {blocks(say('goal.mission'), draft.mission)}
        {blocks(say('goal.policies'), draft.policies)}
        {draft.review.length > 0 && blocks(say('report.review'), draft.review)}
      </article>
      {draft.goals.map(goal)}
    </div>
  )
}

function Links({ links, now, onShow }: { links: PlanLink[]; now: string | null; onShow: (target: string) => void }) {
  return (
    <div className="form-field">
      <p className="form-label">{say('goal.links')}</p>
      <ul className="links">
        {links.map((link) => (
          <li key={link.id} id={`field-${link.id}`} className={now === link.id ? 'import-entry-now' : undefined}>
            <button type="button" className="import-jump" onClick={() => onShow(link.id)}>
              {link.choice === 'NO_LINK' ? `${link.code} ${say('link.NO_LINK')}` : linkText(link)}
            </button>
            {link.choice === 'AS_PRINTED' && <span className="mark">{say('link.asPrinted')}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The draft with one entry's text changed, wherever it stands. */
export function withText(draft: ImportDraft, id: string, text: string): ImportDraft {
  const inList = (list: Block[]) => list.map((block) => (block.id === id ? { ...block, text } : block))
  return {
    ...draft,
    mission: inList(draft.mission),
    policies: inList(draft.policies),
    review: inList(draft.review),
    goals: draft.goals.map((goal) => ({
      ...goal,
      content: {
        ...goal.content,
        statement: inList(goal.content.statement),
        actions: inList(goal.content.actions),
        roadmap: inList(goal.content.roadmap),
      },
      result: goal.result && { ...goal.result, achievements: inList(goal.result.achievements), directions: inList(goal.result.directions) },
    })),
  }
}
