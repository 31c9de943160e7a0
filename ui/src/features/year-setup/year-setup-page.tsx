import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { useTell } from '@/components/ui/notice-bar'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Cycle, CycleWindow } from '@/contract/views'
import { useCycles, useUnits } from '@/features/directory/catalog'
import { useMe } from '@/features/session/me'
import { dayAndTime, dayOf, fiscalYearLabel, fiscalYearOf, fullDay, lastDay } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { openYear } from './api'
import { WindowForm, type WindowAction } from './window-form'

/** 年度設定: the rounds and entry periods of each year; a past year is opened as 過年度登録. */
export function YearSetupPage() {
  const cycles = useCycles()
  if (cycles.isPending) return <Loading />
  const items = [...(cycles.data?.items ?? [])].sort((a, b) => b.fiscalYear - a.fiscalYear)
  return (
    <>
      <div className="page-head">
        <h1>{say('menu.setup')}</h1>
      </div>
      <ProblemNote error={cycles.error} onRetry={() => void cycles.refetch()} />
      {items.map((cycle) => (
        <CyclePanel key={cycle.id} cycle={cycle} />
      ))}
      <PastYear known={items.map((cycle) => cycle.fiscalYear)} />
    </>
  )
}

function CyclePanel({ cycle }: { cycle: Cycle }) {
  const client = useQueryClient()
  const tell = useTell()
  const units = useUnits(cycle.fiscalYear)
  const [open, setOpen] = useState<{ window: CycleWindow; action: WindowAction } | null>(null)
  const nameOf = (unit: string) => units.data?.items.find((each) => each.id === unit)?.name ?? ''
  return (
    <section className="panel" aria-labelledby={`cycle-${cycle.id}`}>
      <h2 id={`cycle-${cycle.id}`}>
        {fiscalYearLabel(cycle.fiscalYear)}
        {cycle.mode === 'BACK_LOADING' && <span className="mark">{say('mode.BACK_LOADING')}</span>}
      </h2>
      {cycle.mode === 'BACK_LOADING' && <p className="hint">{say('setup.backLoadingHint')}</p>}
      {cycle.windows.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('setup.window')}</th>
              <th scope="col">{say('setup.from')}</th>
              <th scope="col">{say('setup.until')}</th>
              <th scope="col">{say('setup.extensions')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('setup.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cycle.windows.map((window) => (
              <tr key={window.id}>
                <th scope="row">{windowName(window)}</th>
                <td>{fullDay(dayOf(window.opensAt))}</td>
                <td>
                  {window.closedReason ? `${dayAndTime(window.closesAt)}（${window.closedReason}）` : say('setup.untilDay', { day: fullDay(lastDay(window.closesAt)) })}
                </td>
                <td>
                  {window.extensions.map((extension) => (
                    <p key={extension.id} className="extension">
                      {say('setup.extension', { unit: nameOf(extension.unit), day: fullDay(lastDay(extension.closesAt)), reason: extension.reason })}
                    </p>
                  ))}
                </td>
                <td className="row-tools">
                  {(['change', 'extend', 'close'] as const).map((action) => (
                    <Button key={action} look="plain" small aria-label={say(`setup.${action}One`, { window: windowName(window) })} onClick={() => setOpen({ window, action })}>
                      {say(`setup.${action}`)}
                    </Button>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && (
        <WindowForm
          {...open}
          title={`${fiscalYearLabel(cycle.fiscalYear)} ${windowName(open.window)}`}
          units={units.data?.items ?? []}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            tell({ text: say('setup.done') })
            void client.invalidateQueries({ queryKey: ['cycles'] })
          }}
        />
      )}
    </section>
  )
}

function windowName(window: CycleWindow): string {
  if (window.kind === 'GOALS') return say('setup.goals')
  return say('setup.reports', { round: window.round ? sayOf('round', window.round) : '' })
}

/** 過年度登録: the whole course of a past year can be walked without waiting for dates; nobody is reminded. */
function PastYear({ known }: { known: number[] }) {
  const me = useMe()
  const client = useQueryClient()
  const tell = useTell()
  const now = fiscalYearOf(me.today)
  const years = Array.from({ length: 12 }, (_, index) => now - 1 - index).filter((year) => !known.includes(year))
  const [year, setYear] = useState(years[0] ?? now - 1)
  const [error, setError] = useState<unknown>(null)

  async function open() {
    try {
      await openYear({ fiscalYear: year, mode: 'BACK_LOADING', rounds: ['YEAR_END'], windows: [] })
      setError(null)
      tell({ text: say('setup.opened', { year: fiscalYearLabel(year) }) })
      await client.invalidateQueries({ queryKey: ['cycles'] })
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <section className="panel" aria-labelledby="past-year">
      <h2 id="past-year">{say('setup.pastYear')}</h2>
      <p className="hint">{say('setup.backLoadingHint')}</p>
      <div className="field field-row">
        <label htmlFor="past-year-choice">{say('year.label')}</label>
        <select id="past-year-choice" className="input" value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {years.map((each) => (
            <option key={each} value={each}>
              {fiscalYearLabel(each)}
            </option>
          ))}
        </select>
        <Button onClick={() => void open()}>{say('setup.open')}</Button>
      </div>
      <ProblemNote error={error} />
    </section>
  )
}
