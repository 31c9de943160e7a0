import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { me } from '@/testing/fixtures'
import { gateway } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'

const planner = me('PLANNING')
const remark = { span: [0, 2], key: 'k', ja: '主管課がありません', en: 'No lead', decision: true, resolved: false }
const read = (id: string, decisions: number) => ({ id, family: 'PDCA_RESULTS', remarks: Array.from({ length: decisions }, () => remark) })
const list = http.get('/api/goals/imports', () => HttpResponse.json({ items: [], next: null }))
const file = (name: string) => new File([`本文 ${name}`], name, { type: 'text/plain' })
const names = (count: number) => Array.from({ length: count }, (_, i) => `第${i + 1}号.txt`)

/** Answers each upload in turn; the name tells what it becomes. */
const uploads = (answer: (name: string) => { status?: number; body: Record<string, unknown> }) =>
  http.post('/api/goals/imports', async ({ request }) => {
    const form = await request.formData()
    const { status, body } = answer((form.get('file') as File).name)
    return HttpResponse.json({ batch: form.get('batch'), ...body }, { status: status ?? 201 })
  })

test('many files go one by one in one batch; the list tells kinds, open points, and where one was refused', async () => {
  const problem = {
    type: 'urn:meguri:problem:import-formula-cell',
    title: '計算式のセルは読み取れません',
    status: 422,
    place: { sheet: '総務部', row: 12, column: 28 },
    i18n: { ja: { title: '計算式のセルは読み取れません' }, en: { title: 'A computed cell cannot be read' } },
  }
  const fake = gateway(planner, list, uploads((name) => (name === '第2号.txt' ? { status: 422, body: problem } : { body: read(`i-${name}`, name === '第1号.txt' ? 3 : 0) })))
  const user = open('/import')
  await user.upload(await screen.findByLabelText('ファイル'), names(3).map(file))
  expect(await screen.findByText('読み取り2件・要確認3件・読み取れなかったもの1件', { selector: 'p:not([role])' })).toBeVisible()
  const sent = fake.of('POST', /imports$/).map(({ body }) => body as Record<string, string>)
  expect(sent.map((form) => form['file'])).toEqual(names(3))
  expect(new Set(sent.map((form) => form['batch'])).size).toBe(1)
  expect(sent[0]!['batchName']).toMatch(/の取込$/)
  const first = screen.getByRole('row', { name: /第1号/ })
  expect(within(first).getByRole('link')).toHaveAttribute('href', '/import/i-第1号.txt')
  expect(within(first).getByText('実施計画の取組結果')).toBeVisible()
  expect(within(screen.getByRole('row', { name: /第2号/ })).getByText('場所：シート「総務部」のAB12')).toBeVisible()
  expect(screen.getByRole('link', { name: 'この回の要確認をまとめて見る' })).toHaveAttribute('href', `/import/remarks?batch=${sent[0]!['batch']}`)
  await expectAccessible()
})

test('files may be dropped; one alone opens', async () => {
  const fake = gateway(planner, list, uploads(() => ({ body: read('i-9', 0) })), http.get('/api/goals/imports/i-9', () => HttpResponse.json({ title: '見つかりません', status: 404 }, { status: 404 })))
  open('/import')
  const zone = (await screen.findByLabelText('ファイル')).closest('.drop')!
  fireEvent.drop(zone, { dataTransfer: { files: [file('一つ.txt')] } })
  await waitFor(() => expect(fake.of('POST', /imports$/)).toHaveLength(1))
  expect(await screen.findByText('見つかりません')).toBeVisible()
})

test('the progress is shown, and 中止 asks once and gives up what was only read', async () => {
  let go: () => void = () => undefined
  const second = new Promise<void>((resolve) => (go = resolve))
  const fake = gateway(
    planner,
    list,
    http.post('/api/goals/imports', async ({ request }) => {
      const form = await request.formData()
      const { name } = form.get('file') as File
      if (name === '第2号.txt') await second
      return HttpResponse.json({ ...read(`i-${name}`, 0), batch: form.get('batch') }, { status: 201 })
    }),
    http.delete('/api/goals/imports/batches/:batch', () => HttpResponse.json({ abandoned: 2 })),
  )
  const user = open('/import')
  await user.upload(await screen.findByLabelText('ファイル'), names(200).map(file))
  expect(await screen.findByRole('progressbar', { name: '1／200' })).toHaveAttribute('max', '200')
  await user.click(screen.getByRole('button', { name: '中止' }))
  const question = await screen.findByRole('alertdialog', { name: '取込を中止しますか' })
  await user.click(within(question).getByRole('button', { name: '中止' }))
  expect(fake.of('DELETE', /batches/)).toHaveLength(0)
  go()
  await waitFor(() => expect(fake.of('DELETE', /batches\/[0-9a-f-]{36}$/)).toHaveLength(1))
  expect(await screen.findByText('中止しました（取りやめ2件）')).toBeVisible()
  expect(fake.of('POST', /imports$/)).toHaveLength(2)
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument()
})

