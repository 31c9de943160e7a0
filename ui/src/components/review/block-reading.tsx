import { Readings } from '@/components/readings/readings'
import type { Block } from '@/contract/content'
import { type BlockChange, compareBlocks } from '@/lib/compare'
import { say, sayOf } from '@/lib/words'
import { Comments } from './comments'
import { Added, Redline, Struck } from './redline'

interface BlockReadingProps {
  label: string
  blocks: Block[]
  /** The text to compare with; null shows the text as it is. */
  before: Block[] | null
  changedOnly: boolean
}

/** A text of blocks as the form prints it; changes stand in it as 見え消し. */
export function BlockReading({ label, blocks, before, changedOnly }: BlockReadingProps) {
  const changes: BlockChange[] = before
    ? compareBlocks(before, blocks)
    : blocks.map((block) => ({ kind: 'same', before: block, after: block }))
  const shown = changedOnly && before ? changes.filter((change) => change.kind !== 'same') : changes
  if (changes.length === 0) return <p className="nothing">{say('text.none')}</p>
  return (
    <div className="blocks" role="list" aria-label={label}>
      {shown.map((change) => {
        const block = change.after ?? change.before!
        return (
          <div key={block.id} role="listitem" id={`block-${block.id}`} className={`block block-level-${Math.min(block.level, 3)} block-${change.kind}`}>
            <p className="block-line">
              <Marker change={change} />
              <span className="block-text">
                <ChangedText change={change} />
                {block.repeatOf && <span className="mark">{say('tag.repeat')}</span>}
                {block.tags.map((tag) => (
                  <span key={tag} className="mark">
                    {sayOf('tag', tag)}
                  </span>
                ))}
              </span>
            </p>
            {change.after && <Readings id={block.id} text={block.text} />}
            <Comments anchor={block.id} place={block.text.slice(0, 20)} quiet />
          </div>
        )
      })}
    </div>
  )
}

function Marker({ change }: { change: BlockChange }) {
  const marker = (change.after ?? change.before!).marker
  if (marker === '') return null
  return <span className="block-marker">{marker}</span>
}

function ChangedText({ change }: { change: BlockChange }) {
  if (change.kind === 'added') return <Added text={change.after!.text} />
  if (change.kind === 'removed') return <Struck text={change.before!.text} />
  if (change.kind === 'changed') return <Redline before={change.before!.text} after={change.after!.text} />
  return <>{change.after!.text}</>
}
