import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import { civic, goal, me, sheet } from '@/testing/fixtures'
import { gateway, goalSheet } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'
import type { CityForm, FormInspection } from './api'

const form: CityForm = {
  id: 'f-1',
  revision: 1,
  name: '事業調書',
  kind: 'XLSX',
  fileName: '様式.xlsx',
  mapping: { tables: [{ name: '令和８年度', headRow: 3 }], heads: { TITLE: '事業名', ACTIONS: '取組内容' } },
  createdBy: '山田 薫',
  createdAt: '2026-11-21T01:00:00Z',
}

const inspection: FormInspection = {
  kind: 'XLSX',
  tables: [
    {
      name: '令和８年度',
      rows: [
        { number: 1, cells: ['なぎさ市 事業調書'] },
        { number: 3, cells: ['番号', '事業名', '取組内容', '目標値', '予算'] },
      ],
    },
  ],
  proposal: { tables: [{ name: '令和８年度', headRow: 3 }], heads: { NUMBER: '番号', TITLE: '事業名' } },
}

/** The city's forms, and what becomes of them. */
function forms(...first: CityForm[]) {
  let known = first
  return [
    http.get('/api/goals/forms', () => HttpResponse.json({ items: known, next: null })),
    http.post('/api/goals/forms/inspection', () => HttpResponse.json(inspection)),
    http.post('/api/goals/forms', () => {
      known = [...known, { ...form, id: 'f-2', name: '新しい調書' }]
      return HttpResponse.json(known.at(-1), { status: 201 })
    }),
    http.put('/api/goals/forms/:id', async ({ request }) => {
      const { name } = (await request.json()) as { name: string }
      known = known.map((each) => ({ ...each, name, revision: each.revision + 1 }))
      return HttpResponse.json(known[0])
    }),
    http.delete('/api/goals/forms/:id', () => {
      known = []
      return new HttpResponse(null, { status: 204 })
    }),
  ]
}

test('a planner ties the heads of a template to fields and saves it under a name', async () => {
  const fake = gateway(me('PLANNING'), ...forms())
  const user = open('/forms')
  await user.upload(await screen.findByLabelText('ひな形（Excel・Word）'), new File(['x'], '新しい調書.xlsx'))
  expect(await screen.findByRole('combobox', { name: '「事業名」の項目' })).toHaveDisplayValue('件名')
  expect(screen.getByRole('combobox', { name: '「予算」の項目' })).toHaveDisplayValue('読み取らない')
  await user.selectOptions(screen.getByRole('combobox', { name: '「取組内容」の項目' }), '取組事項')
  await user.selectOptions(screen.getByRole('combobox', { name: '「目標値」の項目' }), '目標・目標値')
  await expectAccessible()
  await user.selectOptions(screen.getByRole('combobox', { name: '「事業名」の項目' }), '読み取らない')
  expect(screen.getByRole('button', { name: '様式を保存する' })).toHaveAttribute('aria-disabled', 'true')
  await user.selectOptions(screen.getByRole('combobox', { name: '「事業名」の項目' }), '件名')
  await user.click(screen.getByRole('button', { name: '様式を保存する' }))
  expect(await screen.findByRole('rowheader', { name: '新しい調書' })).toBeVisible()
  const sent = fake.of('POST', /forms$/)[0]!.body as { name: string; mapping: string; file: string }
  expect(sent.name).toBe('新しい調書')
  expect(JSON.parse(sent.mapping)).toEqual({ tables: [{ name: '令和８年度', headRow: 3 }], heads: { NUMBER: '番号', ACTIONS: '取組内容', TARGETS: '目標値', TITLE: '事業名' } })
})

test('a form is renamed and, after a question, deleted', async () => {
  const fake = gateway(me('PLANNING'), ...forms(form))
  const user = open('/forms')
  await user.click(await screen.findByRole('button', { name: '「事業調書」の名前を変える' }))
  const name = screen.getByRole('textbox', { name: '「事業調書」の新しい名前' })
  await user.clear(name)
  await user.type(name, '施策調書')
  await user.click(screen.getByRole('button', { name: '名前を保存する' }))
  await user.click(await screen.findByRole('button', { name: '「施策調書」を削除する' }))
  expect(fake.of('PUT', /f-1$/)[0]).toMatchObject({ body: { name: '施策調書', mapping: form.mapping }, ifMatch: '"1"' })
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: '削除する' }))
  expect(await screen.findByText('登録した様式はまだありません')).toBeVisible()
  expect(fake.of('DELETE', /f-1$/)[0]?.ifMatch).toBe('"2"')
})

test('others see the forms but keep their hands off; a sheet goes out on each of them', async () => {
  gateway(me('STAFF'), ...forms(form))
  open('/forms')
  expect(await screen.findByRole('row', { name: /事業調書 様式.xlsx 事業名＝件名、取組内容＝取組事項/ })).toBeVisible()
  expect(screen.queryByRole('button', { name: /削除|名前を変える|保存/ })).not.toBeInTheDocument()
})

test('the files of a sheet offer the forms of the city', async () => {
  gateway(me('STAFF'), ...forms(form), ...goalSheet({ ...sheet([goal()]), can: { ...sheet([goal()]).can, export: { allowed: true } } }))
  open(`/sheets/2026/${civic}`)
  await waitFor(() => expect(screen.getByRole('link', { name: '市の様式「事業調書」' })).toHaveAttribute('href', `/api/goals/sheets/2026/${civic}/export?form=f-1`))
})
