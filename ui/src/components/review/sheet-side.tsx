import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { say } from '@/lib/words'
import { MissingList, type MissingPlace } from './missing-list'

interface SheetSideProps {
  /** What blocks the submission; null where the reader writes nothing. */
  missing: MissingPlace[] | null
  /** Null where nothing has changed since the last reading. */
  changedOnly: boolean | null
  onChangedOnly: (changedOnly: boolean) => void
  children?: ReactNode
}

/** What stands beside a form on the screen: what is missing, and how it is shown, printed and taken along. */
export function SheetSide({ missing, changedOnly, onChangedOnly, children }: SheetSideProps) {
  return (
    <aside className="sheet-side screen-only" aria-label={say('sheet.side')}>
      {missing && <MissingList places={missing} />}
      {changedOnly !== null && (
        <label className="check">
          <input type="checkbox" checked={changedOnly} onChange={() => onChangedOnly(!changedOnly)} />
          <span>{say('compare.changedOnly')}</span>
        </label>
      )}
      <Button small onClick={() => window.print()}>
        {say('button.print')}
      </Button>
      {children}
    </aside>
  )
}
