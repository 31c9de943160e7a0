import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { emptyGoal } from '@/contract/content'
import { block, civic, me } from '@/testing/fixtures'
import { gateway } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'
import { server } from '@/testing/server'
import type { ImportDraft, ImportView, Span } from './api'

const source = 'No.1 窓口の予約 ●くらし協働課 △全ての課等 予約の割合50%以上 窓口で予約を受ける 予約を始めた B 継続 令和6年度 No.2 備品の共有 港の友の会 共有の決まりを作る'
const at = (text: string): Span => [source.indexOf(text), source.indexOf(text) + text.length]

const draft: ImportDraft = {
  mission: [],
  policies: [],
  review: [],
  plan: {
    name: '行政改革実施計画',
    dimension: 'reform-plan',
    editionName: '第2次',
    firstYear: 2022,
    lastYear: 2026,
    levelNames: ['基本方針', '取組の項目'],
    nodes: [
      { id: 'n-1', parent: null, level: 1, code: '1', title: '市民サービス', note: '' },
      { id: 'n-2', parent: 'n-1', level: 2, code: '①', title: '窓口', note: 'P12' },
    ],
    gradingScheme: { id: 's-1', name: '取組達成度', grades: [{ code: 'A', meaning: '達成' }, { code: 'B', meaning: 'ほぼ達成' }] },
    glossary: [],
  },
  organisation: [
    { name: 'くらし協働課', unit: civic, create: false, kind: 'SECTION', group: false },
    { name: '全ての課等', unit: null, create: false, kind: 'SECTION_GROUP', group: true },
    { name: '港の友の会', unit: null, create: false, kind: 'EXTERNAL_BODY', group: false },
  ],
  goals: [
    {
      id: 'g-1',
      kind: 'ANNUAL_GOAL',
      number: 1,
      node: 'n-2',
      content: {
        ...emptyGoal,
        code: 'No.1',
        title: '窓口の予約',
        responsibilities: [
          { id: 'r-1', role: 'PRIMARY', unit: null, name: 'くらし協働課', group: false },
          { id: 'r-2', role: 'RELATED', unit: null, name: '全ての課等', group: true },
        ],
        targets: [{ id: 't-1', key: '', cites: null, text: '予約の割合50%以上' }],
        actions: [block('b-1', 1, '・', '窓口で予約を受ける')],
      },
      result: { achievements: [], directions: [], progress: [block('b-2', 0, '', '予約を始めた')], issues: [], processEvaluation: [], improvements: [], grade: { code: 'B' }, nextStep: 'CONTINUE' },
    },
    {
      id: 'g-2',
      kind: 'ANNUAL_GOAL',
      number: 2,
      node: null,
      content: { ...emptyGoal, code: 'No.2', title: '備品の共有', responsibilities: [{ id: 'r-3', role: 'UNKNOWN', unit: null, name: '港の友の会', group: false }], actions: [block('b-3', 1, '・', '共有の決まりを作る')] },
      result: { achievements: [], directions: [], progress: [], issues: [], processEvaluation: [], improvements: [], grade: null, nextStep: null },
    },
  ],
}

const view: ImportView = {
  id: 'i-2',
  revision: 1,
  name: '取組結果.xlsx',
  family: 'PDCA_RESULTS',
  state: 'READ',
  unit: null,
  fiscalYear: null,
  edition: null,
  matchingUnit: null,
  createdAt: '2026-11-21T01:00:00Z',
  source,
  header: { unit: { text: '' } },
  proposedFiscalYear: { value: 2024, evidence: [{ span: at('令和6年度'), phrase: '令和6年度', fiscalYear: 2024, role: 'CAPTION' }] },
  draft,
  spans: { 'g-1/number': [at('No.1')], 'g-1/title': [at('窓口の予約')], 'r-1': [at('●くらし協働課')], 't-1': [at('予約の割合50%以上')], 'b-1': [at('窓口で予約を受ける')], 'b-2': [at('予約を始めた')], 'g-1/grade': [at('B')], 'g-1/nextStep': [at('継続')], 'g-2/title': [at('備品の共有')], 'r-3': [at('港の友の会')], 'b-3': [at('共有の決まりを作る')] },
  remarks: [
    { ordinal: 1, span: at('△全ての課等'), key: 'group', ja: 'まとまりです', en: 'A group', decision: false, resolved: false },
    { ordinal: 2, span: at('港の友の会'), key: 'lead-unknown', ja: '主管課が分かりません', en: 'Lead unknown', decision: true, resolved: false },
  ],
  leftovers: [],
  parts: [],
}
const year2024 = { id: 'c', fiscalYear: 2024, mode: 'BACK_LOADING', rounds: ['YEAR_END'], windows: [], revision: 1 }
const planner = me('PLANNING')

