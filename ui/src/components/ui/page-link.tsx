import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** Pages of ours change without loading; published pages are documents of their own. */
export function PageLink({ to, children, onClick }: { to: string; children: ReactNode; onClick?: () => void }) {
  if (to.startsWith('/published/') || to.startsWith('http')) {
    return (
      <a href={to} target="_blank" rel="noreferrer" onClick={onClick}>
        {children}
      </a>
    )
  }
  return (
    <Link to={to} onClick={onClick}>
      {children}
    </Link>
  )
}
