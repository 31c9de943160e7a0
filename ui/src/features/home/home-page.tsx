import { Loading } from '@/components/ui/loading'
import { PageLink } from '@/components/ui/page-link'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Notice, Todo } from '@/contract/views'
import { useInbox, useTodos } from '@/features/notices/inbox'
import { useMe } from '@/features/session/me'
import { dayAndTime, dayWithWeekday, fiscalYearLabel, fiscalYearOf, fullDay } from '@/lib/calendar'
import { say, sayBoth } from '@/lib/words'
import { useSheets } from '@/features/goal-sheets/api/sheet'
import { Link } from 'react-router'

/** ホーム: what waits for me, what came back, what happened. */
export function HomePage() {
  const me = useMe()
  const fiscalYear = fiscalYearOf(me.today)
  return (
    <>
      <div className="page-head">
        <h1>{say('menu.home')}</h1>
        <p className="page-cut">{say('home.cut', { name: me.person.name, day: fullDay(me.today) })}</p>
      </div>
      <div className="home">
        <Todos today={me.today} />
        <MySheets fiscalYear={fiscalYear} />
        <Recent />
      </div>
    </>
  )
}

function Todos({ today }: { today: string }) {
  const todos = useTodos()
  if (todos.isPending) return <Loading />
  const items = todos.data?.items ?? []
  const returned = items.filter((todo) => todo.kind === 'RETURNED')
  const open = items.filter((todo) => todo.kind !== 'RETURNED')
  return (
    <>
      <section className="panel" aria-labelledby="home-todo">
        <h2 id="home-todo">{say('home.todo')}</h2>
        <ProblemNote error={todos.error} onRetry={() => void todos.refetch()} />
        {todos.data && items.length === 0 && <p className="empty">{say('home.nothing')}</p>}
        {open.length === 0 && returned.length > 0 && <p className="empty">{say('home.onlyReturned')}</p>}
        <TodoList items={open} today={today} />
      </section>
      {returned.length > 0 && (
        <section className="panel panel-returned" aria-labelledby="home-returned">
          <h2 id="home-returned">{say('home.returned')}</h2>
          <TodoList items={returned} today={today} />
        </section>
      )}
    </>
  )
}

function TodoList({ items, today }: { items: Todo[]; today: string }) {
  return (
    <ul className="todo-list">
      {items.map((todo, index) => (
        <li key={index} className={todo.dueOn && todo.dueOn < today ? 'todo todo-late' : 'todo'}>
          {todo.link ? <PageLink to={todo.link}>{sayBoth(todo)}</PageLink> : sayBoth(todo)}
          {todo.dueOn && (
            <span className="todo-due">{say(todo.dueOn < today ? 'home.overdue' : 'home.until', { day: dayWithWeekday(todo.dueOn) })}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The sheets of my own units, one click away. */
function MySheets({ fiscalYear }: { fiscalYear: number }) {
  const me = useMe()
  const sheets = useSheets(fiscalYear)
  const units = [...new Map(me.roles.filter((role) => role.direct !== false).map((role) => [role.unit, role.unitName])).entries()]
  return (
    <section className="panel" aria-labelledby="home-sheets">
      <h2 id="home-sheets">{say('home.sheets', { year: fiscalYearLabel(fiscalYear) })}</h2>
      <ul className="todo-list">
        {units.map(([unit, name]) => {
          const sheet = sheets.data?.items.find((each) => each.unit === unit)
          return (
            <li key={unit} className="todo">
              <Link to={`/sheets/${fiscalYear}/${unit}`}>{say('home.sheetOf', { unit: name })}</Link>
              <Link to={`/results/${fiscalYear}/${unit}?round=YEAR_END`}>{say('menu.results')}</Link>
              <span className="sum">{sheet && sheet.total > 0 ? say('sheet.sum', { confirmed: sheet.confirmed, total: sheet.total }) : say('state.NOT_STARTED')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Recent() {
  const inbox = useInbox()
  const items = inbox.data?.items.slice(0, 8) ?? []
  return (
    <section className="panel" aria-labelledby="home-recent">
      <h2 id="home-recent">{say('home.recent')}</h2>
      <ProblemNote error={inbox.error} />
      {inbox.data && items.length === 0 && <p className="empty">{say('notices.none')}</p>}
      <ul className="recent-list">
        {items.map((notice: Notice) => (
          <li key={notice.id}>
            <time dateTime={notice.at}>{dayAndTime(notice.at)}</time> {notice.link ? <PageLink to={notice.link}>{sayBoth(notice)}</PageLink> : sayBoth(notice)}
          </li>
        ))}
      </ul>
    </section>
  )
}
