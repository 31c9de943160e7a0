import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Notice } from '@/contract/views'
import { clockTime, dayOf, fullDay } from '@/lib/calendar'
import { say, sayBoth } from '@/lib/words'
import { PageLink } from '@/components/ui/page-link'
import { readOlder, useInbox, useMarkRead } from './inbox'

/** お知らせ: by day, with the link to the very field. */
export function NoticesPage() {
  const inbox = useInbox()
  const mark = useMarkRead()
  const [older, setOlder] = useState<{ items: Notice[]; next: string | null } | null>(null)
  if (inbox.isPending) return <Loading />
  if (!inbox.data) return <ProblemNote error={inbox.error} onRetry={() => void inbox.refetch()} />
  const items = [...inbox.data.items, ...(older?.items ?? [])]
  const next = older ? older.next : inbox.data.next
  const days = [...new Set(items.map((notice) => dayOf(notice.at)))]

  async function more(cursor: string) {
    const page = await readOlder(cursor)
    setOlder({ items: [...(older?.items ?? []), ...page.items], next: page.next })
  }

  return (
    <>
      <div className="page-head">
        <h1>{say('menu.notices')}</h1>
        {inbox.data.unread > 0 && (
          <Button small onClick={() => mark.mutate(null)}>
            {say('notices.readAll')}
          </Button>
        )}
      </div>
      {items.length === 0 && <p className="empty">{say('notices.none')}</p>}
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className="section-title">
            {fullDay(day)}
          </h2>
          <ul className="notice-list">
            {items
              .filter((notice) => dayOf(notice.at) === day)
              .map((notice) => (
                <li key={notice.id} className={notice.readAt ? 'notice' : 'notice notice-unread'}>
                  <time dateTime={notice.at}>{clockTime(notice.at)}</time>
                  {!notice.readAt && <span className="mark">{say('notices.new')}</span>}
                  {notice.link ? (
                    <PageLink to={notice.link} onClick={() => !notice.readAt && mark.mutate(notice.id)}>
                      {sayBoth(notice)}
                    </PageLink>
                  ) : (
                    <span>{sayBoth(notice)}</span>
                  )}
                  {notice.text && <p className="notice-text">{notice.text}</p>}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {next && (
        <Button small onClick={() => void more(next)}>
          {say('notices.older')}
        </Button>
      )}
    </>
  )
}
