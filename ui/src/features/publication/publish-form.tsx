import { useId, useState } from 'react'
import { Ask } from '@/components/ui/ask'
import { Button } from '@/components/ui/button'
import { DayField } from '@/components/ui/day-field'
import { Loading } from '@/components/ui/loading'
import { useTell } from '@/components/ui/notice-bar'
import { PageLink } from '@/components/ui/page-link'
import { ProblemNote } from '@/components/ui/problem-note'
import { useMe } from '@/features/session/me'
import { fiscalYearLabel, fullDay } from '@/lib/calendar'
import { isComposing } from '@/lib/keys'
import { say, sayBoth } from '@/lib/words'
import { publish, type ReleaseOwner, useReleaseCheck } from './api'

interface PublishFormProps {
  fiscalYear: number
  owner: ReleaseOwner
  onDone: () => void
}

/** 公表前チェック, then the decision's date and number, then 公表 at once or at a time. */
export function PublishForm({ fiscalYear, owner, onDone }: PublishFormProps) {
  const me = useMe()
  const id = useId()
  const tell = useTell()
  const [chosenKind, setKind] = useState<'INITIAL' | 'FINAL' | null>(null)
  const check = useReleaseCheck(fiscalYear, owner, chosenKind)
  const [decisionDate, setDecisionDate] = useState<string | null>(null)
  const [documentNumber, setDocumentNumber] = useState('')
  const [later, setLater] = useState(false)
  const [publishDay, setPublishDay] = useState<string | null>(null)
  const [time, setTime] = useState('10:00')
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (check.isPending) return <Loading />
  if (!check.data) return <ProblemNote error={check.error} onRetry={() => void check.refetch()} />

  const items = check.data.items
  const { kind } = check.data
  const sleeping = sleepsOf()

  function sleepsOf(): string | null {
    if (!check.data?.ready) return say('publish.checkFirst')
    if (!decisionDate || documentNumber.trim() === '') return say('publish.decisionFirst')
    if (later && (!publishDay || !/^\d{1,2}:\d{2}$/.test(time.normalize('NFKC')))) return say('publish.timeFirst')
    return null
  }

  async function send() {
    setBusy(true)
    setError(null)
    try {
      await publish({
        fiscalYear,
        ...(owner.ofPlan ? { planEdition: owner.id } : { unit: owner.id }),
        kind,
        items,
        decisionDate: decisionDate!,
        documentNumber,
        ...(later ? { publishAt: new Date(`${publishDay}T${time.normalize('NFKC').padStart(5, '0')}:00+09:00`).toISOString() } : {}),
      })
      tell({ text: say(later ? 'publish.scheduled' : 'publish.done', { unit: owner.name }) })
      onDone()
    } catch (refused) {
      setError(refused)
      setAsking(false)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section
      className="panel"
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey && !isComposing(event) && !sleeping) setAsking(true)
      }}
    >
      <h2 id={`${id}-title`}>{say('publish.title', { unit: owner.name, kind: say(`release.kind.${kind}`) })}</h2>
      <fieldset className="choices">
        <legend className="form-label">{say('publish.kind')}</legend>
        <div className="choice-row">
          {(['INITIAL', 'FINAL'] as const).map((each) => (
            <label key={each} className="check check-inline">
              <input type="radio" checked={kind === each} onChange={() => setKind(each)} />
              <span>{say(`release.kind.${each}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <h3>{say('publish.check')}</h3>
      {check.data.problems.length === 0 ? (
        <p className="good">{say('publish.checked', { count: items.length })}</p>
      ) : (
        <ul className="todo-list">
          {check.data.problems.map((problem, index) => (
            <li key={`${problem.key}${index}`} className="todo">
              {!problem.blocking && <span className="mark">{say('publish.hint')}</span>}
              {problem.link ? <PageLink to={problem.link}>{sayBoth(problem)}</PageLink> : sayBoth(problem)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <PageLink to={previewOf(owner, fiscalYear, kind)}>{say('publish.preview')}</PageLink>
      </p>
      <div className="fields">
        <DayField label={say('publish.decisionDate')} value={null} onChange={setDecisionDate} hint={say('publish.today', { day: fullDay(me.today) })} />
        <div className="field">
          <label htmlFor={`${id}-number`}>{say('publish.documentNumber')}</label>
          <input id={`${id}-number`} className="input" value={documentNumber} placeholder={say('publish.numberExample')} onChange={(event) => setDocumentNumber(event.target.value)} />
        </div>
      </div>
      <label className="check">
        <input type="checkbox" checked={later} onChange={() => setLater(!later)} />
        <span>{say('publish.later')}</span>
      </label>
      {later && (
        <div className="fields">
          <DayField label={say('publish.day')} value={null} onChange={setPublishDay} />
          <div className="field">
            <label htmlFor={`${id}-time`}>{say('publish.time')}</label>
            <input id={`${id}-time`} className="input input-time" value={time} onChange={(event) => setTime(event.target.value)} />
          </div>
        </div>
      )}
      <ProblemNote error={error} />
      <div className="panel-foot">
        {sleeping && <p className="hint">{sleeping}</p>}
        <Button look="main" sleeping={sleeping} onClick={() => setAsking(true)}>
          {say(later ? 'publish.schedule' : 'publish.publish')}
        </Button>
      </div>
      {asking && (
        <Ask title={say('publish.ask', { year: fiscalYearLabel(fiscalYear), unit: owner.name })} action={say(later ? 'publish.schedule' : 'publish.publish')} busy={busy} onClose={() => setAsking(false)} onDo={() => void send()}>
          <p>{say('publish.askText', { count: items.length, day: fullDay(decisionDate!), number: documentNumber })}</p>
        </Ask>
      )}
    </section>
  )
}

function previewOf({ id, ofPlan }: ReleaseOwner, fiscalYear: number, kind: 'INITIAL' | 'FINAL'): string {
  if (ofPlan) return `/plan-sheets/${fiscalYear}/${id}${kind === 'FINAL' ? '?show=results&round=YEAR_END' : ''}`
  return kind === 'INITIAL' ? `/sheets/${fiscalYear}/${id}` : `/results/${fiscalYear}/${id}?round=YEAR_END`
}
