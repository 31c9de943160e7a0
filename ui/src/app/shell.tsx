import { useEffect, useRef, useState } from 'react'
import { NavLink, Outlet, useLocation } from 'react-router'
import { Button } from '@/components/ui/button'
import { LanguageChoice } from '@/components/ui/language-choice'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Me } from '@/contract/views'
import { useInbox, useInboxHints } from '@/features/notices/inbox'
import { holds, MeProvider, useMeQuery } from '@/features/session/me'
import { SignInPage } from '@/features/session/sign-in-page'
import { onSignedOut, post, Problem } from '@/lib/api'
import { leaving } from '@/lib/leaving'
import { say, sayOf, type WordKey } from '@/lib/words'

/** Everything around a page: skip link, menu, who I am, notices. */
export function Shell() {
  const me = useMeQuery()
  if (me.isPending) return <Loading />
  if (!me.data) {
    const signedOut = me.error instanceof Problem && me.error.status === 401
    if (signedOut) return <SignInPage />
    return (
      <main className="page" id="main">
        <ProblemNote error={me.error} onRetry={() => void me.refetch()} />
      </main>
    )
  }
  return (
    <MeProvider me={me.data}>
      <SignedIn me={me.data} />
    </MeProvider>
  )
}

function SignedIn({ me }: { me: Me }) {
  useInboxHints()
  useTitle()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else if (!window.location.hash) main.current?.focus()
  }, [pathname])
  return (
    <>
      <a className="skip-link" href="#main">
        {say('shell.skip')}
      </a>
      <header className="shell-head screen-only">
        <p className="shell-city">
          <span className="brand">Meguri</span> {me.municipality.name}
        </p>
        <Menu me={me} />
        <div className="shell-me">
          <Bell />
          <p className="who">
            <span className="who-name">{me.person.name}</span>
            <span className="who-roles">{rolesOf(me)}</span>
          </p>
          <LanguageChoice />
          <SignOut />
        </div>
      </header>
      <SignedOutBar me={me} />
      <main className="page" id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
    </>
  )
}

interface MenuItem {
  to: string
  word: WordKey
  planning?: boolean
}

const menu: MenuItem[] = [
  { to: '/', word: 'menu.home' },
  { to: '/sheets', word: 'menu.sheets' },
  { to: '/results', word: 'menu.results' },
  { to: '/plan-sheets', word: 'menu.planSheets' },
  { to: '/submissions', word: 'menu.submissions', planning: true },
  { to: '/publication', word: 'menu.publication', planning: true },
  { to: '/plans', word: 'menu.plans' },
  { to: '/indicators', word: 'menu.indicators' },
  { to: '/import', word: 'menu.import', planning: true },
  { to: '/setup', word: 'menu.setup', planning: true },
]

function Menu({ me }: { me: Me }) {
  const planning = holds(me, 'PLANNING')
  return (
    <nav className="menu" aria-label={say('shell.menu')}>
      <ul>
        {menu
          .filter((item) => !item.planning || planning)
          .map((item) => (
            <li key={item.to}>
              <NavLink to={item.to} end={item.to === '/'}>
                {say(item.word)}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function Bell() {
  const inbox = useInbox()
  const unread = inbox.data?.unread ?? 0
  return (
    <NavLink to="/notices" className="bell">
      {say('menu.notices')}
      {unread > 0 && (
        <>
          <span className="bell-count" aria-hidden="true">
            {unread}
          </span>
          <span className="visually-hidden">{say('shell.unread', { count: unread })}</span>
        </>
      )}
    </NavLink>
  )
}

function SignOut() {
  // The session ends at once; the browser then ends the sign-in at the city's provider, which sends it back.
  async function signOut() {
    const end = await post<{ to: string; complete: boolean }>('/logout').catch(() => undefined)
    leaving.to(!end || end.complete ? (end?.to ?? '/') : '/?signed-out=here')
  }
  return (
    <Button look="plain" small onClick={() => void signOut()}>
      {say('shell.signOut')}
    </Button>
  )
}

/** The session is over; what was written is safe and signing in again goes on here. */
function SignedOutBar({ me }: { me: Me }) {
  const [over, setOver] = useState(false)
  useEffect(() => onSignedOut(() => setOver(true)), [])
  if (!over) return null
  return (
    <div className="signed-out screen-only" role="alert">
      <p>{say('shell.sessionOver')}</p>
      <a className="button button-main button-small" href={`/login/${me.municipality.slug}?to=${encodeURIComponent(window.location.pathname + window.location.search)}`}>
        {say('shell.signInAgain')}
      </a>
    </div>
  )
}

function rolesOf(me: Me): string {
  return me.roles
    .filter((role) => role.direct !== false)
    .map((role) => `${role.unitName} ${sayOf('role', role.role)}`).join('、')
}

function useTitle(): void {
  const { pathname } = useLocation()
  useEffect(() => {
    const item = [...menu, { to: '/notices', word: 'menu.notices' as WordKey }].find((each) =>
      each.to === '/' ? pathname === '/' : pathname.startsWith(each.to),
    )
    document.title = item ? `${say(item.word)} - Meguri` : 'Meguri'
  }, [pathname])
}
