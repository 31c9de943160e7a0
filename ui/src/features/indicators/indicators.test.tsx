import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { GoalContent, ReportContent } from '@/contract/content'
import { civic, goal, goalContent, goalId, me, report, reportSheet, sheet } from '@/testing/fixtures'
import { gateway, goalSheet, reportsOf } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'

const people = { id: 'i-1', name: '参加者数', unit: '人', direction: 'MORE_IS_BETTER', kind: 'AMOUNT' } as const
const target = { id: 't-1', key: '', cites: null, text: '参加者150人以上' }
const view = (values = {}) => ({ ...people, revision: 1, years: [], can: { edit: { allowed: false } }, ...values })

/** The city's indicators, and what was added to them. */
function indicators(...rows: { id: string; name: string; unit: string }[]) {
  const known = rows.map((row) => ({ ...people, goals: 2, firstYear: 2025, lastYear: 2026, ...row }))
  return [
    http.get('/api/goals/indicators', ({ request }) => HttpResponse.json({ items: known.filter((row) => row.name.includes(new URL(request.url).searchParams.get('q') ?? '')), next: null })),
    http.get('/api/goals/indicators/:id', ({ params }) => HttpResponse.json(view(known.find((row) => row.id === params['id'])))),
    http.post('/api/goals/indicators', async ({ request }) => {
      const words = (await request.json()) as { name: string; unit: string }
      known.push({ ...people, goals: 0, firstYear: 2026, lastYear: 2026, ...words, id: 'i-new' })
      return HttpResponse.json(view({ ...words, id: 'i-new' }), { status: 201 })
    }),
  ]
}

const contentOf = (body: unknown) => (body as { content: GoalContent }).content

test('a target is tied to an indicator by a part of its name, by keyboard alone', async () => {
  const fake = gateway(me('STAFF'), ...indicators({ id: 'i-1', name: '出前講座の参加者数', unit: '人' }, { id: 'i-2', name: '相談件数', unit: '件' }), ...goalSheet(sheet([goal({ content: { ...goalContent, targets: [target] } })])))
  const user = open(`/sheets/2026/${civic}`)
  const box = await screen.findByRole('combobox', { name: '目標・達成目標 1行目の指標を探す' })
  await user.type(box, '参加')
  expect(await screen.findByRole('option', { name: /出前講座の参加者数（人）/ })).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('option', { name: /相談件数/ })).not.toBeInTheDocument())
  await expectAccessible()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('link', { name: '出前講座の参加者数（人）' })).toHaveAttribute('href', '/indicators/i-1')
  ;(document.activeElement as HTMLElement).blur()
  screen.getByRole('textbox', { name: '目標・達成目標 1行目' }).focus()
  ;(document.activeElement as HTMLElement).blur()
  await waitFor(() => expect(contentOf(fake.of('PUT', new RegExp(`${goalId}$`)).at(-1)?.body).targets).toEqual([{ ...target, indicator: 'i-1' }]))
  await user.click(screen.getByRole('button', { name: '目標・達成目標 1行目の指標を外す' }))
  expect(screen.getByRole('combobox', { name: '目標・達成目標 1行目の指標を探す' })).toBeVisible()
})

test('an indicator the city does not have is added from the goal, with its unit and direction', async () => {
  const fake = gateway(me('STAFF'), ...indicators(), ...goalSheet(sheet([goal({ content: { ...goalContent, targets: [target] } })])))
  const user = open(`/sheets/2026/${civic}`)
  await user.type(await screen.findByRole('combobox', { name: /の指標を探す$/ }), '刑法犯認知件数')
  await user.click(await screen.findByRole('option', { name: '新しい指標「刑法犯認知件数」を登録する' }))
  const form = within(screen.getByRole('group', { name: '指標を登録する' }))
  await user.type(form.getByRole('textbox', { name: '単位' }), '件')
  await user.selectOptions(form.getByRole('combobox', { name: '良い方向' }), '少ないほど良い')
  await user.click(form.getByRole('button', { name: '指標を登録する' }))
  expect(await screen.findByRole('link', { name: '刑法犯認知件数（件）' })).toBeVisible()
  expect(fake.of('POST', /indicators$/)[0]!.body).toEqual({ name: '刑法犯認知件数', unit: '件', direction: 'LESS_IS_BETTER' })
})

