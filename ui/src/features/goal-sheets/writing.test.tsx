import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { GoalContent } from '@/contract/content'
import { civic, goal, goalContent, goalId, me, sheet } from '@/testing/fixtures'
import { gateway, goalSheet } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'
import { server } from '@/testing/server'

const address = `/sheets/2026/${civic}`

test('the sheet looks like the form: unit, post, holder, year in wareki', async () => {
  gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  open(address)
  expect(await screen.findByRole('heading', { name: '令和8年度 目標シート' })).toBeVisible()
  expect(screen.getByText('鈴木 一郎')).toBeVisible()
  expect(screen.getByText('受付中（12/31まで）')).toBeVisible()
  expect(screen.getByText('作成中（佐藤 花・12/31まで）')).toBeVisible()
  await expectAccessible()
})

test('typing is saved by itself and shown, leaving the goal makes it the next revision', async () => {
  const fake = gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  const user = open(address)
  const title = await screen.findByRole('textbox', { name: '目標の題名' })
  await user.type(title, '（拡充）')
  expect(await screen.findByText('保存済 10:32')).toBeVisible()
  expect(fake.of('PUT', /working-copy$/)).toHaveLength(1)
  expect(fake.of('PUT', new RegExp(`${goalId}$`))).toHaveLength(0)
  await user.click(screen.getByRole('heading', { level: 1 }))
  title.blur()
  await waitFor(() => expect(fake.of('PUT', new RegExp(`${goalId}$`))).toHaveLength(1))
  const promoted = fake.of('PUT', new RegExp(`${goalId}$`))[0]!
  expect(promoted.ifMatch).toBe('"3"')
  expect((promoted.body as { content: GoalContent }).content.title).toBe('環境学習の推進（拡充）')
})

test('an entry is added with Enter, indented and moved with Alt and the arrows', async () => {
  gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  const user = open(address)
  const field = '取組み事項及びその内容・スケジュール'
  await user.click(await screen.findByRole('textbox', { name: `${field} 1行目` }))
  await user.keyboard('{Enter}')
  const added = await screen.findByRole('textbox', { name: `${field} 2行目` })
  await waitFor(() => expect(added).toHaveFocus())
  expect(screen.getByRole('textbox', { name: `${field} 2行目の番号・記号` })).toHaveValue('(2)')
  await user.keyboard('広報紙で知らせる')
  await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(screen.getByRole('textbox', { name: `${field} 2行目の番号・記号` })).toHaveValue('①')
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Alt>}{ArrowUp}{/Alt}')
  expect(screen.getByRole('textbox', { name: `${field} 1行目` })).toHaveValue('広報紙で知らせる')
})

test('a removed entry comes back', async () => {
  gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  const user = open(address)
  const tools = await screen.findByRole('group', { name: '取組み事項及びその内容・スケジュール 2行目の操作' })
  await user.click(within(tools).getByRole('button', { name: 'この行を削除' }))
  expect(screen.queryByDisplayValue('小学校10校で開く')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: '削除した行を元に戻す' }))
  expect(screen.getByDisplayValue('小学校10校で開く')).toBeVisible()
})

test('a plan is linked by typing a word; 該当なし excludes every other link', async () => {
  gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  const user = open(address)
  await user.type(await screen.findByRole('combobox', { name: '総合計画を番号か言葉で探す' }), '資源')
  await user.click(await screen.findByRole('option', { name: /1-1-②/ }))
  await user.tab()
  expect(await screen.findByRole('button', { name: '1-1-② 資源の循環を外す' })).toBeVisible()
  const none = screen.getByRole('checkbox', { name: '該当なし' })
  expect(none).toBeChecked()
  await user.click(none)
  expect(await screen.findByRole('combobox', { name: '基本政策を番号か言葉で探す' })).toBeVisible()
})

test('what is missing is counted and jumped to; the main button sleeps until nothing is missing', async () => {
  const missing = [{ pointer: '/links', key: 'link-not-chosen', ja: '基本政策が未選択です', en: 'Basic policy is not chosen' }]
  gateway(me('STAFF'), ...goalSheet(sheet([goal({ missing, content: { ...goalContent, links: goalContent.links.slice(0, 1) } })])))
  const user = open(address)
  expect(await screen.findByRole('heading', { name: 'あと1か所' })).toBeVisible()
  const submit = screen.getByRole('button', { name: '部局長へ提出' })
  expect(submit).toHaveAttribute('aria-disabled', 'true')
  await user.click(submit)
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /基本政策が未選択です/ }))
  expect(document.activeElement?.closest('[data-field="basic-policy"]')).not.toBeNull()
})

