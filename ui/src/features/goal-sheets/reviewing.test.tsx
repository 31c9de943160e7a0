import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { GoalContent } from '@/contract/content'
import { block, civic, goal, goalContent, goalId, headCan, me, plannerCan, sheet } from '@/testing/fixtures'
import { gateway, goalSheet } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'

const address = `/sheets/2026/${civic}`
const field = '取組み事項及びその内容・スケジュール'

test('the head approves without a question', async () => {
  const fake = gateway(me('HEAD'), ...goalSheet(sheet([goal({ state: 'SUBMITTED', can: headCan })])))
  const user = open(address)
  await user.click(await screen.findByRole('button', { name: '承認する' }))
  await waitFor(() => expect(fake.of('POST', /approval$/)[0]?.body).toEqual({ items: [{ id: goalId, revision: 3 }] }))
  expect(await screen.findByText('1件を承認しました')).toBeVisible()
})

test('the head corrects a wording in place, sees it as 見え消し, and approves both', async () => {
  const fake = gateway(me('HEAD'), ...goalSheet(sheet([goal({ state: 'SUBMITTED', can: headCan })])))
  const user = open(address)
  await user.click(await screen.findByRole('button', { name: '文言を修正する' }))
  const entry = screen.getByRole('textbox', { name: `${field} 2行目` })
  await user.clear(entry)
  await user.type(entry, '小学校12校で開く')
  const preview = screen.getByRole('region', { name: /修正した箇所/ })
  expect(within(preview).getByText('10', { exact: false, selector: 'del' })).toBeInTheDocument()
  expect(within(preview).getByText('12', { exact: false, selector: 'ins' })).toBeInTheDocument()
  await expectAccessible()
  await user.click(screen.getByRole('button', { name: '修正して承認する' }))
  await waitFor(() => expect(fake.of('POST', /approval$/)).toHaveLength(1))
  const { items } = fake.of('POST', /approval$/)[0]!.body as { items: { correction: GoalContent }[] }
  expect(items[0]!.correction.actions[1]!.text).toBe('小学校12校で開く')
})

test('comments of a reading wait and go out with the return; the other goals are approved', async () => {
  const other = goal({ id: 'g-2', number: 2, state: 'SUBMITTED', can: headCan, content: { ...goalContent, title: '資源の循環', actions: [] } })
  const fake = gateway(me('HEAD'), ...goalSheet(sheet([goal({ state: 'SUBMITTED', can: headCan }), other])))
  const user = open(address)
  await user.click(await screen.findByRole('button', { name: '「小学校10校で開く」に意見を書く' }))
  await user.type(screen.getByRole('textbox', { name: '「小学校10校で開く」に意見を書く' }), '校数の根拠を')
  await user.click(screen.getByRole('button', { name: '差戻し・承認のときに送る' }))
  expect(fake.sent).toHaveLength(0)
  await user.click(screen.getByRole('button', { name: '差し戻す' }))
  const question = await screen.findByRole('alertdialog', { name: '差し戻しますか' })
  expect(within(question).getByRole('checkbox', { name: /環境学習の推進/ })).toBeChecked()
  expect(within(question).getByRole('checkbox', { name: /資源の循環/ })).not.toBeChecked()
  await expectAccessible()
  await user.click(within(question).getByRole('button', { name: '差し戻す' }))
  await waitFor(() => expect(fake.of('POST', /approval$/)).toHaveLength(1))
  expect(fake.of('POST', /return$/)[0]!.body).toEqual({
    items: [{ id: goalId, revision: 3 }],
    comments: [{ item: goalId, anchor: 'b-2', text: '校数の根拠を' }],
  })
  expect(fake.of('POST', /approval$/)[0]!.body).toEqual({ items: [{ id: 'g-2', revision: 3 }] })
})

test('the planner sees only what changed since the last reading, and confirms', async () => {
  const before: GoalContent = { ...goalContent, actions: [goalContent.actions[0]!, block('b-2', 2, '①', '小学校8校で開く')] }
  const changed = goal({ state: 'APPROVED', revision: 7, comparedRevision: 5, can: plannerCan })
  const comment = { id: 'c-1', anchor: 'b-2', text: '校数の根拠を', author: 'p-y', authorName: '山田 薫', revision: 5, inReplyTo: null, at: '2026-11-20T01:00:00Z' }
  const answer = { ...comment, id: 'c-2', text: '改めました', authorName: '佐藤 花', inReplyTo: 'c-1' }
  const fake = gateway(
    me('PLANNING', 'p-y', '山田 薫'),
    http.get(`/api/goals/${goalId}/revisions/5`, () => HttpResponse.json(before)),
    ...goalSheet(sheet([{ ...changed, comments: [comment, answer] }], { can: {} })),
  )
  const user = open(address)
  await user.click(await screen.findByRole('checkbox', { name: '変更箇所だけ表示' }))
  await waitFor(() => expect(screen.queryByText(/出前講座の開催/)).not.toBeInTheDocument())
  expect(screen.getByText('8', { exact: false, selector: 'del' })).toBeInTheDocument()
  expect(screen.getByText('改めました')).toBeVisible()
  await user.click(screen.getByRole('button', { name: '確定する' }))
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: '確定する' }))
  await waitFor(() => expect(fake.of('POST', /confirmation$/)[0]?.body).toEqual({ items: [{ id: goalId, revision: 7 }] }))
})

test('a code that no plan knows is shown as printed', async () => {
  const links = [{ id: 'l-9', dimension: 'comprehensive-plan', choice: 'AS_PRINTED' as const, node: null, code: '5-1-③', title: '地域の課題' }]
  gateway(me('HEAD'), ...goalSheet(sheet([goal({ state: 'CONFIRMED', can: {}, content: { ...goalContent, links } })])))
  open(address)
  expect(await screen.findByText('5-1-③ 地域の課題')).toBeVisible()
  expect(screen.getByText('原文のまま')).toBeVisible()
  expect(await screen.findByText('未選択')).toBeVisible()
})
