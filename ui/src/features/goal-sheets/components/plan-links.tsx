import { Comments } from '@/components/review/comments'
import { Added, Struck } from '@/components/review/redline'
import type { PlanLink } from '@/contract/content'
import type { PlanNodeChoice } from '@/contract/views'
import { linkText } from '@/lib/compare'
import { newId } from '@/lib/ids'
import { say } from '@/lib/words'
import { NodePicker } from './node-picker'

export interface Dimension {
  code: string
  name: string
}

interface PlanLinksProps {
  fiscalYear: number
  dimensions: Dimension[]
  links: PlanLink[]
  before: PlanLink[] | null
  onChange: ((links: PlanLink[]) => void) | null
}

/** 関連計画・施策: one row per plan, in printed order; 該当なし and "not chosen" differ. */
export function PlanLinks({ fiscalYear, dimensions, links, before, onChange }: PlanLinksProps) {
  const known = new Set(dimensions.map((dimension) => dimension.code))
  const extra = [...new Set(links.map((link) => link.dimension))].filter((code) => !known.has(code))
  const rows = [...dimensions, ...extra.map((code) => ({ code, name: code }))]
  return (
    <div className="plan-links" data-field="links">
      {rows.map((dimension) => {
        const own = links.filter((link) => link.dimension === dimension.code)
        return (
          <div key={dimension.code} className="plan-row" data-field={dimension.code} data-missing={own.length === 0 || undefined}>
            <p className="form-label plan-name">{dimension.name}</p>
            <div className="plan-cell">
              {onChange ? (
                <LinkEditor
                  fiscalYear={fiscalYear}
                  dimension={dimension}
                  links={own}
                  onChange={(next) => onChange([...links.filter((link) => link.dimension !== dimension.code), ...next])}
                />
              ) : (
                <LinkReading links={own} before={before?.filter((link) => link.dimension === dimension.code) ?? null} />
              )}
            </div>
          </div>
        )
      })}
      <Comments anchor="links" place={say('goal.links')} />
    </div>
  )
}

function LinkReading({ links, before }: { links: PlanLink[]; before: PlanLink[] | null }) {
  const removed = before?.filter((old) => !links.some((link) => sameLink(link, old))) ?? []
  if (links.length === 0 && removed.length === 0) return <p className="nothing">{say('link.notChosen')}</p>
  return (
    <ul className="links">
      {links.map((link) => (
        <li key={link.id}>
          {before && !before.some((old) => sameLink(link, old)) ? <Added text={textOf(link)} /> : textOf(link)}
          {link.choice === 'AS_PRINTED' && <span className="mark">{say('link.asPrinted')}</span>}
        </li>
      ))}
      {removed.map((link) => (
        <li key={link.id}>
          <Struck text={textOf(link)} />
        </li>
      ))}
    </ul>
  )
}

function LinkEditor({ fiscalYear, dimension, links, onChange }: { fiscalYear: number; dimension: Dimension; links: PlanLink[]; onChange: (links: PlanLink[]) => void }) {
  const none = links.some((link) => link.choice === 'NO_LINK')
  function add(node: PlanNodeChoice) {
    const link: PlanLink = { id: newId(), dimension: dimension.code, choice: 'NODE', node: node.id, code: node.code, title: node.title ?? '' }
    onChange([...links.filter((each) => each.choice !== 'NO_LINK'), link])
  }
  function toggleNone(checked: boolean) {
    onChange(checked ? [{ id: newId(), dimension: dimension.code, choice: 'NO_LINK', node: null, code: '', title: '' }] : [])
  }
  return (
    <>
      <ul className="links">
        {links
          .filter((link) => link.choice !== 'NO_LINK')
          .map((link) => (
            <li key={link.id}>
              {textOf(link)}
              {link.choice === 'AS_PRINTED' && <span className="mark">{say('link.asPrinted')}</span>}
              <button type="button" className="block-tool" aria-label={say('link.remove', { link: textOf(link) })} onClick={() => onChange(links.filter((each) => each.id !== link.id))}>
                ×
              </button>
            </li>
          ))}
        {none && <li className="print-only">{say('link.NO_LINK')}</li>}
      </ul>
      <div className="link-tools screen-only">
        {!none && <NodePicker fiscalYear={fiscalYear} dimension={dimension} chosen={links} onPick={add} />}
        {links.every((link) => link.choice === 'NO_LINK') && (
          <label className="check check-inline">
            <input type="checkbox" checked={none} onChange={(event) => toggleNone(event.target.checked)} />
            <span>{say('link.NO_LINK')}</span>
          </label>
        )}
      </div>
    </>
  )
}

function textOf(link: PlanLink): string {
  return link.choice === 'NO_LINK' ? say('link.NO_LINK') : linkText(link)
}

function sameLink(a: PlanLink, b: PlanLink): boolean {
  return a.choice === b.choice && a.node === b.node && a.code === b.code && a.title === b.title
}
