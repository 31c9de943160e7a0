import { useParams } from 'react-router'
import { DraftsProvider } from '@/components/review/drafts'
import { Loading } from '@/components/ui/loading'
import { ProblemNote } from '@/components/ui/problem-note'
import { useSheet } from '../api/sheet'
import { GoalSheet } from './goal-sheet'

/** 目標シート: the printed form, for writing, reading, approving and printing. */
export function GoalSheetPage() {
  const { fiscalYear, unitId } = useParams()
  const sheet = useSheet(Number(fiscalYear), unitId ?? '')
  if (sheet.isPending) return <Loading />
  if (!sheet.data) return <ProblemNote error={sheet.error} onRetry={() => void sheet.refetch()} />
  return (
    <DraftsProvider key={`${fiscalYear}/${unitId}`}>
      <GoalSheet sheet={sheet.data} />
    </DraftsProvider>
  )
}
