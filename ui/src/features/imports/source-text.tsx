import { useEffect, useMemo, useRef } from 'react'
import type { Span } from './api'

export interface SourceMark {
  span: Span
  kind: 'field' | 'remark' | 'leftover'
  /** What the span belongs to. */
  target: string
}

interface SourceTextProps {
  source: string
  marks: SourceMark[]
  now: string | null
  onPick: (target: string) => void
  label: string
}

interface Piece {
  start: number
  text: string
  /** The mark on top: it gives the colour and what a click picks. */
  mark: SourceMark | null
  /** Everything the piece belongs to. */
  targets: string[]
}

/** The document as it was given; every piece knows the field it went to. */
export function SourceText({ source, marks, now, onPick, label }: SourceTextProps) {
  const box = useRef<HTMLDivElement>(null)
  const pieces = useMemo(() => cut(source, marks), [source, marks])
  useEffect(() => {
    if (now) box.current?.querySelector('.span-now')?.scrollIntoView?.({ block: 'center' })
  }, [now])
  return (
    <div className="import-source" ref={box} role="region" aria-label={label} tabIndex={0}>
      {pieces.map(({ start, text, mark, targets }) =>
        mark ? (
          <span key={start} className={`span span-${mark.kind} ${now !== null && targets.includes(now) ? 'span-now' : ''}`} onClick={() => onPick(mark.target)}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </div>
  )
}

const order = { remark: 0, field: 1, leftover: 2 }

/** Cuts the text at every border of a mark; where marks overlap, a remark shows before a field. */
export function cut(source: string, marks: SourceMark[]): Piece[] {
  const borders = new Set([0, source.length])
  for (const { span } of marks) {
    borders.add(Math.max(0, Math.min(span[0], source.length)))
    borders.add(Math.max(0, Math.min(span[1], source.length)))
  }
  const sorted = [...borders].sort((a, b) => a - b)
  const open = [...marks].sort((a, b) => order[a.kind] - order[b.kind])
  const pieces: Piece[] = []
  for (let i = 0; i < sorted.length - 1; i++) {
    const start = sorted[i]!
    const end = sorted[i + 1]!
    const here = open.filter(({ span }) => span[0] <= start && span[1] >= end)
    pieces.push({ start, text: source.slice(start, end), mark: here[0] ?? null, targets: here.map((mark) => mark.target) })
  }
  return pieces
}
