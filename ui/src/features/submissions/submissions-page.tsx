import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { useTell } from '@/components/ui/notice-bar'
import { ProblemNote } from '@/components/ui/problem-note'
import { YearChoice } from '@/components/ui/year-choice'
import type { ReviewState } from '@/contract/content'
import type { Page, SubmissionLine } from '@/contract/views'
import { useChosenYear } from '@/features/directory/catalog'
import { useMe } from '@/features/session/me'
import { downloadCsv } from '@/lib/csv'
import { get, query } from '@/lib/api'
import { dayOf, dayWithWeekday, fiscalYearLabel, fullDay, shortDay } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { ExtendForm } from './extend-form'
import { RequestForm } from './request-form'

type Cut = 'today' | 'all'

const doneStates: ReviewState[] = ['CONFIRMED', 'AMENDING', 'PUBLISHED_INITIAL', 'PUBLISHED_FINAL', 'CLOSED']

/** 提出状況: whose turn, how late, last contact; opens at what moves today. */
export function SubmissionsPage() {
  const me = useMe()
  const client = useQueryClient()
  const tell = useTell()
  const [year, chooseYear, years] = useChosenYear()
  const [cut, setCut] = useState<Cut>('today')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [extending, setExtending] = useState<SubmissionLine | null>(null)
  const [asking, setAsking] = useState(false)
  const lines = useQuery({
    queryKey: ['submissions', year],
    queryFn: () => get<Page<SubmissionLine>>(`/api/notifications/submissions${query({ fiscalYear: year })}`),
  })
  const again = useMutation({ mutationFn: () => client.invalidateQueries({ queryKey: ['submissions', year] }) })
  if (lines.isPending) return <Loading />
  const all = lines.data?.items ?? []
  const shown = cut === 'all' ? all : all.filter((line) => movesToday(line, me.today))
  const chosen = shown.filter((line) => ticked.has(keyOf(line)))

  function tick(line: SubmissionLine) {
    const next = new Set(ticked)
    if (!next.delete(keyOf(line))) next.add(keyOf(line))
    setTicked(next)
  }

  return (
    <>
      <div className="page-head">
        <h1>{say('menu.submissions')}</h1>
        <p className="page-cut">{say('submissions.cut', { year: fiscalYearLabel(year), day: fullDay(me.today), cut: say(`submissions.${cut}`) })}</p>
        <YearChoice years={years} value={year} onChange={chooseYear} />
        <div className="field field-row" role="group" aria-label={say('submissions.show')}>
          {(['today', 'all'] as const).map((each) => (
            <Button key={each} small aria-pressed={cut === each} onClick={() => setCut(each)}>
              {say(`submissions.${each}`)}
            </Button>
          ))}
        </div>
        <Button small onClick={() => exportLines(shown, year)}>
          {say('button.toExcel')}
        </Button>
      </div>
      <ProblemNote error={lines.error} onRetry={() => void lines.refetch()} />
      {shown.length === 0 ? (
        <p className="empty">{say(cut === 'today' ? 'submissions.nothingToday' : 'submissions.nothing')}</p>
      ) : (
        <table className="list">
          <caption className="visually-hidden">{say('menu.submissions')}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{say('submissions.tick')}</span>
              </th>
              <th scope="col">{say('sheet.unit')}</th>
              <th scope="col">{say('submissions.what')}</th>
              <th scope="col">{say('submissions.states')}</th>
              <th scope="col">{say('submissions.turn')}</th>
              <th scope="col">{say('submissions.due')}</th>
              <th scope="col">{say('submissions.contact')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('submissions.extend')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={keyOf(line)} className={line.daysLate > 0 ? 'late' : undefined}>
                <td>
                  <input type="checkbox" aria-label={say('submissions.tickOne', { unit: line.unitName, what: whatOf(line) })} checked={ticked.has(keyOf(line))} onChange={() => tick(line)} />
                </td>
                <th scope="row">
                  <Link to={linkOf(line, year)}>{line.unitName}</Link>
                </th>
                <td>{whatOf(line)}</td>
                <td>{statesText(line)}</td>
                <td>{turnText(line)}</td>
                <td>
                  {line.dueOn && dayWithWeekday(line.dueOn)}
                  {line.daysLate > 0 && <span className="mark mark-late">{say('submissions.daysLate', { days: line.daysLate })}</span>}
                </td>
                <td>{line.lastContact && `${shortDay(dayOf(line.lastContact.at))} ${sayOf('contact', line.lastContact.kind)} ${line.lastContact.text}`}</td>
                <td>
                  <Button look="plain" small aria-label={say('submissions.extendOne', { unit: line.unitName, what: whatOf(line) })} onClick={() => setExtending(line)}>
                    {say('submissions.extend')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="command-bar screen-only">
        <Button look="main" sleeping={chosen.length === 0 ? say('submissions.tickFirst') : null} onClick={() => setAsking(true)}>
          {say('submissions.request')}
        </Button>
      </div>
      {extending && (
        <ExtendForm
          line={extending}
          fiscalYear={year}
          onClose={() => setExtending(null)}
          onDone={(text) => {
            setExtending(null)
            tell({ text })
            again.mutate()
          }}
        />
      )}
      {asking && (
        <RequestForm
          lines={chosen}
          fiscalYear={year}
          onClose={() => setAsking(false)}
          onDone={(told) => {
            setAsking(false)
            setTicked(new Set())
            tell({ text: say('request.done', { names: told.join('、') }) })
            again.mutate()
          }}
        />
      )}
    </>
  )
}

const keyOf = (line: SubmissionLine) => `${line.unit} ${line.kind} ${line.round}`

export function whatOf(line: SubmissionLine): string {
  return line.kind === 'GOAL' ? say('submissions.goals') : say('submissions.reports', { round: sayOf('round', line.round) })
}

function linkOf(line: SubmissionLine, year: number): string {
  return line.kind === 'GOAL' ? `/sheets/${year}/${line.unit}` : `/results/${year}/${line.unit}?round=${line.round}`
}

/** Due within three days, late, returned, with planning, or waiting for nobody. */
function movesToday(line: SubmissionLine, today: string): boolean {
  if (line.daysLate > 0 || (line.states.RETURNED ?? 0) > 0 || line.turn === 'PLANNING') return true
  if (line.turn && line.turnNames.length === 0) return true
  if (!line.dueOn || !line.turn) return false
  return (new Date(line.dueOn).getTime() - new Date(today).getTime()) / 86_400_000 <= 3
}

function statesText(line: SubmissionLine): string {
  if (line.total === 0) return say('state.NOT_STARTED')
  const entries = Object.entries(line.states).filter(([, count]) => count > 0)
  const done = entries.filter(([state]) => doneStates.includes(state as ReviewState)).reduce((sum, [, count]) => sum + count, 0)
  const rest = entries.filter(([state]) => !doneStates.includes(state as ReviewState)).map(([state, count]) => `${sayOf('state', state)} ${count}`)
  return [say('sheet.sum', { confirmed: done, total: line.total }), ...rest].join('、')
}

function turnText(line: SubmissionLine): string {
  if (!line.turn) return ''
  const names = line.turnNames.join('、') || say('submissions.nobody')
  return `${sayOf('role', line.turn)}（${names}）`
}

function exportLines(lines: SubmissionLine[], year: number): void {
  const head = [say('sheet.unit'), say('submissions.what'), say('submissions.states'), say('submissions.turn'), say('submissions.due'), say('submissions.late')]
  const rows = lines.map((line) => [line.unitName, whatOf(line), statesText(line), turnText(line), line.dueOn ?? '', line.daysLate > 0 ? String(line.daysLate) : ''])
  downloadCsv(`${say('menu.submissions')}_${fiscalYearLabel(year)}.csv`, [head, ...rows])
}
