import type { KeyboardEvent, ClipboardEvent, Ref } from 'react'

interface AutoTextProps {
  label: string
  value: string
  onChange: (text: string) => void
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void
  describedBy?: string
  placeholder?: string
  className?: string
  id?: string
  ref?: Ref<HTMLTextAreaElement>
}

/** A text area as tall as its text; the same text is printed in its place. */
export function AutoText({ label, value, onChange, describedBy, className, ...rest }: AutoTextProps) {
  return (
    <div className={`auto-text ${className ?? ''}`}>
      <textarea
        {...rest}
        rows={1}
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className="auto-text-mirror" aria-hidden="true">
        {`${value}\u200b`}
      </div>
    </div>
  )
}