test('Ctrl+Enter submits after a question, naming what was read; a bare Enter does not', async () => {
  const fake = gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  const user = open(address)
  await user.type(await screen.findByRole('textbox', { name: '目標の題名' }), '２{Enter}')
  expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  await user.keyboard('{Control>}{Enter}{/Control}')
  const question = await screen.findByRole('alertdialog', { name: '提出しますか' })
  await user.click(within(question).getByRole('button', { name: '部局長へ提出' }))
  await waitFor(() => expect(fake.of('POST', /submission$/)).toHaveLength(1))
  expect(fake.of('POST', /submission$/)[0]!.body).toEqual({ items: [{ id: goalId, revision: 4 }] })
  expect(await screen.findByText('1件を部局長へ提出しました')).toBeVisible()
})

test('while an input method composes, Enter belongs to it', async () => {
  gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  open(address)
  const entry = await screen.findByRole('textbox', { name: '取組み事項及びその内容・スケジュール 1行目' })
  entry.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true }))
  expect(screen.queryByRole('textbox', { name: '取組み事項及びその内容・スケジュール 3行目' })).not.toBeInTheDocument()
})

test('without a network the text stays on this device and comes back after a reload', async () => {
  gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  server.use(http.put('/api/goals/:id/working-copy', () => HttpResponse.error()))
  const user = open(address)
  await user.type(await screen.findByRole('textbox', { name: '目標の題名' }), '・改')
  expect(await screen.findByText(/この端末に保存済/)).toBeVisible()
  cleanup()
  open(address)
  expect(await screen.findByDisplayValue('環境学習の推進・改')).toBeVisible()
})

test('when somebody else changed the goal, both texts stand side by side and nothing is lost', async () => {
  const theirs = goal({ revision: 4, content: { ...goalContent, title: '環境学習の充実' } })
  gateway(me('STAFF'), ...goalSheet(sheet([goal()])))
  let refused = 0
  server.use(
    http.put(`/api/goals/${goalId}`, ({ request }) => {
      if (request.headers.get('If-Match') === '"4"') return undefined
      refused++
      return HttpResponse.json({ type: 'urn:meguri:problem:revision-conflict', title: '変更されています', status: 412, currentRevision: 4 }, { status: 412 })
    }),
    http.get(`/api/goals/${goalId}`, () => HttpResponse.json(theirs)),
  )
  const user = open(address)
  const title = await screen.findByRole('textbox', { name: '目標の題名' })
  await user.type(title, '・改')
  title.blur()
  const conflict = await screen.findByRole('region', { name: 'ほかの人も変更しました' })
  expect(refused).toBe(1)
  expect(within(conflict).getByText('環境学習の推進・改')).toBeVisible()
  expect(within(conflict).getByText('環境学習の充実')).toBeVisible()
  await expectAccessible()
  const choice = within(conflict).getByRole('group', { name: '目標の題名' })
  await user.click(within(choice).getByRole('radio', { name: /ほかの人の文/ }))
  await user.click(within(conflict).getByRole('button', { name: '選んだ文で続ける' }))
  expect(await screen.findByDisplayValue('環境学習の充実')).toBeVisible()
})

test('a field that cannot be edited says why', async () => {
  const why = { allowed: false, reason: 'window-closed', ja: '入力期間外です（12/31終了）。延長は政策企画課 内線100へ。', en: 'Closed.' }
  gateway(me('STAFF'), ...goalSheet(sheet([goal({ can: { edit: why, submit: why } })], { can: { create: why } })))
  open(address)
  expect(await screen.findByText('入力期間外です（12/31終了）。延長は政策企画課 内線100へ。')).toBeVisible()
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
})

test('what is refused is said in the language of the reader', async () => {
  const problem = {
    type: 'urn:meguri:problem:window-closed',
    title: '入力期間外です',
    status: 409,
    i18n: { ja: { title: '入力期間外です', detail: '期間は終わりました。' }, en: { title: 'Closed for entry', detail: 'The period is over.' } },
  }
  gateway(me('STAFF'), http.get('/api/goals/sheets/:year/:unit', () => HttpResponse.json(problem, { status: 409 })))
  open(address)
  expect(await screen.findByText('期間は終わりました。')).toBeVisible()
})
