import { useParams, useSearchParams } from 'react-router'
import { DraftsProvider } from '@/components/review/drafts'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Round } from '@/contract/content'
import { useReportSheet } from '../api/reports'
import { ReportSheet } from './report-sheet'

/** 実績入力: what was done, beside what was meant to be done. */
export function ResultsPage() {
  const { fiscalYear, unitId } = useParams()
  const [params] = useSearchParams()
  const round = (params.get('round') ?? 'YEAR_END') as Round
  const sheet = useReportSheet(Number(fiscalYear), unitId ?? '', round)
  if (sheet.isPending) return <Loading />
  if (!sheet.data) return <ProblemNote error={sheet.error} onRetry={() => void sheet.refetch()} />
  return (
    <DraftsProvider key={`${fiscalYear}/${unitId}/${round}`}>
      <ReportSheet sheet={sheet.data} />
    </DraftsProvider>
  )
}