test('where stopping fails the batch halts and is stopped again', async () => {
  let away = true
  const fake = gateway(
    planner,
    list,
    http.post('/api/goals/imports', () => HttpResponse.error()),
    http.delete('/api/goals/imports/batches/:batch', () => (away ? HttpResponse.error() : HttpResponse.json({ abandoned: 0 }))),
  )
  const user = open('/import')
  const stop = async () => {
    await user.click(await screen.findByRole('button', { name: '中止' }))
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '中止' }))
  }
  await user.upload(await screen.findByLabelText('ファイル'), names(2).map(file))
  await screen.findByText('サーバーにつながりません')
  await stop()
  await waitFor(() => expect(fake.of('DELETE', /batches/)).toHaveLength(1))
  expect(await screen.findByText('サーバーにつながりません')).toBeVisible()
  away = false
  await stop()
  expect(await screen.findByText('中止しました（取りやめ0件）')).toBeVisible()
})

test('without a network the batch halts and goes on where it stood', async () => {
  let away = true
  const fake = gateway(planner, list, http.post('/api/goals/imports', () => (away ? HttpResponse.error() : HttpResponse.json(read('i-1', 0), { status: 201 }))))
  const user = open('/import')
  await user.upload(await screen.findByLabelText('ファイル'), names(2).map(file))
  expect(await screen.findByText('サーバーにつながりません')).toBeVisible()
  expect(fake.of('POST', /imports$/)).toHaveLength(1)
  away = false
  await user.click(screen.getByRole('button', { name: '続ける' }))
  expect(await screen.findByText('読み取り2件・要確認0件・読み取れなかったもの0件', { selector: 'p:not([role])' })).toBeVisible()
})

test('what was imported before is said so', async () => {
  gateway(planner, list, uploads((name) => ({ status: 200, body: { ...read(`i-${name}`, 0), batch: name === '第1号.txt' ? 'b-0' : null } })))
  const user = open('/import')
  await user.upload(await screen.findByLabelText('ファイル'), names(2).map(file))
  expect(await screen.findAllByText('同じ内容をすでに取り込んでいます')).toHaveLength(2)
})

test('what is too large is not sent', async () => {
  const fake = gateway(planner, list)
  const user = open('/import')
  const large = file('大きい.txt')
  Object.defineProperty(large, 'size', { value: 6 * 1024 * 1024 })
  await user.upload(await screen.findByLabelText('ファイル'), [large, large])
  expect((await screen.findAllByText('大きすぎます（5MBまで）'))[0]).toBeVisible()
  expect(fake.sent).toHaveLength(0)
})

test('all open points stand in one list: settled with a key, opened at their place, further pages follow', async () => {
  const listed = (ordinal: number, values = {}) => ({ ...remark, import: 'i-1', importName: '第1号.xlsx', ordinal, excerpt: '…● 政策課 総務課…', excerptSpan: [1, 6], ...values })
  const fake = gateway(
    planner,
    http.get('/api/goals/imports/remarks', ({ request }) =>
      HttpResponse.json(new URL(request.url).searchParams.get('cursor') === 'c-2' ? { items: [listed(3)], next: null } : { items: [listed(1), listed(2, { ja: '評価がありません', decision: false })], next: 'c-2' }),
    ),
    http.post('/api/goals/imports/:id/remarks/:ordinal', ({ params }) => (params['ordinal'] === '2' ? HttpResponse.json({ title: '保存できません', status: 409 }, { status: 409 }) : HttpResponse.json({}))),
  )
  const user = open('/import/remarks?batch=b-1')
  expect(await screen.findByRole('heading', { name: '判断が要るもの 1件（続きがあります）' })).toBeVisible()
  expect(screen.getAllByText('● 政策課')[0]!.tagName).toBe('MARK')
  await expectAccessible()
  const boxes = () => screen.getAllByRole('checkbox', { name: '済' })
  boxes()[0]!.focus()
  await user.keyboard(' ')
  await waitFor(() => expect(fake.of('POST', /remarks\/1$/)[0]?.body).toEqual({ resolved: true }))
  expect(await screen.findByRole('heading', { name: '判断が要るもの 0件（続きがあります）' })).toBeVisible()
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(boxes()[1]).toHaveFocus()
  await waitFor(() => expect(boxes()).toHaveLength(3))
  await user.keyboard(' ')
  expect(await screen.findByText('保存できません')).toBeVisible()
  expect(boxes()[1]).not.toBeChecked()
  expect(screen.getAllByRole('link', { name: '「第1号.xlsx」のこの箇所を開く' })[2]).toHaveAttribute('href', '/import/i-1#remark-3')
})
