import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { fiscalYearLabel, fullDay } from '@/lib/calendar'
import { say, sayBoth, sayOf } from '@/lib/words'
import { type IndicatorUse, type IndicatorView, type Reached, useChangeIndicator, useIndicator } from './api'
import { IndicatorForm } from './indicator-form'
import { nameOfIndicator } from './indicator-name'

/** One indicator: its goals of all years, their targets, and what was reached. */
export function IndicatorPage() {
  const { indicatorId } = useParams()
  const found = useIndicator(indicatorId!)
  if (found.isPending) return <Loading />
  if (!found.data) return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
  const indicator = found.data
  return (
    <>
      <div className="page-head">
        <h1>{nameOfIndicator(indicator)}</h1>
        <p className="page-cut">{say('indicator.shown', { direction: sayOf('indicator.direction', indicator.direction), kind: sayOf('indicator.kind', indicator.kind) })}</p>
        <Link to="/indicators">{say('indicator.toList')}</Link>
      </div>
      {indicator.can.edit.allowed && <Correct key={indicator.revision} indicator={indicator} />}
      {indicator.years.length === 0 ? (
        <p className="empty">{say('indicator.unused')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('indicator.goal')}</th>
              <th scope="col">{say('indicator.target')}</th>
              <th scope="col">{say('indicator.actual')}</th>
              <th scope="col">{say('indicator.standing')}</th>
            </tr>
          </thead>
          {indicator.years.map((year) => (
            <tbody key={year.fiscalYear}>
              <tr className="list-group">
                <th scope="rowgroup" colSpan={4}>
                  {fiscalYearLabel(year.fiscalYear)}
                </th>
              </tr>
              {year.goals.map((use) => (
                <Use key={use.goal} use={use} fiscalYear={year.fiscalYear} unit={indicator.unit} />
              ))}
            </tbody>
          ))}
        </table>
      )}
    </>
  )
}

function Use({ use, fiscalYear, unit }: { use: IndicatorUse; fiscalYear: number; unit: string }) {
  const to = use.edition ? `/plan-sheets/${fiscalYear}/${use.edition}?goal=${use.goal}` : `/sheets/${fiscalYear}/${use.unit}#goal-${use.goal}`
  return (
    <tr>
      <th scope="row">
        <Link to={to}>{use.title || say('goal.untitled')}</Link> <span className="hint">{use.unitName}</span>
      </th>
      <td>
        {use.targets.map((target) => (
          <p key={target.target}>
            {target.text} {sayBoth(target) && <span className="reading">{say('reading.as', { reading: sayBoth(target) })}</span>}
          </p>
        ))}
      </td>
      <td>
        {use.actuals.length === 0 && <span className="nothing">{say('text.none')}</span>}
        {use.actuals.map((actual, index) => (
          <p key={index}>
            {actual.written} <span className="hint">{whenOf(actual)}</span>
          </p>
        ))}
      </td>
      <td>
        {use.actuals.map((actual, index) => (
          <p key={index}>{standingOf(actual, unit)}</p>
        ))}
      </td>
    </tr>
  )
}

function whenOf(actual: Reached): string {
  const parts = [sayOf('round', actual.round), sayOf('certainty', actual.certainty)]
  if (actual.asOf) parts.push(say('figure.asOfDay', { day: fullDay(actual.asOf) }))
  return parts.join('・')
}

/** 達成（目標比 105.0%、差 60人）; nothing where it cannot be compared. */
function standingOf({ standing }: Reached, unit: string): string {
  if (!standing) return ''
  const difference = say(unit === '%' ? 'indicator.points' : 'indicator.difference', { value: standing.difference.replace('-', '▲'), unit })
  const percent = standing.percent && unit !== '%' ? say('indicator.percent', { value: standing.percent.replace('-', '▲') }) : ''
  return say(standing.met ? 'indicator.met' : 'indicator.short', { how: [percent, difference].filter(Boolean).join('、') })
}

function Correct({ indicator }: { indicator: IndicatorView }) {
  const [open, setOpen] = useState(false)
  const change = useChangeIndicator(indicator)
  if (!open) {
    return (
      <Button small onClick={() => setOpen(true)}>
        {say('indicator.correct')}
      </Button>
    )
  }
  const { name, unit, direction } = indicator
  return <IndicatorForm words={{ name, unit, direction }} action={say('indicator.keep')} error={change.error} onSave={(words) => change.mutate(words)} onClose={() => setOpen(false)} />
}
