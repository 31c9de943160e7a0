import { useId, useState } from 'react'
import { Ask } from '@/components/ui/ask'
import { Button } from '@/components/ui/button'
import { Loading } from '@/components/ui/loading'
import { PageLink } from '@/components/ui/page-link'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Release } from '@/contract/views'
import { dayAndTime, fullDay } from '@/lib/calendar'
import { say, sayOf } from '@/lib/words'
import { useReleases, withdraw } from './api'

/** What is published, what will be, what was withdrawn. */
export function ReleaseList({ fiscalYear, onChanged }: { fiscalYear: number; onChanged: () => void }) {
  const releases = useReleases(fiscalYear)
  const [withdrawing, setWithdrawing] = useState<Release | null>(null)
  if (releases.isPending) return <Loading />
  const items = releases.data?.items ?? []
  return (
    <section className="panel" aria-labelledby="releases">
      <h2 id="releases">{say('release.list')}</h2>
      <ProblemNote error={releases.error} onRetry={() => void releases.refetch()} />
      {items.length === 0 ? (
        <p className="empty">{say('release.none')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{say('sheet.unit')}</th>
              <th scope="col">{say('release.what')}</th>
              <th scope="col">{say('release.state')}</th>
              <th scope="col">{say('release.at')}</th>
              <th scope="col">{say('release.decision')}</th>
              <th scope="col">
                <span className="visually-hidden">{say('publish.withdraw')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((release) => {
              const name = release.unitName
              return (
                <tr key={release.id}>
                  <th scope="row">
                    <PageLink to={release.address}>{name}</PageLink>
                  </th>
                  <td>{say('release.edition', { kind: sayOf('release.kind', release.kind), edition: release.edition })}</td>
                  <td>
                    {sayOf('release.state', release.state)}
                    {release.withdrawnWhy && <p className="hint">{release.withdrawnWhy}</p>}
                  </td>
                  <td>{dayAndTime(release.publishAt)}</td>
                  <td>
                    {fullDay(release.decisionDate)} {release.documentNumber}
                  </td>
                  <td>
                    {release.can.withdraw?.allowed && (
                      <Button look="plain" small aria-label={say('release.withdrawOne', { unit: name })} onClick={() => setWithdrawing(release)}>
                        {say('publish.withdraw')}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {withdrawing && (
        <WithdrawForm
          release={withdrawing}
          onClose={() => setWithdrawing(null)}
          onDone={() => {
            setWithdrawing(null)
            onChanged()
          }}
        />
      )}
    </section>
  )
}

function WithdrawForm({ release, onClose, onDone }: { release: Release; onClose: () => void; onDone: () => void }) {
  const id = useId()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  async function send() {
    setBusy(true)
    try {
      await withdraw(release.id, reason)
      onDone()
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }
  return (
    <Ask title={say('publish.withdrawTitle')} action={say('publish.withdraw')} danger sleeping={reason.trim() === '' ? say('extend.reasonFirst') : null} busy={busy} onClose={onClose} onDo={() => void send()}>
      <p>{say('publish.withdrawText')}</p>
      <div className="field">
        <label htmlFor={id}>{say('extend.reason')}</label>
        <textarea id={id} className="input" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <ProblemNote error={error} />
    </Ask>
  )
}