test('a figure is tied to an indicator of the goal and takes its name', async () => {
  const content = { ...goalContent, targets: [{ ...target, indicator: 'i-1' }] }
  const written = report({ goal: { ...report().goal, content } })
  const fake = gateway(me('STAFF'), ...indicators({ id: 'i-1', name: '参加者数', unit: '人' }), ...reportsOf(reportSheet([written])))
  const user = open(`/results/2026/${civic}`)
  await user.click(await screen.findByRole('button', { name: '数値を追加' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'の指標' }), await screen.findByRole('option', { name: '参加者数（人）' }))
  const value = screen.getByRole('textbox', { name: '参加者数の実績値' })
  await user.type(value, '160人')
  value.blur()
  await waitFor(() => expect((fake.of('PUT', /r-1$/).at(-1)?.body as { content: ReportContent }).content.figures).toMatchObject([{ label: '参加者数', value: '160人', indicator: 'i-1' }]))
})

test('an indicator shows its goals of all years, their targets and what was reached', async () => {
  const use = (values: object) => ({ goal: goalId, title: '環境学習の推進', kind: 'ANNUAL_GOAL', number: 1, state: 'CONFIRMED', unit: civic, unitName: 'くらし協働部', edition: null, targets: [{ target: 't-1', text: '参加者150人以上', value: '150', unit: '人', ja: '150人', en: '150 persons' }], actuals: [], ...values })
  const reached = { round: 'YEAR_END', label: '参加者数', written: '141人', asOf: '2026-03-31', certainty: 'FINAL', state: 'CONFIRMED', standing: { difference: '-9', percent: '94.0', met: false } }
  const years = [
    { fiscalYear: 2026, goals: [use({})] },
    { fiscalYear: 2025, goals: [use({ goal: 'a-2', edition: 'e-1', actuals: [reached] })] },
  ]
  gateway(me('PLANNING'), http.get('/api/goals/indicators/:id', () => HttpResponse.json(view({ years, can: { edit: { allowed: true } } }))))
  open('/indicators/i-1')
  expect(await screen.findByRole('heading', { name: '参加者数（人）' })).toBeVisible()
  expect(screen.getByText('多いほど良い・数量（合計できる）')).toBeVisible()
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(['令和8年度', '環境学習の推進 くらし協働部', '令和7年度', '環境学習の推進 くらし協働部'])
  expect(screen.getByText('未達（目標比94.0%、差▲9人）')).toBeVisible()
  expect(screen.getByText('期末・確報・令和8年3月31日(火)現在')).toBeVisible()
  expect(screen.getAllByRole('link', { name: '環境学習の推進' })[1]).toHaveAttribute('href', '/plan-sheets/2025/e-1?goal=a-2')
  expect(screen.getByRole('button', { name: '名称・単位を直す' })).toBeVisible()
  await expectAccessible()
})

test('the list of indicators is searched by name', async () => {
  gateway(me('STAFF'), ...indicators({ id: 'i-1', name: '参加者数', unit: '人' }, { id: 'i-2', name: '市税徴収率', unit: '%' }))
  const user = open('/indicators')
  expect(await screen.findByRole('link', { name: '参加者数' })).toHaveAttribute('href', '/indicators/i-1')
  await user.type(screen.getByRole('searchbox', { name: '名称で探す' }), '徴収')
  await waitFor(() => expect(screen.queryByRole('link', { name: '参加者数' })).not.toBeInTheDocument())
  expect(screen.getByRole('row', { name: '市税徴収率 % 多いほど良い 2目標 令和7年度～令和8年度' })).toBeVisible()
})
