import { Link } from 'react-router'
import { say } from '@/lib/words'

export function NotFoundPage() {
  return (
    <>
      <h1>{say('notFound.title')}</h1>
      <p>{say('notFound.text')}</p>
      <Link to="/">{say('menu.home')}</Link>
    </>
  )
}
