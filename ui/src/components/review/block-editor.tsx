import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Readings } from '@/components/readings/readings'
import { AutoText } from '@/components/ui/auto-text'
import { Button } from '@/components/ui/button'
import type { Block, Tag } from '@/contract/content'
import * as edit from '@/lib/blocks'
import { isComposing } from '@/lib/keys'
import { say, sayOf } from '@/lib/words'
import { Comments } from './comments'

interface BlockEditorProps {
  label: string
  blocks: Block[]
  onChange: (blocks: Block[]) => void
  /** Level of the first entry of an empty text: 0 for sentences, 1 for lists. */
  firstLevel: 0 | 1
  /** 新規・拡充 may be marked on entries. */
  taggable?: boolean
  /** Ids of the texts that explain the field. */
  describedBy?: string
}

/**
 * A list that is written in place. Enter begins the next entry, Alt+← and Alt+→ change the level,
 * Alt+↑ and Alt+↓ move an entry with everything below it; each of them is a button too.
 */
export function BlockEditor({ label, blocks, onChange, firstLevel, taggable, describedBy }: BlockEditorProps) {
  const root = useRef<HTMLDivElement>(null)
  const [focusOn, setFocusOn] = useState<string | null>(null)
  const [undo, setUndo] = useState<Block[] | null>(null)

  useEffect(() => {
    if (!focusOn) return
    root.current?.querySelector<HTMLTextAreaElement>(`[data-block="${focusOn}"] textarea`)?.focus()
    setFocusOn(null)
  }, [focusOn, blocks])

  function add(index: number, level?: number) {
    const { blocks: next, added } = edit.insertAfter(blocks, index, level ?? blocks[index]?.level ?? firstLevel)
    onChange(next)
    setFocusOn(added.id)
  }

  function removeAt(index: number) {
    if (blocks[index]!.text.trim() !== '') setUndo(blocks)
    const next = edit.remove(blocks, index)
    onChange(next)
    const neighbour = next[Math.max(0, index - 1)]
    if (neighbour) setFocusOn(neighbour.id)
  }

  function rearrange(next: Block[], id: string) {
    onChange(next)
    setFocusOn(id)
  }

  return (
    <div className="block-editor" ref={root}>
      <div role="list" aria-label={label}>
        {blocks.map((block, index) => (
          <Row
            key={block.id}
            block={block}
            number={index + 1}
            label={label}
            taggable={taggable ?? false}
            describedBy={describedBy}
            onText={(text) => onChange(edit.change(blocks, index, { text }))}
            onMarker={(marker) => onChange(edit.change(blocks, index, { marker }))}
            onTag={(tags) => onChange(edit.change(blocks, index, { tags }))}
            onAdd={() => add(index)}
            onRemove={() => removeAt(index)}
            onShift={(by) => rearrange(edit.shift(blocks, index, by), block.id)}
            onMove={(by) => rearrange(edit.move(blocks, index, by), block.id)}
            onPasteList={(text) => {
              const read = edit.readPasted(text, blocks, index)
              if (!read) return false
              const before = blocks.slice(0, block.text === '' ? index : index + 1)
              onChange([...before, ...read, ...blocks.slice(index + 1)])
              setFocusOn(read.at(-1)!.id)
              return true
            }}
          />
        ))}
      </div>
      <div className="block-editor-foot">
        <Button small look="plain" onClick={() => add(blocks.length - 1)} aria-label={say('block.addTo', { field: label })}>
          {say(firstLevel === 0 && blocks.length === 0 ? 'block.write' : 'block.add')}
        </Button>
        {undo && (
          <Button
            small
            look="plain"
            onClick={() => {
              onChange(undo)
              setUndo(null)
            }}
          >
            {say('block.undoRemove')}
          </Button>
        )}
      </div>
    </div>
  )
}

interface RowProps {
  block: Block
  number: number
  label: string
  taggable: boolean
  describedBy?: string
  onText: (text: string) => void
  onMarker: (marker: string) => void
  onTag: (tags: Tag[]) => void
  onAdd: () => void
  onRemove: () => void
  onShift: (by: 1 | -1) => void
  onMove: (by: 1 | -1) => void
  onPasteList: (text: string) => boolean
}

function Row(props: RowProps) {
  const { block, number, label } = props
  const name = say('block.name', { field: label, number })

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isComposing(event)) return
    if (event.altKey) return onAltKey(event)
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      props.onAdd()
    }
    if (event.key === 'Backspace' && block.text === '') {
      event.preventDefault()
      props.onRemove()
    }
  }

  function onAltKey(event: KeyboardEvent) {
    const commands: Record<string, () => void> = {
      ArrowUp: () => props.onMove(-1),
      ArrowDown: () => props.onMove(1),
      ArrowLeft: () => props.onShift(-1),
      ArrowRight: () => props.onShift(1),
      Delete: props.onRemove,
    }
    const command = commands[event.key]
    if (!command) return
    event.preventDefault()
    command()
  }

  function onPaste(event: ClipboardEvent) {
    if (props.onPasteList(event.clipboardData.getData('text/plain'))) event.preventDefault()
  }

  return (
    <div role="listitem" id={`block-${block.id}`} data-block={block.id} className={`block-row block-level-${Math.min(block.level, 3)}`}>
      <div className="block-row-line">
        {block.level > 0 && (
          <input className="block-marker-input" aria-label={say('block.marker', { entry: name })} value={block.marker} onChange={(event) => props.onMarker(event.target.value)} />
        )}
        <AutoText label={name} value={block.text} onChange={props.onText} onKeyDown={onKeyDown} onPaste={onPaste} describedBy={props.describedBy} />
        {block.tags.map((tag) => (
          <span key={tag} className="mark">
            {sayOf('tag', tag)}
          </span>
        ))}
        <div className="block-tools" role="group" aria-label={say('block.tools', { entry: name })}>
          <Tool sign="←" label={say('block.outdent')} keys="Alt+←" onPress={() => props.onShift(-1)} />
          <Tool sign="→" label={say('block.indent')} keys="Alt+→" onPress={() => props.onShift(1)} />
          <Tool sign="↑" label={say('block.up')} keys="Alt+↑" onPress={() => props.onMove(-1)} />
          <Tool sign="↓" label={say('block.down')} keys="Alt+↓" onPress={() => props.onMove(1)} />
          {props.taggable && block.level > 0 && <Tool sign="新" label={say('block.tag')} onPress={() => props.onTag(nextTags(block.tags))} />}
          <Tool sign="×" label={say('block.remove')} keys="Alt+Delete" onPress={props.onRemove} />
        </div>
      </div>
      <Readings id={block.id} text={block.text} />
      <Comments anchor={block.id} place={block.text.slice(0, 20)} quiet />
    </div>
  )
}

function Tool({ sign, label, keys, onPress }: { sign: string; label: string; keys?: string; onPress: () => void }) {
  return (
    <button type="button" className="block-tool" aria-label={label} title={keys ? `${label}（${keys}）` : label} onClick={onPress}>
      {sign}
    </button>
  )
}

const tagOrder: (Tag | undefined)[] = [undefined, 'NEW', 'EXPANDED']

/** No mark → 新規 → 拡充 → no mark. */
function nextTags(tags: Tag[]): Tag[] {
  const next = tagOrder[(tagOrder.indexOf(tags[0]) + 1) % tagOrder.length]
  return next ? [next] : []
}
