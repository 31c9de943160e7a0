import { Link } from 'react-router'
import { WindowLabel } from '@/components/review/window-label'
import type { ReviewState } from '@/contract/content'
import type { SheetView } from '@/contract/views'
import { fiscalYearLabel } from '@/lib/calendar'
import { say } from '@/lib/words'

const confirmedStates: ReviewState[] = ['CONFIRMED', 'AMENDING', 'PUBLISHED_INITIAL', 'PUBLISHED_FINAL', 'CLOSED']

export function isConfirmed(state: ReviewState): boolean {
  return confirmedStates.includes(state)
}

/** 年度・部局・補職・氏名, and the sum of the goals' states. */
export function SheetHead({ sheet }: { sheet: SheetView }) {
  const confirmed = sheet.goals.filter((goal) => isConfirmed(goal.state)).length
  return (
    <header className="sheet-head">
      <h1>
        {say('sheet.title', { year: fiscalYearLabel(sheet.fiscalYear) })}
        {sheet.mode === 'BACK_LOADING' && <span className="mark screen-only">{say('mode.BACK_LOADING')}</span>}
      </h1>
      <dl className="sheet-holder">
        <div>
          <dt>{say('sheet.unit')}</dt>
          <dd>{sheet.unit.name}</dd>
        </div>
        <div>
          <dt>{say('sheet.position')}</dt>
          <dd>{sheet.unit.position}</dd>
        </div>
        <div>
          <dt>{say('sheet.holder')}</dt>
          <dd>{sheet.unit.holderName}</dd>
        </div>
      </dl>
      <p className="sheet-sum screen-only">
        <span className="sum">{say('sheet.sum', { confirmed, total: sheet.goals.length })}</span>
        <WindowLabel window={sheet.window} mode={sheet.mode} />
        <Link to={`/results/${sheet.fiscalYear}/${sheet.unit.id}?round=YEAR_END`}>{say('sheet.toResults')}</Link>
      </p>
    </header>
  )
}
