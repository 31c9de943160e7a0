import { useId } from 'react'
import type { Block } from '@/contract/content'
import { countCharacters } from '@/lib/graphemes'
import { say } from '@/lib/words'
import { BlockEditor } from './block-editor'
import { BlockReading } from './block-reading'
import { Comments } from './comments'

interface BlockFieldProps {
  /** Name of the field in the content; comments and missing points refer to it. */
  name: string
  label: string
  /** The label stands in the form already. */
  labelHidden?: boolean
  blocks: Block[]
  before: Block[] | null
  changedOnly: boolean
  firstLevel: 0 | 1
  taggable?: boolean
  hint?: string
  guide?: number
  onChange: ((blocks: Block[]) => void) | null
}

/** One text of the form: written in place where it may be, read otherwise. */
export function BlockField(props: BlockFieldProps) {
  const hintId = useId()
  const { name, label, blocks, onChange } = props
  const length = countCharacters(blocks.map((block) => block.text).join(''))
  return (
    <div className="form-field" data-field={name}>
      <p className={props.labelHidden ? 'visually-hidden' : 'form-label'}>{label}</p>
      {onChange && (props.hint || props.guide) && (
        <p id={hintId} className="hint screen-only">
          {props.hint}
          {props.guide && <span className="hint-length">{guideText(props.guide, length)}</span>}
        </p>
      )}
      {onChange ? (
        <BlockEditor label={label} blocks={blocks} onChange={onChange} firstLevel={props.firstLevel} taggable={props.taggable} describedBy={props.hint ? hintId : undefined} />
      ) : (
        <BlockReading label={label} blocks={blocks} before={props.before} changedOnly={props.changedOnly} />
      )}
      <Comments anchor={name} place={label} />
    </div>
  )
}

function guideText(guide: number, length: number): string {
  const left = guide - length
  return left >= 0 ? say('guide.left', { guide, left }) : say('guide.over', { guide, over: -left })
}
