import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { CommandBar } from '@/components/review/command-bar'
import { ExportLinks } from '@/components/review/export-links'
import type { MissingPlace } from '@/components/review/missing-list'
import { SheetSide } from '@/components/review/sheet-side'
import { useReview } from '@/components/review/use-review'
import { may } from '@/components/review/why-not'
import { WindowLabel } from '@/components/review/window-label'
import type { ReportContent } from '@/contract/content'
import type { ReportSheetView, ReportView } from '@/contract/views'
import { useMe } from '@/features/session/me'
import { fiscalYearLabel } from '@/lib/calendar'
import { useHashJump } from '@/lib/use-hash-jump'
import { say } from '@/lib/words'
import { commandReports, reloadReports, replaceReport, replaceReportSheet, reportGateway } from '../api/reports'
import { nameOfReport, ReportArticle } from './report-article'

export function ReportSheet({ sheet }: { sheet: ReportSheetView }) {
  const me = useMe()
  const client = useQueryClient()
  const [changedOnly, setChangedOnly] = useState(false)
  useHashJump(sheet.reports.length)
  const reports = [...sheet.reports].sort(byPlace)
  const replace = (report: ReportView) => replaceReport(client, sheet, report)
  const review = useReview<ReportContent, ReportView>({
    base: '/api/evaluations',
    gateway: reportGateway,
    place: `${me.person.id}.reports.${sheet.fiscalYear}.${sheet.unit.id}.${sheet.round}`,
    items: reports,
    replace,
    send: async (command, items, comments) => replaceReportSheet(client, await commandReports(sheet, command, items, comments)),
    labelOf: nameOfReport,
    reload: () => void reloadReports(client, sheet),
  })

  return (
    <div className="sheet-page">
      <ReportHead sheet={sheet} />
      <div className="sheet-columns">
        <div className="sheet-form">
          {reports.length === 0 && <p className="empty">{say('results.none')}</p>}
          {reports.map((report) => (
            <ReportArticle
              key={report.id}
              fiscalYear={sheet.fiscalYear}
              round={sheet.round}
              scheme={sheet.gradingScheme}
              report={report}
              review={review.reviewOf(report)}
              changedOnly={changedOnly}
              correction={review.correctionOf(report)}
              onCorrect={(content) => review.correct(report.id, content)}
              onReplaced={replace}
            />
          ))}
        </div>
        <SheetSide missing={reports.some((each) => may(each.can.edit)) ? missingPlaces(reports) : null} changedOnly={review.compared ? changedOnly : null} onChangedOnly={setChangedOnly}>
          <ExportLinks path={`/api/evaluations/sheets/${sheet.fiscalYear}/${sheet.unit.id}/export`} round={sheet.round} decision={{ allowed: reports.length > 0 }} />
        </SheetSide>
      </div>
      <CommandBar {...review.bar} />
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

export function missingPlaces(reports: ReportView[]): MissingPlace[] {
  return reports
    .filter((report) => may(report.can.edit))
    .flatMap((report) => report.missing.map((point) => ({ ...point, item: report.id, itemLabel: nameOfReport(report), elementId: `report-${report.id}` })))
}
