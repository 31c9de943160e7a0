import type { ReactNode } from 'react'
import type { Round } from '@/contract/content'
import type { Decision } from '@/contract/views'
import { say } from '@/lib/words'
import { may } from './why-not'

const formats = ['xlsx', 'csv', 'json'] as const

/** Takes a sheet along as a file; where nothing may be taken along, nothing is shown. */
export function ExportLinks({ path, round, decision, children }: { path: string; round?: Round; decision: Decision | undefined; children?: ReactNode }) {
  if (!may(decision)) return null
  const ofRound = round ? `&round=${round}` : ''
  return (
    <section className="export-links" aria-label={say('export.title')}>
      <h2 className="side-title">{say('export.title')}</h2>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={`${path}?format=${format}${ofRound}`} download>
              {say(`export.${format}`)}
            </a>
          </li>
        ))}
        {children}
      </ul>
    </section>
  )
}
