import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { Cycle, SubmissionLine } from '@/contract/views'
import { civic, goalId, me } from '@/testing/fixtures'
import { gateway } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'

const planner = me('PLANNING', 'p-yamada', '山田 薫')

const cycle: Cycle = {
  id: 'c-1',
  fiscalYear: 2026,
  mode: 'LIVE',
  rounds: ['YEAR_END'],
  windows: [{ id: 'w-1', kind: 'GOALS', round: null, opensAt: '2026-09-30T15:00:00Z', closesAt: '2026-12-31T15:00:00Z', revision: 2, closedReason: '', extensions: [] }],
  revision: 2,
}
const cycles = http.get('/api/catalog/cycles', () => HttpResponse.json({ items: [cycle] }))

const late: SubmissionLine = {
  unit: civic,
  unitName: 'くらし協働部',
  parent: null,
  kind: 'GOAL',
  round: '',
  states: { DRAFT: 2, CONFIRMED: 1 },
  total: 3,
  turn: 'STAFF',
  turnNames: ['佐藤 花'],
  dueOn: '2026-11-18',
  daysLate: 3,
  lastContact: null,
}
const submissions = http.get('/api/notifications/submissions', () => HttpResponse.json({ items: [late, { ...late, unit: 'u-2', unitName: '環境部', daysLate: 0, dueOn: '2026-12-31' }] }))

test('提出状況 opens at what moves today; a request shows its recipients and text before it goes', async () => {
  const fake = gateway(planner, cycles, submissions, http.post('/api/notifications/requests', () => HttpResponse.json({ told: ['佐藤 花'] })))
  const user = open('/submissions')
  expect(await screen.findByRole('row', { name: /くらし協働部.*確定 1／3、作成中 2.*担当者（佐藤 花）.*3日超過/ })).toBeVisible()
  expect(screen.queryByRole('row', { name: /環境部/ })).not.toBeInTheDocument()
  await expectAccessible()
  await user.click(screen.getByRole('checkbox', { name: 'くらし協働部 目標を選ぶ' }))
  await user.click(screen.getByRole('button', { name: '提出のお願いを送る' }))
  const request = await screen.findByRole('alertdialog')
  expect(within(request).getByText(/佐藤 花/)).toBeVisible()
  expect(within(request).getByRole('textbox', { name: '本文' })).toHaveDisplayValue(/令和8年度の目標の提出をお願いします（11月18日\(水\)まで）/)
  await user.click(within(request).getByRole('button', { name: '送る' }))
  await waitFor(() => expect(fake.of('POST', /requests$/)[0]?.body).toMatchObject({ fiscalYear: 2026, what: 'GOAL', units: [civic] }))
})

test('期限を延長する takes a day in wareki and a reason, and ends after that day', async () => {
  const fake = gateway(planner, cycles, submissions, http.post('/api/catalog/windows/w-1/extensions', () => HttpResponse.json({}, { status: 201 })))
  const user = open('/submissions')
  await user.click(await screen.findByRole('button', { name: 'くらし協働部 目標の期限を延長する' }))
  const form = await screen.findByRole('alertdialog')
  await user.type(within(form).getByRole('textbox', { name: 'いつまで' }), '令和9年1月8日')
  await user.type(within(form).getByRole('textbox', { name: '理由' }), '組織改編のため')
  await user.click(within(form).getByRole('button', { name: '期限を延長する' }))
  await waitFor(() => expect(fake.of('POST', /extensions$/)[0]?.body).toEqual({ unit: civic, closesAt: '2027-01-09T00:00:00+09:00', reason: '組織改編のため' }))
})

test('公表 needs a clean check, the decision day and the document number, and asks once', async () => {
  const items = [{ goal: goalId, goalRevision: 5, report: 'r-1', reportRevision: 4 }]
  const fake = gateway(
    planner,
    cycles,
    http.get('/api/evaluations/releases', () => HttpResponse.json({ items: [] })),
    http.get('/api/evaluations/sheets/:year/:unit/release-check', () => HttpResponse.json({ kind: 'FINAL', ready: true, items, problems: [] })),
    http.post('/api/evaluations/releases', () => HttpResponse.json({ id: 'rel-1' }, { status: 201 })),
  )
  const user = open(`/publication?year=2026&unit=${civic}`)
  const button = await screen.findByRole('button', { name: '公表する' })
  expect(button).toHaveAttribute('aria-disabled', 'true')
  await user.type(screen.getByRole('textbox', { name: '決裁日' }), 'R8.11.20')
  await user.type(screen.getByRole('textbox', { name: '文書番号' }), 'な政企第123号')
  await expectAccessible()
  await user.click(button)
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '公表する' }))
  await waitFor(() =>
    expect(fake.of('POST', /releases$/)[0]?.body).toEqual({ fiscalYear: 2026, unit: civic, kind: 'FINAL', items, decisionDate: '2026-11-20', documentNumber: 'な政企第123号' }),
  )
})

test('the sheet of a plan is published as a unit\'s is', async () => {
  const items = [{ goal: goalId, goalRevision: 5, report: null, reportRevision: null }]
  const fake = gateway(
    planner,
    cycles,
    http.get('/api/goals/plan-sheets', () => HttpResponse.json({ items: [{ id: 's-9', edition: 'e-9', planName: '行政改革実施計画', name: '第2次', fiscalYear: 2026, counts: {}, confirmed: 1, total: 1 }] })),
    http.get('/api/evaluations/releases', () => HttpResponse.json({ items: [] })),
    http.get('/api/evaluations/plan-sheets/:year/:edition/release-check', () => HttpResponse.json({ kind: 'INITIAL', ready: true, items, problems: [] })),
    http.post('/api/evaluations/releases', () => HttpResponse.json({ id: 'rel-2' }, { status: 201 })),
  )
  const user = open('/publication?year=2026')
  await user.selectOptions(await screen.findByRole('combobox', { name: '部局' }), await screen.findByRole('option', { name: '行政改革実施計画 第2次' }))
  expect(await screen.findByRole('link', { name: '公表する内容を見る' })).toHaveAttribute('href', '/plan-sheets/2026/e-9')
  await user.type(screen.getByRole('textbox', { name: '決裁日' }), 'R8.11.20')
  await user.type(screen.getByRole('textbox', { name: '文書番号' }), 'な政企第124号')
  await user.click(screen.getByRole('button', { name: '公表する' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '公表する' }))
  await waitFor(() =>
    expect(fake.of('POST', /releases$/)[0]?.body).toEqual({ fiscalYear: 2026, planEdition: 'e-9', kind: 'INITIAL', items, decisionDate: '2026-11-20', documentNumber: 'な政企第124号' }),
  )
})

test('a past year is opened as 過年度登録', async () => {
  const fake = gateway(planner, cycles, http.post('/api/catalog/cycles', () => HttpResponse.json({}, { status: 201 })))
  const user = open('/setup')
  await user.selectOptions(await screen.findByRole('combobox', { name: '年度' }), '令和2年度')
  await user.click(screen.getByRole('button', { name: '過年度登録を始める' }))
  await waitFor(() => expect(fake.of('POST', /cycles$/)[0]?.body).toEqual({ fiscalYear: 2020, mode: 'BACK_LOADING', rounds: ['YEAR_END'], windows: [] }))
  await expectAccessible()
})