/** An import that keeps what is saved and counts its revisions. */
function importing(first: ImportView = view) {
  let state = first
  const fake = gateway(
    planner,
    http.get('/api/catalog/cycles', () => HttpResponse.json({ items: [year2024] })),
    http.get('/api/goals/imports/i-2', () => HttpResponse.json(state)),
    http.put('/api/goals/imports/i-2/draft', async ({ request }) => {
      if (request.headers.get('If-Match') !== `"${state.revision}"`) return HttpResponse.json({ type: 'urn:meguri:problem:revision-conflict', title: '変更されています', status: 412 }, { status: 412 })
      state = { ...state, revision: state.revision + 1, draft: ((await request.json()) as { draft: ImportDraft }).draft }
      return HttpResponse.json(state)
    }),
    http.post('/api/goals/imports/i-2/registration', () => {
      const parts = [
        { part: 1, target: 'catalog', content: 'PLAN', state: 'SENT' as const },
        { part: 2, target: 'evaluation', content: 'RESULTS', state: 'SENT' as const },
      ]
      state = { ...state, revision: state.revision + 1, state: 'REGISTERED', fiscalYear: 2024, edition: 'e-1', parts }
      return HttpResponse.json(state)
    }),
    http.post('/api/goals/imports/i-2/remarks/:ordinal', ({ params }) => {
      state = { ...state, remarks: state.remarks.map((remark) => (String(remark.ordinal) === params['ordinal'] ? { ...remark, resolved: true } : remark)) }
      return HttpResponse.json({})
    }),
  )
  return { fake, now: () => state, change: (next: Partial<ImportView>) => (state = { ...state, ...next }) }
}

const original = () => screen.getByRole('region', { name: '原文' })
const marked = () => [...original().querySelectorAll('.span-now')].map((piece) => piece.textContent).join('')

test('rows stand under the plan tree; a row opens beside its source, each field at its place', async () => {
  importing()
  const user = open('/import/i-2')
  const rows = within(await screen.findByRole('region', { name: '取組（2件）' }))
  expect(rows.getByRole('rowheader', { name: '1 市民サービス › ① 窓口' })).toBeVisible()
  const first = within(rows.getByRole('row', { name: /窓口の予約/ }))
  expect(first.getByText('くらし協働課')).toBeVisible()
  expect(first.getByText('継続')).toBeVisible()
  expect(within(rows.getByRole('row', { name: /備品の共有/ })).getByText('1件')).toBeVisible()
  await expectAccessible()
  await user.click(first.getByRole('link', { name: '窓口の予約' }))
  expect(await screen.findByRole('heading', { name: '取組 1／2' })).toHaveFocus()
  expect(marked()).toBe('窓口の予約')
  await user.click(screen.getByRole('button', { name: 'くらし協働課' }))
  expect(marked()).toBe('●くらし協働課')
  await user.click(screen.getByRole('button', { name: '予約の割合50%以上' }))
  expect(marked()).toBe('予約の割合50%以上')
  screen.getByRole('combobox', { name: '取組達成度' }).focus()
  await waitFor(() => expect(marked()).toBe('B'))
  await user.click(within(original()).getByText('予約を始めた'))
  expect(screen.getByRole('button', { name: '予約を始めた' })).toHaveAttribute('aria-pressed', 'true')
  await expectAccessible()
  await user.click(screen.getByRole('link', { name: '次の取組' }))
  expect(await screen.findByRole('heading', { name: '取組 2／2' })).toHaveFocus()
  expect(marked()).toBe('備品の共有')
})

