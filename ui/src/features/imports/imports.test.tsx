import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { emptyGoal } from '@/contract/content'
import { block, civic, me } from '@/testing/fixtures'
import { gateway } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'
import type { ImportView, Span } from './api'
import { cut } from './source-text'

const source = '部局 くらし協働部\n1 担い手づくり\n○講座を開く（令和6年度から）\n5-1-③ 地域課題\n-----'
const at = (text: string): Span => [source.indexOf(text), source.indexOf(text) + text.length]

const view: ImportView = {
  id: 'i-1',
  revision: 1,
  name: 'くらし協働部.txt',
  family: 'DEPARTMENT_GOAL_SHEET',
  state: 'READ',
  decisions: 1,
  unit: null,
  fiscalYear: null,
  matchingUnit: civic,
  createdAt: '2026-11-21T01:00:00Z',
  source,
  header: { unit: { text: 'くらし協働部', spans: [at('くらし協働部')] } },
  proposedFiscalYear: { value: 2024, evidence: [{ span: at('令和6年度'), phrase: '令和6年度', fiscalYear: 2024, role: 'ACTION' }] },
  draft: {
    mission: [],
    policies: [],
    review: [],
    goals: [{ id: 'g-1', kind: 'ANNUAL_GOAL', number: 1, content: { ...emptyGoal, title: '担い手づくり', actions: [block('b-1', 1, '○', '講座を開く（令和6年度から）')] }, result: null }],
  },
  spans: { 'b-1': [at('講座を開く（令和6年度から）')], 'g-1/title': [at('担い手づくり')] },
  remarks: [{ span: at('5-1-③'), key: 'unknown-code', ja: '「5-1-③」は計画にありません', en: 'Unknown code', decision: true }],
  leftovers: [{ span: at('-----'), text: '-----', kind: 'RULE' }],
  parts: [],
}
const planner = me('PLANNING')
const year2024 = { id: 'c', fiscalYear: 2024, mode: 'BACK_LOADING', rounds: ['YEAR_END'], windows: [], revision: 1 }

test('every character of the source stands in a piece, a remark before a field', () => {
  const pieces = cut('abcdef', [
    { span: [1, 5], kind: 'field', target: 'f' },
    { span: [2, 3], kind: 'remark', target: 'r' },
  ])
  expect(pieces.map(({ text, mark }) => `${text}:${mark?.target ?? ''}`)).toEqual(['a:', 'b:f', 'c:r', 'de:f', 'f:'])
})

test('sections, purpose and targets of a form stand in the draft, with the unit each section is tied to', async () => {
  const content = {
    ...emptyGoal,
    title: '担い手づくり',
    purpose: [block('p-1', 0, '', '担い手を増やす')],
    targets: [{ id: 't-1', key: '', cites: null, text: '参加者150人' }],
    responsibilities: [
      { id: 'r-1', role: 'UNKNOWN' as const, unit: civic, name: 'くらし協働部' },
      { id: 'r-2', role: 'UNKNOWN' as const, unit: null, name: 'どこにもない課' },
    ].map((each) => ({ ...each, group: false })),
  }
  const form = { ...view, layout: { kind: 'FORM' as const, name: '調書' }, draft: { ...view.draft, goals: [{ ...view.draft.goals[0]!, content }] } }
  gateway(planner, http.get('/api/goals/imports/i-1', () => HttpResponse.json(form)))
  open('/import/i-1')
  const fields = await screen.findByRole('region', { name: '読み取った内容' })
  expect(within(fields).getByText('担い手を増やす')).toBeVisible()
  expect(within(fields).getByText('参加者150人')).toBeVisible()
  expect(within(fields).getByRole('button', { name: 'どこにもない課' }).closest('li')).toHaveTextContent('未定のまま')
  expect(within(fields).getByRole('button', { name: 'くらし協働部' })).toBeVisible()
})

test('source and fields point at each other; year and unit are proposed; it is registered with open points', async () => {
  const registered = { ...view, state: 'REGISTERED' as const, unit: civic, fiscalYear: 2024, parts: [{ part: 1, target: 'evaluation', content: 'RESULTS', state: 'SENT' as const }] }
  let state = view
  const fake = gateway(
    planner,
    http.get('/api/catalog/cycles', () => HttpResponse.json({ items: [year2024] })),
    http.get('/api/goals/imports/i-1', () => HttpResponse.json(state)),
    http.post('/api/goals/imports/i-1/registration', () => {
      state = registered as ImportView
      return HttpResponse.json(state)
    }),
  )
  const user = open('/import/i-1')
  const fields = await screen.findByRole('region', { name: '読み取った内容' })
  await user.click(within(fields).getByRole('button', { name: /講座を開く/ }))
  const text = screen.getByRole('region', { name: '原文' })
  const marked = () => [...text.querySelectorAll('.span-now')].map((piece) => piece.textContent).join('')
  expect(marked()).toBe('講座を開く（令和6年度から）')
  await user.click(screen.getByRole('button', { name: '「令和6年度」（取組事項の年度）' }))
  expect(marked()).toBe('令和6年度')
  await user.click(within(text).getByText('担い手づくり'))
  expect(within(fields).getByRole('button', { name: '担い手づくり' })).toHaveAttribute('aria-pressed', 'true')
  expect(screen.getByRole('combobox', { name: '年度' })).toHaveDisplayValue('令和6年度')
  await waitFor(() => expect(screen.getByRole('combobox', { name: '部局' })).toHaveDisplayValue('くらし協働部'))
  expect(screen.getByText('「5-1-③」は計画にありません')).toBeVisible()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: '要確認のまま登録' }))
  await waitFor(() => expect(fake.of('POST', /registration$/)[0]?.body).toEqual({ fiscalYear: 2024, unit: civic }))
  expect(await screen.findByText(/登録を待っています/)).toBeVisible()
})
