import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { dayAndTime } from '@/lib/calendar'
import { type ReviewedBase, readRevisions } from '@/lib/review-api'
import { say, sayOf } from '@/lib/words'

interface HistoryProps {
  base: ReviewedBase
  id: string
  revision: number
  compared: number | null
  onCompare: (revision: number | null) => void
}

/** Every kept version: at each step of the review the full text is kept. */
export function History({ base, id, revision, compared, onCompare }: HistoryProps) {
  const [open, setOpen] = useState(false)
  const list = useQuery({ queryKey: ['revisions', base, id, revision], queryFn: () => readRevisions(base, id), enabled: open })
  return (
    <div className="history screen-only">
      <Button look="plain" small aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('history.title')}
      </Button>
      {compared !== null && (
        <Button look="plain" small onClick={() => onCompare(null)}>
          {say('history.stopComparing')}
        </Button>
      )}
      {open && list.isPending && <Loading />}
      {open && <ProblemNote error={list.error} />}
      {open && list.data && (
        <ol className="history-list">
          {list.data.items.map((entry) => (
            <li key={entry.revision}>
              <span>{sayOf('occasion', entry.occasion)}</span>
              <span>{entry.actorName}</span>
              <time dateTime={entry.at}>{dayAndTime(entry.at)}</time>
              {entry.revision < revision && (
                <Button look="plain" small aria-pressed={compared === entry.revision} onClick={() => onCompare(compared === entry.revision ? null : entry.revision)}>
                  {say('history.compare')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
