import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { AutoText } from '@/components/ui/auto-text'
import { Button } from '@/components/ui/button'
import type { Block } from '@/contract/content'
import { isComposing } from '@/lib/keys'
import { say } from '@/lib/words'
import { type DraftField, useDesk } from './desk'
import { textField } from './fields'

interface DraftTextProps {
  /** Its name in `spans`. */
  target: string
  field: DraftField<string>
  text: string
  /** What stands before the text and is not corrected with it. */
  before?: string
  empty?: string
  className?: string
  children?: ReactNode
}

/** One text that was read: a press shows it in the source, 「直す」 corrects it in place. */
export function DraftText({ target, field, text, before, empty, className, children }: DraftTextProps) {
  const desk = useDesk()
  const [typed, setTyped] = useState<string | null>(null)
  const now = desk.now === target

  function keep() {
    if (typed !== null) void desk.save(field, typed)
    setTyped(null)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'Escape') setTyped(null)
    if (event.key === 'Enter' && event.ctrlKey) {
      event.preventDefault()
      event.stopPropagation()
      keep()
    }
  }

  return (
    <div id={`field-${target}`} className={['import-entry', now && 'import-entry-now', className].filter(Boolean).join(' ')}>
      {typed !== null ? (
        <>
          <AutoText label={field.label} value={typed} onChange={setTyped} onKeyDown={onKeyDown} />
          <Button small onClick={keep}>
            {say('import.keep')}
          </Button>
          <Button small look="plain" onClick={() => setTyped(null)}>
            {say('button.cancel')}
          </Button>
        </>
      ) : (
        <>
          <button type="button" className="import-jump" aria-pressed={now} onClick={() => desk.show(target)}>
            {before} {text || <span className="nothing">{empty ?? say('text.none')}</span>}
          </button>
          {children}
          {desk.editable && now && (
            <Button small look="plain" onClick={() => setTyped(text)}>
              {say('import.edit')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** A text of entries. */
export function DraftBlocks({ label, blocks }: { label: string; blocks: Block[] }) {
  return (
    <div className="form-field">
      <p className="form-label">{label}</p>
      {blocks.length === 0 && <p className="nothing">{say('text.none')}</p>}
      {blocks.map((block) => (
        <DraftText key={block.id} target={block.id} field={textField(label, block.id)} text={block.text} before={block.marker} className={`block-level-${Math.min(block.level, 3)}`} />
      ))}
    </div>
  )
}
