import { useCallback, useState } from 'react'
import { newId } from '@/lib/ids'
import type { PendingComment } from './item-review'

/** One person's reading of a sheet: corrections and comments that go out together with the decision. */
export function useReading<C>(place: string) {
  const [corrections, setCorrections] = useState<ReadonlyMap<string, C>>(() => new Map(read<[string, C][]>(`${place}.corrections`) ?? []))
  const [pending, setPending] = useState<PendingComment[]>(() => read(`${place}.comments`) ?? [])

  const correct = useCallback(
    (item: string, content: C | undefined) =>
      setCorrections((before) => {
        const next = new Map(before)
        if (content === undefined) next.delete(item)
        else next.set(item, content)
        write(`${place}.corrections`, [...next])
        return next
      }),
    [place],
  )

  const changePending = useCallback(
    (change: (before: PendingComment[]) => PendingComment[]) =>
      setPending((before) => {
        const next = change(before)
        write(`${place}.comments`, next)
        return next
      }),
    [place],
  )

  const comment = useCallback(
    (item: string, anchor: string | null, text: string) => changePending((before) => [...before, { id: newId(), item, anchor, text }]),
    [changePending],
  )
  const removeComment = useCallback((id: string) => changePending((before) => before.filter((each) => each.id !== id)), [changePending])

  const finish = useCallback(() => {
    setCorrections(new Map())
    setPending([])
    write(`${place}.corrections`, null)
    write(`${place}.comments`, null)
  }, [place])

  return { corrections, pending, correct, comment, removeComment, finish }
}

/** A reading outlives a closed tab, like everything that was typed. */
function read<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(`meguri.reading.${key}`)
    return text ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(`meguri.reading.${key}`)
    else localStorage.setItem(`meguri.reading.${key}`, JSON.stringify(value))
  } catch {
    // Kept for this page only.
  }
}
