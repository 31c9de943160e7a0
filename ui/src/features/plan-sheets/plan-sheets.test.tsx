import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { GoalContent } from '@/contract/content'
import { emptyGoal, emptyReport } from '@/contract/content'
import type { PlanGoalView, PlanReportSheetView, PlanSheetView } from '@/contract/views'
import { block, civic, clerkCan, goal, headCan, me, planning, report, scheme } from '@/testing/fixtures'
import { gateway } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'

const edition = '018f0000-0000-7000-8000-00000000e001'
const address = `/plan-sheets/2026/${edition}`
const content: GoalContent = {
  ...emptyGoal,
  code: 'No.1',
  title: '窓口の予約',
  direction: [block('b-9', 1, '・', '待ち時間を短くする')],
  actions: [block('b-1', 1, '・', '窓口で予約を受ける')],
  targets: [{ id: 't-1', key: 'ア', cites: null, text: '予約の割合50%以上' }],
  responsibilities: [
    { id: 'r-1', role: 'PRIMARY', unit: civic, name: 'くらし協働課', group: false },
    { id: 'r-2', role: 'RELATED', unit: null, name: '全ての課等', group: true },
  ],
  references: ['情報化計画'],
}

function planGoal(values: Partial<PlanGoalView>): PlanGoalView {
  return { ...goal({ content, can: clerkCan }), edition, ownerUnit: { id: civic, name: 'くらし協働部' }, node: 'n-2', ...values }
}

const mine = planGoal({ id: 'g-1' })
const other = planGoal({
  id: 'g-2',
  number: 2,
  node: null,
  can: {},
  state: 'CONFIRMED',
  ownerUnit: { id: planning, name: '政策企画課' },
  content: { ...emptyGoal, code: 'No.2', title: '備品の共有' },
})

function sheet(goals: PlanGoalView[] = [mine, other], values: Partial<PlanSheetView> = {}): PlanSheetView {
  return {
    id: 's-9',
    fiscalYear: 2026,
    edition: { id: edition, dimension: 'reform-plan', planName: '行政改革実施計画', name: '第2次', firstYear: 2022, lastYear: 2026, levels: ['基本方針', '項目'] },
    mode: 'LIVE',
    window: null,
    nodes: [
      { id: 'n-2', parent: 'n-1', level: 2, code: '①', title: '窓口' },
      { id: 'n-1', parent: null, level: 1, code: '1', title: '市民サービス' },
    ],
    goals,
    can: { export: { allowed: true } },
    ...values,
  }
}

const results: PlanReportSheetView = {
  fiscalYear: 2026,
  edition: { id: edition, planName: '行政改革実施計画', name: '第2次' },
  round: 'YEAR_END',
  window: null,
  gradingScheme: scheme,
  reports: [
    report({
      id: 'r-2',
      goal: { id: 'g-2', kind: 'ANNUAL_GOAL', number: 2, title: '備品の共有', content: other.content, revision: 5 },
      content: { ...emptyReport, progress: [block('p-1', 0, '', '共有を始めた')], grade: { scheme: 'g-1', code: 'B', comment: '' }, nextStep: 'CONTINUE' },
      can: {},
    }),
  ],
}

/** A plan's sheet that answers as the services do. */
function planSheet(first = sheet(), reports: PlanReportSheetView | null = results) {
  let state = first
  return [
    http.get('/api/goals/plan-sheets/:year/:edition', () => HttpResponse.json(state)),
    http.post('/api/goals/plan-sheets/:year/:edition/:command', () => HttpResponse.json(state)),
    http.get('/api/evaluations/plan-sheets/:year/:edition', () => (reports ? HttpResponse.json(reports) : HttpResponse.json({ title: '見つかりません', status: 404 }, { status: 404 }))),
    http.post('/api/evaluations/plan-sheets/:year/:edition/:command', () => HttpResponse.json(reports)),
    http.put('/api/evaluations/:id', async ({ request }) => HttpResponse.json({ ...reports!.reports[0]!, revision: 2, content: ((await request.json()) as { content: unknown }).content })),
    http.put('/api/goals/:id', async ({ params, request }) => {
      const goals = state.goals.map((each) => (each.id === params['id'] ? { ...each, revision: each.revision + 1 } : each))
      const next = { ...goals.find((each) => each.id === params['id'])!, content: ((await request.json()) as { content: GoalContent }).content }
      state = { ...state, goals: goals.map((each) => (each.id === next.id ? next : each)) }
      return HttpResponse.json(next)
    }),
  ]
}

test('the plans of a year are listed with their sums', async () => {
  const item = { id: 's-9', edition, planName: '行政改革実施計画', name: '第2次', fiscalYear: 2026, counts: { CONFIRMED: 1, DRAFT: 1 }, confirmed: 1, total: 2 }
  gateway(me('STAFF'), http.get('/api/goals/plan-sheets', () => HttpResponse.json({ items: [item] })))
  open('/plan-sheets')
  expect(await screen.findByRole('link', { name: '行政改革実施計画 第2次' })).toHaveAttribute('href', address)
  expect(screen.getByText('確定 1／2')).toBeVisible()
  await expectAccessible()
})

