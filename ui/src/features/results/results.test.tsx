import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ReportContent } from '@/contract/content'
import { civic, me, report, reportSheet } from '@/testing/fixtures'
import { gateway, reportsOf } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'

const address = `/results/2026/${civic}?round=YEAR_END`

test('the result is written beside the goal, with one key per action and the definitions beside the letters', async () => {
  const fake = gateway(me('STAFF'), ...reportsOf(reportSheet([report()])))
  const user = open(address)
  expect(await screen.findByRole('heading', { name: '令和8年度 実績（期末）' })).toBeVisible()
  const outcome = screen.getByRole('combobox', { name: '取組の結果：小学校10校で開く' })
  outcome.focus()
  await user.keyboard('2')
  expect(outcome).toHaveDisplayValue('2 実施済（遅れ）')
  await user.click(screen.getByRole('radio', { name: /B ほぼ達成/ }))
  await user.click(screen.getByRole('radio', { name: '継続' }))
  await user.click(screen.getByRole('button', { name: '取組みを行った内容・成果に行を追加' }))
  await user.keyboard('講座を12回開きました')
  await user.click(screen.getByRole('button', { name: '数値を追加' }))
  await user.type(screen.getByRole('textbox', { name: '数値の名称' }), '参加者数')
  await user.type(screen.getByRole('textbox', { name: '参加者数の実績値' }), '320人')
  await user.type(screen.getByRole('textbox', { name: '時点' }), 'R9.3.31')
  expect(screen.getByText('令和9年3月31日(水)')).toBeVisible()
  await expectAccessible()
  await user.keyboard('{Control>}{Enter}{/Control}')
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '部局長へ提出' }))
  await waitFor(() => expect(fake.of('POST', /submission$/)).toHaveLength(1))
  const promoted = fake.of('PUT', /evaluations\/r-1$/).at(-1)!.body as { content: ReportContent }
  expect(promoted.content).toMatchObject({
    outcomes: [{ action: 'b-2', outcome: 'DONE_LATE' }],
    grade: { scheme: 'g-1', code: 'B' },
    nextStep: 'CONTINUE',
    figures: [{ label: '参加者数', value: '320人', asOf: '2027-03-31' }],
  })
})

test('one press settles all remaining actions', async () => {
  gateway(me('STAFF'), ...reportsOf(reportSheet([report()])))
  const user = open(address)
  await user.click(await screen.findByRole('button', { name: '残り1件は予定どおり実施済' }))
  expect(screen.getByRole('combobox', { name: /取組の結果/ })).toHaveDisplayValue('1 実施済')
})

test('a column from Excel lands in the figures', async () => {
  const figure = (id: string, label: string) => ({ id, action: null, label, value: '', asOf: null, certainty: 'PROVISIONAL' as const })
  const content: ReportContent = { ...report().content, figures: [figure('f-1', '開催'), figure('f-2', '参加')] }
  gateway(me('STAFF'), ...reportsOf(reportSheet([report({ content })])))
  const user = open(address)
  await user.click(await screen.findByRole('textbox', { name: '開催の実績値' }))
  await user.paste('12回\n320人\n')
  expect(screen.getByRole('textbox', { name: '参加の実績値' })).toHaveValue('320人')
})
