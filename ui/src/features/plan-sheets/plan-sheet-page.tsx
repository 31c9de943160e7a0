import { useParams, useSearchParams } from 'react-router'
import { DraftsProvider } from '@/components/review/drafts'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Round } from '@/contract/content'
import type { PlanReportSheetView } from '@/contract/views'
import { Problem } from '@/lib/api'
import { usePlanReports, usePlanSheet } from './api'
import { PlanSheet } from './plan-sheet'

/** 計画の取組 of one plan in one year: what was planned, and what became of it. */
export function PlanSheetPage() {
  const { fiscalYear, editionId } = useParams()
  const [params] = useSearchParams()
  const year = Number(fiscalYear)
  const edition = editionId ?? ''
  const round = (params.get('round') ?? 'YEAR_END') as Round
  const sheet = usePlanSheet(year, edition)
  const reports = usePlanReports(year, edition, round)
  if (sheet.isPending || reports.isPending) return <Loading />
  if (!sheet.data) return <ProblemNote error={sheet.error} onRetry={() => void sheet.refetch()} />
  // Before anything is confirmed there are no results, and nobody may see them: no trouble.
  const none = reports.error instanceof Problem && [403, 404].includes(reports.error.status)
  const empty: PlanReportSheetView = { fiscalYear: year, edition: sheet.data.edition, round, window: null, gradingScheme: null, reports: [] }
  return (
    <DraftsProvider key={`${year}/${edition}/${round}`}>
      {!none && <ProblemNote error={reports.error} onRetry={() => void reports.refetch()} />}
      <PlanSheet sheet={sheet.data} results={reports.data ?? empty} />
    </DraftsProvider>
  )
}
