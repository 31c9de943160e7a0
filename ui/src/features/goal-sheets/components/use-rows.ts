import { useState } from 'react'
import { same } from '@/lib/same'

/** Rows of which a blank one stands on the screen only: the service takes none without words. */
export function useRows<T>(rows: T[], isBlank: (row: T) => boolean, onChange: ((rows: T[]) => void) | null): [T[], ((rows: T[]) => void) | null] {
  const [typed, setTyped] = useState(rows)
  const written = (all: T[]) => all.filter((row) => !isBlank(row))
  function change(next: T[]) {
    setTyped(next)
    onChange?.(written(next))
  }
  // What changed elsewhere, such as by a choice between two texts, stands above what was typed.
  return [onChange && same(written(typed), rows) ? typed : rows, onChange && change]
}
