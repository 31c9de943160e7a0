import type { RouteObject } from 'react-router'
import { FormsPage } from '@/features/forms/forms-page'
import { GoalSheetPage } from '@/features/goal-sheets/components/goal-sheet-page'
import { SheetListPage } from '@/features/goal-sheets/components/sheet-list-page'
import { HomePage } from '@/features/home/home-page'
import { IndicatorPage } from '@/features/indicators/indicator-page'
import { IndicatorsPage } from '@/features/indicators/indicators-page'
import { NoticesPage } from '@/features/notices/notices-page'
import { PlanSheetListPage } from '@/features/plan-sheets/plan-sheet-list-page'
import { PlanSheetPage } from '@/features/plan-sheets/plan-sheet-page'
import { PlansPage } from '@/features/plans/plans-page'
import { PublicationPage } from '@/features/publication/publication-page'
import { ResultsPage } from '@/features/results/components/results-page'
import { SubmissionsPage } from '@/features/submissions/submissions-page'
import { YearSetupPage } from '@/features/year-setup/year-setup-page'
import { ImportsPage } from '@/features/imports/imports-page'
import { RemarksPage } from '@/features/imports/remarks-page'
import { ImportPage } from '@/features/imports/import-page'
import { NotFoundPage } from './not-found-page'
import { Shell } from './shell'

export const routes: RouteObject[] = [
  {
    element: <Shell />,
    children: [
      { path: '/', element: <HomePage /> },
      { path: '/sheets', element: <SheetListPage /> },
      { path: '/sheets/:fiscalYear/:unitId', element: <GoalSheetPage /> },
      { path: '/results', element: <SheetListPage results /> },
      { path: '/results/:fiscalYear/:unitId', element: <ResultsPage /> },
      { path: '/plan-sheets', element: <PlanSheetListPage /> },
      { path: '/plan-sheets/:fiscalYear/:editionId', element: <PlanSheetPage /> },
      { path: '/submissions', element: <SubmissionsPage /> },
      { path: '/publication', element: <PublicationPage /> },
      { path: '/plans', element: <PlansPage /> },
      { path: '/indicators', element: <IndicatorsPage /> },
      { path: '/indicators/:indicatorId', element: <IndicatorPage /> },
      { path: '/setup', element: <YearSetupPage /> },
      { path: '/import', element: <ImportsPage /> },
      { path: '/import/remarks', element: <RemarksPage /> },
      { path: '/import/:importId', element: <ImportPage /> },
      { path: '/forms', element: <FormsPage /> },
      { path: '/notices', element: <NoticesPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]
