import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react'
import { ConflictView } from '@/components/review/conflict-view'
import { useTell } from '@/components/ui/notice-bar'
import { ProblemNote } from '@/components/ui/problem-note'
import { Problem } from '@/lib/api'
import { same } from '@/lib/same'
import { say } from '@/lib/words'
import { type ImportDraft, type ImportView, readImport, saveDraft } from './api'

/** One field of a draft: where its value stands, and what it is called. */
export interface DraftField<T> {
  label: string
  read: (draft: ImportDraft) => T
  write: (draft: ImportDraft, value: T) => ImportDraft
  show: (value: T) => string
}

/** The draft on the desk: what is shown in the source, and a way to put a field right. */
export interface Desk {
  view: ImportView
  now: string | null
  show: (target: string | null) => void
  editable: boolean
  save: <T>(field: DraftField<T>, value: T) => Promise<void>
}

const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('no DeskProvider above')
  return desk
}

interface Disagreement {
  label: string
  mine: string
  theirs: string
  keepMine: () => void
}

/**
 * Saves field by field, one after the other. Where somebody else saved meanwhile, a field they left alone is written
 * into their draft; of one that both changed, the person chooses.
 */
export function DeskProvider({ view, now, onShow, children }: { view: ImportView; now: string | null; onShow: (target: string | null) => void; children: ReactNode }) {
  const client = useQueryClient()
  const tell = useTell()
  const latest = useRef(view)
  if (view.revision > latest.current.revision || view.id !== latest.current.id) latest.current = view
  const queue = useRef<Promise<void>>(Promise.resolve())
  const [error, setError] = useState<unknown>(null)
  const [disagreement, setDisagreement] = useState<Disagreement | null>(null)

  const desk = useMemo<Desk>(() => {
    function replace(next: ImportView) {
      latest.current = next
      client.setQueryData(['import', next.id], next)
    }

    async function write<T>(field: DraftField<T>, value: T): Promise<boolean> {
      const base = latest.current
      try {
        replace(await saveDraft(base, field.write(base.draft, value)))
        return true
      } catch (refused) {
        if (!(refused instanceof Problem) || refused.status !== 412) throw refused
      }
      const before = field.read(base.draft)
      replace(await readImport(base.id))
      const theirs = field.read(latest.current.draft)
      if (same(theirs, before) || same(theirs, value)) return write(field, value)
      setDisagreement({ label: field.label, mine: field.show(value), theirs: field.show(theirs), keepMine: () => void save(field, value) })
      return false
    }

    function save<T>(field: DraftField<T>, value: T, undoing = false): Promise<void> {
      const work = async () => {
        const before = field.read(latest.current.draft)
        if (same(before, value)) return
        setError(null)
        try {
          if ((await write(field, value)) && !undoing) tell({ text: say('import.corrected', { field: field.label }), undo: () => void save(field, before, true) })
        } catch (refused) {
          setError(refused)
        }
      }
      queue.current = queue.current.then(work, work)
      return queue.current
    }

    return { view, now, show: onShow, editable: view.state === 'READ', save: (field, value) => save(field, value) }
  }, [view, now, onShow, client, tell])

  return (
    <DeskContext value={desk}>
      <ProblemNote error={error} />
      {disagreement && <Choice disagreement={disagreement} onDone={() => setDisagreement(null)} />}
      {children}
    </DeskContext>
  )
}

function Choice({ disagreement, onDone }: { disagreement: Disagreement; onDone: () => void }) {
  const { label, mine, theirs, keepMine } = disagreement
  return (
    <ConflictView
      mine={{ text: mine }}
      conflict={{ base: null, theirs: { text: theirs }, theirsRevision: 0 }}
      label={() => label}
      show={(_, content) => content.text}
      explain={say('import.conflict')}
      onResolve={(chosen) => {
        if (chosen.text === mine) keepMine()
        onDone()
      }}
    />
  )
}