test('fields are put right one by one, and taken back', async () => {
  const { fake, now } = importing()
  const user = open('/import/i-2?row=g-1')
  await user.click(await screen.findByRole('button', { name: /窓口で予約を受ける/ }))
  await user.click(screen.getByRole('button', { name: '直す' }))
  await user.type(screen.getByRole('textbox', { name: '取組の内容・計画内容' }), '（電話でも）')
  await user.click(screen.getByRole('button', { name: 'この文にする' }))
  await waitFor(() => expect(now().draft.goals[0]!.content.actions[0]!.text).toBe('窓口で予約を受ける（電話でも）'))
  await user.selectOptions(screen.getByRole('combobox', { name: '取組達成度' }), 'A')
  await waitFor(() => expect(now().draft.goals[0]!.result!.grade).toEqual({ code: 'A' }))
  await user.selectOptions(screen.getByRole('combobox', { name: '「全ての課等」の役割' }), 'CO_LEAD')
  await waitFor(() => expect(now().draft.goals[0]!.content.responsibilities[1]!.role).toBe('CO_LEAD'))
  expect(fake.of('PUT', /draft$/).map(({ ifMatch }) => ifMatch)).toEqual(['"1"', '"2"', '"3"'])
  await user.click(await screen.findByRole('button', { name: '元に戻す' }))
  await waitFor(() => expect(now().draft.goals[0]!.content.responsibilities[1]!.role).toBe('RELATED'))
})

test('what somebody else put right in another field stays; of the same field the person chooses', async () => {
  const { now, change } = importing()
  const user = open('/import/i-2?row=g-1')
  const grade = await screen.findByRole('combobox', { name: '取組達成度' })
  const [g1, g2] = draft.goals
  change({ revision: 5, draft: { ...draft, goals: [{ ...g1!, content: { ...g1!.content, title: '窓口の予約制' } }, g2!] } })
  await user.selectOptions(grade, 'A')
  await waitFor(() => expect(now().draft.goals[0]!.result!.grade).toEqual({ code: 'A' }))
  expect(now().draft.goals[0]!.content.title).toBe('窓口の予約制')

  const [mine] = now().draft.goals
  change({ revision: 9, draft: { ...now().draft, goals: [{ ...mine!, result: { ...mine!.result!, nextStep: 'EXPAND' } }, g2!] } })
  await user.selectOptions(screen.getByRole('combobox', { name: '今後の方針' }), 'IMPROVE')
  const conflict = await screen.findByRole('region', { name: 'ほかの人も変更しました' })
  expect(within(conflict).getByText('改善')).toBeVisible()
  expect(within(conflict).getByText('拡大')).toBeVisible()
  await expectAccessible()
  await user.click(within(conflict).getByRole('button', { name: '選んだ文で続ける' }))
  await waitFor(() => expect(now().draft.goals[0]!.result!.nextStep).toBe('IMPROVE'))
})

test('sections are matched once for all rows, registered once, and the parts tell what became of them', async () => {
  const { fake, now, change } = importing()
  const user = open('/import/i-2')
  const match = await screen.findByRole('combobox', { name: '「港の友の会」の課・団体' })
  await waitFor(() => expect(screen.getByRole('combobox', { name: '「くらし協働課」の課・団体' })).toHaveDisplayValue(/くらし協働部/))
  await user.selectOptions(match, 'new EXTERNAL_BODY')
  await waitFor(() => expect(now().draft.organisation![2]).toEqual({ name: '港の友の会', unit: null, create: true, kind: 'EXTERNAL_BODY', group: false }))
  await user.click(screen.getAllByRole('checkbox', { name: '済' })[1]!)
  await user.click(await screen.findByRole('button', { name: '登録する' }))
  await waitFor(() =>
    expect(fake.of('POST', /registration$/)[0]?.body).toEqual({ fiscalYear: 2024, edition: { planName: '行政改革実施計画', dimension: 'reform-plan', name: '第2次', firstYear: 2022, lastYear: 2026 } }),
  )
  expect(await screen.findByRole('link', { name: '令和6年度の計画の取組' })).toHaveAttribute('href', '/plan-sheets/2024/e-1')
  expect(screen.getByText('登録を待っています')).toBeVisible()
  const matches = [{ offered: 'n-2', present: 'n-9', name: '① 窓口' }, { offered: 'x', present: 'y', name: '' }]
  change({ parts: [{ part: 1, target: 'catalog', content: 'PLAN', state: 'APPLIED', matches }, { part: 2, target: 'evaluation', content: 'RESULTS', state: 'REFUSED', reason: { ja: '評価の区分がありません', en: 'No scheme' } }] })
  expect(await screen.findByText('評価の区分がありません')).toBeVisible()
  expect(screen.getByText('登録済みのものと一致：2件').closest('details')).toHaveTextContent('① 窓口')
  await expectAccessible()
})

