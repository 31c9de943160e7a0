import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { say, sayBoth } from '@/lib/words'
import { type ListedRemark, settleRemark, useRemarks } from './remarks'

const keyOf = (remark: ListedRemark) => `${remark.import}/${remark.ordinal}`

/** 要確認 over all imports, open decisions first: each with its words, a jump into the draft, and one key to settle it. */
export function RemarksPage() {
  const [params] = useSearchParams()
  const batch = params.get('batch')
  const client = useQueryClient()
  const list = useRef<HTMLUListElement>(null)
  const found = useRemarks(batch)
  const [settled, setSettled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const remarks = found.data?.pages.flatMap((page) => page.items) ?? []
  const isSettled = (remark: ListedRemark) => settled.get(keyOf(remark)) ?? remark.resolved
  const open = remarks.filter((remark) => remark.decision && !isSettled(remark)).length

  async function settle(remark: ListedRemark, resolved: boolean) {
    const say = (value: boolean) => setSettled((before) => new Map(before).set(keyOf(remark), value))
    say(resolved)
    setError(null)
    try {
      await settleRemark(remark.import, remark.ordinal, resolved)
      void client.invalidateQueries({ queryKey: ['import', remark.import] })
    } catch (refused) {
      say(!resolved)
      setError(refused)
    }
  }

  /** ↑ and ↓ go from one to the next; the end of the list loads further ones. */
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const boxes = [...(list.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    const at = boxes.indexOf(document.activeElement as HTMLInputElement)
    if (at < 0) return
    event.preventDefault()
    if (at + step === boxes.length && found.hasNextPage) void found.fetchNextPage()
    boxes[at + step]?.focus()
  }

  return (
    <>
      <div className="page-head">
        <h1>{say('import.remarksTitle')}</h1>
        <p className="page-cut">{say(batch ? 'import.remarksOfBatch' : 'import.remarksOfAll')}</p>
        <Link to={batch ? `/import?batch=${batch}` : '/import'}>{say('import.back')}</Link>
      </div>
      <section className="panel" aria-labelledby="open-remarks">
        <h2 id="open-remarks">{say(found.hasNextPage ? 'import.openRemarksMore' : 'import.openRemarks', { count: open })}</h2>
        <p className="hint">{say('import.remarksKeys')}</p>
        {found.isPending && <Loading />}
        <ProblemNote error={error ?? found.error} onRetry={found.error ? () => void found.refetch() : undefined} />
        {found.data && remarks.length === 0 && <p className="empty">{say('import.noRemarks')}</p>}
        <ul className="remark-list" ref={list} onKeyDown={onKeyDown}>
          {remarks.map((remark) => (
            <RemarkLine key={keyOf(remark)} remark={remark} settled={isSettled(remark)} onSettle={(value) => void settle(remark, value)} />
          ))}
        </ul>
        {found.hasNextPage && (
          <Button small onClick={() => void found.fetchNextPage()} sleeping={found.isFetchingNextPage ? say('status.loading') : null}>
            {say('import.more')}
          </Button>
        )}
      </section>
    </>
  )
}

function RemarkLine({ remark, settled, onSettle }: { remark: ListedRemark; settled: boolean; onSettle: (settled: boolean) => void }) {
  const id = useId()
  const navigate = useNavigate()
  const address = `/import/${remark.import}#remark-${remark.ordinal}`
  return (
    <li className={settled ? 'remark remark-settled' : 'remark'}>
      <label className="check check-inline">
        <input
          type="checkbox"
          checked={settled}
          aria-describedby={`${id}-what ${id}-where`}
          onChange={() => onSettle(!settled)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void navigate(address)
          }}
        />
        <span>{say('import.settled')}</span>
      </label>
      <div className="remark-body">
        <p id={`${id}-what`}>
          <span className="mark">{say(remark.decision ? 'import.toDecide' : 'import.toKnow')}</span> {sayBoth(remark)}
        </p>
        <p id={`${id}-where`} className="excerpt">
          <Excerpt remark={remark} />
        </p>
        <p>
          <Link to={address} aria-describedby={`${id}-what`}>
            {say('import.openAt', { name: remark.importName })}
          </Link>
        </p>
      </div>
    </li>
  )
}

function Excerpt({ remark: { excerpt, excerptSpan } }: { remark: ListedRemark }) {
  if (!excerptSpan) return <>{excerpt}</>
  const [start, end] = excerptSpan
  return (
    <>
      {excerpt.slice(0, start)}
      <mark className="span-remark">{excerpt.slice(start, end)}</mark>
      {excerpt.slice(end)}
    </>
  )
}
