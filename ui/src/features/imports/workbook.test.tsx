import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { emptyGoal } from '@/contract/content'
import { civic, me } from '@/testing/fixtures'
import { gateway } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'
import type { ComparedGoal, ImportView } from './api'

const compared = (values: Partial<ComparedGoal>): ComparedGoal => ({
  id: 'g-1',
  kind: 'ANNUAL_GOAL',
  number: 1,
  title: '担い手づくり',
  status: 'CHANGED',
  revision: 1,
  baseRevision: 1,
  fields: [{ field: 'ACTIONS', before: ['○交流会 7月～3月'], after: ['○交流会 9月～3月'] }],
  edit: { allowed: true },
  ...values,
})

const workbook = (...goals: ComparedGoal[]): ImportView => ({
  id: 'i-1',
  revision: 1,
  name: '目標シート.xlsx',
  family: 'DEPARTMENT_GOAL_SHEET',
  state: 'READ',
  unit: civic,
  fiscalYear: 2026,
  matchingUnit: civic,
  createdAt: '2026-11-21T01:00:00Z',
  source: '当年度目標',
  header: { unit: { text: 'くらし協働部', spans: [] } },
  proposedFiscalYear: { value: 2026, evidence: [] },
  draft: { mission: [], policies: [], review: [], goals: [{ id: 'g-1', kind: 'ANNUAL_GOAL', number: 1, content: { ...emptyGoal, title: '担い手づくり' }, result: null }] },
  spans: {},
  remarks: [],
  leftovers: [],
  parts: [],
  layout: { kind: 'WORKBOOK', name: '' },
  comparison: { unit: civic, fiscalYear: 2026, unchanged: goals.every((each) => each.status === 'UNCHANGED'), goals },
})

function imported(view: ImportView, answer?: () => Response) {
  let now = view
  return [
    http.get('/api/goals/imports/i-1', () => HttpResponse.json(now)),
    http.post('/api/goals/imports/i-1/registration', () => {
      if (answer) return answer()
      now = { ...view, state: 'REGISTERED', comparison: null }
      return HttpResponse.json(now)
    }),
  ]
}

test('changes stand side by side; a conflict is taken over only when a person says so', async () => {
  const conflict = compared({ id: 'g-2', number: 2, title: '窓口の改善', status: 'CONFLICT', revision: 3 })
  const fixed = compared({ id: 'g-3', number: 3, title: '提出した目標', edit: { allowed: false, ja: '提出されています。', en: 'Submitted.' } })
  const fake = gateway(me('STAFF'), ...imported(workbook(compared({}), conflict, fixed, compared({ id: 'g-4', number: 4, status: 'UNCHANGED', fields: [], edit: null }))))
  const user = open('/import/i-1')
  const first = await screen.findByRole('article', { name: '当年度目標1 担い手づくり：変更あり' })
  expect(within(first).getByRole('row', { name: '取組事項 ○交流会 7月～3月 ○交流会 9月～3月' })).toBeVisible()
  expect(within(first).getByRole('checkbox')).toBeChecked()
  const second = screen.getByRole('article', { name: '当年度目標2 窓口の改善：両方で変更' })
  expect(within(second).getByRole('checkbox')).not.toBeChecked()
  const third = screen.getByRole('article', { name: /提出した目標/ })
  expect(within(third).getByRole('checkbox')).toBeDisabled()
  expect(within(third).getByText('提出されています。')).toBeVisible()
  await expectAccessible()
  await user.click(within(second).getByRole('checkbox'))
  await user.click(screen.getByRole('button', { name: '登録する' }))
  await waitFor(() =>
    expect(fake.of('POST', /registration$/)[0]).toMatchObject({
      body: {
        unit: civic,
        fiscalYear: 2026,
        goals: [
          { id: 'g-1', revision: 1 },
          { id: 'g-2', revision: 3 },
        ],
      },
      ifMatch: '"1"',
    }),
  )
})

test('a workbook that comes back unchanged says so and has nothing to register', async () => {
  gateway(me('STAFF'), ...imported(workbook(compared({ status: 'UNCHANGED', fields: [], edit: null }))))
  open('/import/i-1')
  expect(await screen.findByText('目標シートと同じ内容です。変更はありません。')).toBeVisible()
  expect(screen.queryByRole('button', { name: '登録する' })).not.toBeInTheDocument()
})

test('a goal that is changed in that very moment is told, and compared anew', async () => {
  const refused = () => HttpResponse.json({ type: 'urn:meguri:problem:revision-conflict', title: 'ほかの人が変更しました', status: 412 }, { status: 412 })
  gateway(me('STAFF'), ...imported(workbook(compared({})), refused))
  const user = open('/import/i-1')
  await user.click(await screen.findByRole('button', { name: '登録する' }))
  expect(await screen.findByText('ほかの人が変更しました')).toBeVisible()
})