test('an indicator the targets share is chosen, added or left open; names of other plans are put right', async () => {
  const known = { id: 'i-7', name: '予約の割合', unit: '%', direction: 'MORE_IS_BETTER', kind: 'RATIO' }
  const [g1, g2] = draft.goals
  const named = { id: 'd-1', name: '予約割合', unit: '%', direction: 'MORE_IS_BETTER' as const, indicator: null, create: false }
  const content = { ...g1!.content, references: ['財政計画'], targets: [{ ...g1!.content.targets[0]!, indicator: 'd-1' }] }
  const { now } = importing({ ...view, draft: { ...draft, goals: [{ ...g1!, content }, g2!], indicators: [named] } })
  server.use(
    http.get('/api/goals/indicators', () => HttpResponse.json({ items: [{ ...known, goals: 1, firstYear: 2023, lastYear: 2023 }], next: null })),
    http.get('/api/goals/indicators/:id', () => HttpResponse.json({ ...known, revision: 1, years: [], can: { edit: { allowed: true } } })),
  )
  const user = open('/import/i-2')
  const row = within(await screen.findByRole('row', { name: /^予約割合 %/ }))
  expect(screen.getByText('指標の照合（1件、未定1件）')).toBeVisible()
  await user.click(row.getByRole('combobox', { name: '予約割合の指標を探す' }))
  await user.click(await row.findByRole('option', { name: /予約の割合（%）/ }))
  await waitFor(() => expect(now().draft.indicators).toEqual([{ ...named, indicator: 'i-7' }]))
  expect(await row.findByRole('link', { name: '予約の割合（%）' })).toHaveAttribute('href', '/indicators/i-7')
  await user.click(row.getByRole('button', { name: '予約割合の指標を外す' }))
  await user.click(await row.findByRole('checkbox', { name: '新しい指標「予約割合」として登録する' }))
  await waitFor(() => expect(now().draft.indicators).toEqual([{ ...named, create: true }]))
  await user.click(screen.getByRole('link', { name: '窓口の予約' }))
  await user.click(await screen.findByRole('button', { name: '財政計画' }))
  await user.click(screen.getByRole('button', { name: '直す' }))
  await user.type(screen.getByRole('textbox', { name: '関係する計画等' }), '（第6期）')
  await user.click(screen.getByRole('button', { name: 'この文にする' }))
  await waitFor(() => expect(now().draft.goals[0]!.content.references).toEqual(['財政計画（第6期）']))
})

test('a new plan is of the kind the person says', async () => {
  const { fake } = importing()
  const user = open('/import/i-2')
  await user.selectOptions(await screen.findByRole('combobox', { name: '計画の種類' }), '財政計画')
  await user.click(screen.getByRole('button', { name: '要確認のまま登録' }))
  await waitFor(() => expect(fake.of('POST', /registration$/)[0]?.body).toMatchObject({ edition: { dimension: 'fiscal-plan' } }))
})

test('a line of the list over all imports opens the row at its place', async () => {
  importing()
  open('/import/i-2#remark-2')
  expect(await screen.findByRole('heading', { name: '取組 2／2' })).toBeVisible()
  await waitFor(() => expect(marked()).toBe('港の友の会'))
})

test('a plan of several years may be registered for all of them, under an edition that is there', async () => {
  const known = { id: 'e-7', plan: 'p-7', dimension: 'reform-plan', planName: '改革の計画', name: '後期', firstYear: 2024, lastYear: 2028, nodes: [] }
  const { fake } = importing({ ...view, family: 'REFORM_PLAN' })
  server.use(http.get('/api/catalog/plans', () => HttpResponse.json({ items: [known] })))
  const user = open('/import/i-2')
  expect(await screen.findByRole('combobox', { name: '年度' })).toHaveDisplayValue('計画の期間全体（最初の年度に置きます）')
  await user.selectOptions(await screen.findByRole('combobox', { name: '計画' }), 'e-7')
  await user.click(await screen.findByRole('button', { name: '要確認のまま登録' }))
  await waitFor(() =>
    expect(fake.of('POST', /registration$/)[0]?.body).toEqual({ fiscalYear: null, edition: { planName: '改革の計画', dimension: 'reform-plan', name: '後期', firstYear: 2024, lastYear: 2028 } }),
  )
})

test('a plan is not registered by whoever may not', async () => {
  importing({ ...view, can: { register: { allowed: false } } })
  open('/import/i-2')
  expect(await screen.findByText('計画の文書は企画担当が登録します。')).toBeVisible()
  expect(screen.queryByRole('button', { name: /登録/ })).not.toBeInTheDocument()
})
