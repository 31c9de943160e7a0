import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { CommandBar } from '@/components/review/command-bar'
import type { ItemReview } from '@/components/review/item-review'
import { MissingList, type MissingPlace } from '@/components/review/missing-list'
import { useReading } from '@/components/review/use-reading'
import { may } from '@/components/review/why-not'
import { WindowLabel } from '@/components/review/window-label'
import { Button } from '@/components/ui/button'
import type { ReportContent } from '@/contract/content'
import type { ReportSheetView, ReportView } from '@/contract/views'
import { useMe } from '@/features/session/me'
import { fiscalYearLabel } from '@/lib/calendar'
import { addComment } from '@/lib/review-api'
import { same } from '@/lib/same'
import { useHashJump } from '@/lib/use-hash-jump'
import { say } from '@/lib/words'
import { commandReports, reloadReports, replaceReport, replaceReportSheet, reportGateway } from '../api/reports'
import { nameOfReport, ReportArticle } from './report-article'

export function ReportSheet({ sheet }: { sheet: ReportSheetView }) {
  const me = useMe()
  const client = useQueryClient()
  const [changedOnly, setChangedOnly] = useState(false)
  const { corrections, pending, correct, comment, removeComment, finish } = useReading<ReportContent>(
    `${me.person.id}.reports.${sheet.fiscalYear}.${sheet.unit.id}.${sheet.round}`,
  )
  useHashJump(sheet.reports.length)
  const reports = [...sheet.reports].sort(byPlace)
  const compared = reports.some((report) => report.comparedRevision !== null && report.comparedRevision < report.revision)
  const changed = new Map([...corrections].filter(([id, content]) => !same(content, reports.find((each) => each.id === id)?.content)))

  function reviewOf(report: ReportView): ItemReview {
    const waits = may(report.can.return)
    return {
      item: report.id,
      comments: report.comments,
      pending: pending.filter((each) => each.item === report.id),
      canComment: may(report.can.comment) || waits,
      waits,
      removePending: removeComment,
      add: async (anchor, text, inReplyTo) => {
        if (waits && !inReplyTo) return comment(report.id, anchor, text)
        await addComment('/api/evaluations', report.id, { anchor, text, inReplyTo })
        replaceReport(client, sheet, await reportGateway.fetch(report.id))
      },
    }
  }

  return (
    <div className="sheet-page">
      <ReportHead sheet={sheet} />
      <div className="sheet-columns">
        <div className="sheet-form">
          {reports.length === 0 && <p className="empty">{say('results.none')}</p>}
          {reports.map((report) => (
            <ReportArticle
              key={report.id}
              sheet={sheet}
              report={report}
              review={reviewOf(report)}
              changedOnly={changedOnly}
              correction={corrections.get(report.id)}
              onCorrect={(content) => correct(report.id, content)}
            />
          ))}
        </div>
        <aside className="sheet-side screen-only" aria-label={say('sheet.side')}>
          {reports.some((each) => may(each.can.edit)) && <MissingList places={missingPlaces(reports)} />}
          {compared && (
            <label className="check">
              <input type="checkbox" checked={changedOnly} onChange={() => setChangedOnly(!changedOnly)} />
              <span>{say('compare.changedOnly')}</span>
            </label>
          )}
          <Button small onClick={() => window.print()}>
            {say('button.print')}
          </Button>
        </aside>
      </div>
      <CommandBar
        items={reports.map((report) => ({ ...report, label: nameOfReport(report) }))}
        corrections={changed}
        pending={pending}
        send={async (command, items, comments) => {
          replaceReportSheet(client, await commandReports(sheet, command, items, comments))
          finish()
          void client.invalidateQueries({ queryKey: ['todos'] })
        }}
        sendComments={async (comments) => {
          const revisions = new Map<string, number>()
          for (const each of comments) await addComment('/api/evaluations', each.item, { anchor: each.anchor, text: each.text, inReplyTo: null })
          for (const id of new Set(comments.map((each) => each.item))) revisions.set(id, (await reportGateway.fetch(id)).revision)
          return revisions
        }}
        onStale={() => void reloadReports(client, sheet)}
      />
    </div>
  )
}

function ReportHead({ sheet }: { sheet: ReportSheetView }) {
  return (
    <header className="sheet-head">
      <h1>{say('results.title', { year: fiscalYearLabel(sheet.fiscalYear), round: say(`round.${sheet.round}`) })}</h1>
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
        <WindowLabel window={sheet.window} mode={sheet.mode} />
        <Link to={`/sheets/${sheet.fiscalYear}/${sheet.unit.id}`}>{say('results.toSheet')}</Link>
      </p>
    </header>
  )
}

const places = { MISSION_AND_POLICIES: 0, ANNUAL_GOAL: 1, MID_TERM_GOAL: 2 }

function byPlace(a: ReportView, b: ReportView): number {
  return places[a.goal.kind] - places[b.goal.kind] || a.goal.number - b.goal.number
}

function missingPlaces(reports: ReportView[]): MissingPlace[] {
  return reports
    .filter((report) => may(report.can.edit))
    .flatMap((report) => report.missing.map((point) => ({ ...point, item: report.id, itemLabel: nameOfReport(report), elementId: `report-${report.id}` })))
}