test('the table follows the plan tree, opens at mine, and tells owner, state and grade', async () => {
  gateway(me('STAFF'), ...planSheet())
  const user = open(address)
  const table = within(await screen.findByRole('region', { name: '取組の一覧' }))
  expect(screen.getByRole('heading', { level: 1, name: '令和8年度 行政改革実施計画 第2次' })).toBeVisible()
  expect(table.getByRole('rowheader', { name: '1 市民サービス › ① 窓口' })).toBeVisible()
  expect(table.queryByRole('row', { name: /備品の共有/ })).not.toBeInTheDocument()
  await user.click(table.getByRole('checkbox', { name: '自分の課だけ' }))
  const second = within(table.getByRole('row', { name: /備品の共有/ }))
  expect(second.getByText('政策企画課')).toBeVisible()
  expect(second.getByText('B')).toBeVisible()
  expect(second.getByText('継続')).toBeVisible()
  expect(table.getByRole('rowheader', { name: '計画の中の位置が分からないもの' })).toBeVisible()
  await user.type(table.getByRole('searchbox', { name: '題名・担当で探す' }), '備品')
  expect(table.queryByRole('row', { name: /窓口の予約/ })).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Excel' })).toHaveAttribute('href', `/api/goals/plan-sheets/2026/${edition}/export?format=xlsx`)
  await expectAccessible()
})

test('what is missing leads from the table to its row', async () => {
  const missing = [{ pointer: '/responsibilities', key: 'lead-missing', ja: '主管課がありません', en: 'No lead' }]
  gateway(me('STAFF'), ...planSheet(sheet([planGoal({ id: 'g-1', missing })])))
  const user = open(address)
  await user.click(await screen.findByRole('button', { name: /主管課がありません/ }))
  expect(screen.getByRole('link', { name: '窓口の予約' })).toHaveFocus()
})

test('where nothing may be taken along, nothing is offered', async () => {
  gateway(me('STAFF'), ...planSheet(sheet([mine], { can: {} }), null))
  open(address)
  await screen.findByRole('region', { name: '取組の一覧' })
  expect(screen.queryByRole('region', { name: '出力' })).not.toBeInTheDocument()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

test('an action opens with its parts, is corrected and submitted', async () => {
  const fake = gateway(me('STAFF'), ...planSheet())
  const user = open(address)
  await user.click(await screen.findByRole('link', { name: '窓口の予約' }))
  expect(await screen.findByRole('heading', { level: 2, name: '1 市民サービス › ① 窓口' })).toHaveFocus()
  const article = within(screen.getByRole('article', { name: 'No.1 窓口の予約' }))
  expect(article.getByRole('textbox', { name: '今後の取組方向 1行目' })).toHaveValue('待ち時間を短くする')
  expect(article.queryByText('総合計画')).not.toBeInTheDocument()
  await user.click(article.getByRole('textbox', { name: '目標・達成目標 1行目' }))
  await user.paste('（年度末）')
  await user.selectOptions(article.getByRole('combobox', { name: '「全ての課等」の役割' }), 'CO_LEAD')
  await user.click(article.getByRole('textbox', { name: '関係する計画等' }))
  await user.keyboard('{Enter}')
  await user.paste('財政計画')
  await user.click(article.getByRole('button', { name: '目標・達成目標に行を追加' }))
  expect(article.getByRole('textbox', { name: '目標・達成目標 2行目' })).toHaveValue('')
  expect(screen.getByText('実績はまだありません。取組が確定すると入力できます。')).toBeVisible()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: '部局長へ提出' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '部局長へ提出' }))
  await waitFor(() => expect(fake.of('POST', /submission$/)).toHaveLength(1))
  expect(fake.of('POST', /submission$/)[0]).toMatchObject({ path: `/api/goals/plan-sheets/2026/${edition}/submission`, body: { items: [{ id: 'g-1', revision: 4 }] } })
  const saved = (fake.of('PUT', /goals\/g-1$/)[0]!.body as { content: GoalContent }).content
  expect(saved.targets).toHaveLength(1)
  expect(saved.targets[0]!.text).toBe('予約の割合50%以上（年度末）')
  expect(saved.responsibilities[1]!.role).toBe('CO_LEAD')
  expect(saved.references).toEqual(['情報化計画', '財政計画'])
})

test('the results of the year stand under the action, and are approved on their side', async () => {
  const submitted = { ...results, reports: [{ ...results.reports[0]!, state: 'SUBMITTED' as const, can: headCan }] }
  const fake = gateway(me('HEAD'), ...planSheet(sheet([other]), submitted))
  const user = open(`${address}?show=results#report-r-2`)
  const article = within(await screen.findByRole('article', { name: '実績（期末） 備品の共有' }))
  expect(article.getByText('共有を始めた')).toBeVisible()
  expect(article.getByText('B ほぼ達成')).toBeVisible()
  expect(screen.getByRole('link', { name: '実績' })).toHaveAttribute('aria-current', 'true')
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: '承認する' }))
  await waitFor(() => expect(fake.of('POST', /evaluations\/plan-sheets\/2026\/.*\/approval$/)[0]?.body).toEqual({ items: [{ id: 'r-2', revision: 1 }] }))
})
