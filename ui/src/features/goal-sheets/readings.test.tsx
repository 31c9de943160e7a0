import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test } from 'vitest'
import type { GoalContent, PhraseDecision } from '@/contract/content'
import { block, civic, goal, goalContent, goalId, me, sheet } from '@/testing/fixtures'
import { gateway, goalSheet } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'

const address = `/sheets/2026/${civic}`
const months = { phrase: '7月～3月', kind: 'MONTH_RANGE', start: '2026-07-01', end: '2027-03-31', ja: '7/1～3/31', en: '1 Jul to 31 Mar' }
const people = { phrase: '参加者150人', ja: '150人以上', en: '150 people or more' }

/** Reads the two phrases wherever they stand, and remembers what it was asked. */
function reader(texts: string[][] = []) {
  return http.post('/api/goals/phrases', async ({ request }) => {
    const asked = (await request.json()) as { fiscalYear: number; side: string; texts: { id: string; text: string }[] }
    texts.push(asked.texts.map(({ text }) => text))
    const found = <T extends { phrase: string }>(text: string, reading: T) => {
      const at = text.indexOf(reading.phrase)
      return at < 0 ? [] : [{ ...reading, span: [at, at + reading.phrase.length] }]
    }
    return HttpResponse.json({ items: asked.texts.map(({ id, text }) => ({ id, schedules: found(text, months), targets: found(text, people), figures: [] })) })
  })
}

const chip = (name: RegExp) => screen.findByRole('button', { name })

test('how a text was read stands under it; days are corrected in wareki, kept in the goal, and taken back', async () => {
  const fake = gateway(me('STAFF'), reader(), ...goalSheet(sheet([goal()])))
  const user = open(address)
  const reading = await chip(/^読み取り（7\/1～3\/31）/)
  expect(screen.getByText('読み取り（150人以上）')).toBeVisible()
  reading.focus()
  await user.keyboard('{Enter}')
  const popover = within(screen.getByRole('dialog', { name: '「7月～3月」の時期' }))
  expect(popover.getByText('令和8年7月1日(水)')).toBeVisible()
  const start = popover.getByRole('textbox', { name: '始まり' })
  expect(start).toHaveFocus()
  await expectAccessible()
  await user.clear(start)
  await user.type(start, 'R8.13.1')
  await user.click(popover.getByRole('button', { name: 'この日付に直す' }))
  expect(screen.getByRole('dialog')).toBeVisible()
  await user.clear(start)
  await user.type(start, 'R8.8.1')
  await user.click(popover.getByRole('button', { name: 'この日付に直す' }))
  const corrected = await chip(/^修正済（8\/1～3\/31）/)
  expect(corrected).toHaveFocus()
  expect(screen.getByText('「7月～3月」の時期を令和8年8月1日(土)から令和9年3月31日(水)までに直しました')).toBeVisible()
  corrected.blur()
  await waitFor(() => expect(fake.of('PUT', new RegExp(`${goalId}$`))).toHaveLength(1))
  const { readings } = (fake.of('PUT', new RegExp(`${goalId}$`))[0]!.body as { content: GoalContent }).content
  expect(readings).toEqual([{ block: 'b-1', phrase: '7月～3月', occurrence: 1, decision: 'CORRECTED', kind: 'MONTH_RANGE', start: '2026-08-01', end: '2027-03-31' }])
  await user.click(screen.getByRole('button', { name: '元に戻す' }))
  expect(await chip(/^読み取り（7\/1～3\/31）/)).toBeVisible()
})

test('a phrase is confirmed as read, or is no date', async () => {
  gateway(me('STAFF'), reader(), ...goalSheet(sheet([goal()])))
  const user = open(address)
  await user.click(await chip(/^読み取り/))
  await user.click(screen.getByRole('button', { name: '読み取りどおり' }))
  await user.click(await chip(/^確認済（7\/1～3\/31）/))
  await user.click(screen.getByRole('button', { name: '日付ではない' }))
  expect(await screen.findByText('「7月～3月」は日付ではないとしました')).toBeVisible()
  await user.click(await chip(/^日付ではない（7月～3月）/))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(await chip(/^日付ではない（7月～3月）/)).toHaveFocus()
})

test('typing goes on while the text waits to be read, and what was read does not flicker; no text is asked for twice', async () => {
  const asked: string[][] = []
  gateway(me('STAFF'), reader(asked), ...goalSheet(sheet([goal()])))
  const user = open(address)
  await chip(/^読み取り（7\/1～3\/31）/)
  expect(asked).toEqual([['出前講座の開催（7月～3月、参加者150人）', '小学校10校で開く']])
  const entry = screen.getByRole('textbox', { name: '取組み事項及びその内容・スケジュール 1行目' })
  await user.type(entry, '　広報')
  expect(screen.getByRole('button', { name: /^読み取り（7\/1～3\/31）/ })).toBeVisible()
  await waitFor(() => expect(asked.at(-1)).toEqual(['出前講座の開催（7月～3月、参加者150人）　広報']))
  await user.type(entry, '{Backspace}{Backspace}{Backspace}')
  expect(screen.getByRole('button', { name: /^読み取り（7\/1～3\/31）/ })).toBeVisible()
  expect(new Set(asked.flat()).size).toBe(asked.flat().length)
})

test('a reader sees how a text was read and what was corrected, and presses nothing', async () => {
  const said: PhraseDecision = { block: 'b-2', phrase: '7月～3月', occurrence: 1, decision: 'CORRECTED', kind: 'MONTH_RANGE', start: '2026-07-01', end: '2026-12-31' }
  const content = { ...goalContent, actions: [...goalContent.actions.slice(0, 1), block('b-2', 2, '①', '7月～3月に開く')], readings: [said] }
  gateway(me('HEAD'), reader(), ...goalSheet(sheet([goal({ state: 'CONFIRMED', can: {}, content })])))
  open(address)
  expect(await screen.findByText('読み取り（7/1～3/31）')).toBeVisible()
  expect(screen.getByText('修正済（7/1～12/31）')).toBeVisible()
  expect(screen.queryByRole('button', { name: /読み取り/ })).not.toBeInTheDocument()
})

test('where nothing can be read the text simply stays text', async () => {
  let tried = 0
  gateway(
    me('STAFF'),
    http.post('/api/goals/phrases', () => {
      tried++
      return HttpResponse.json({ title: 'x', status: 403 }, { status: 403 })
    }),
    ...goalSheet(sheet([goal()])),
  )
  open(address)
  await waitFor(() => expect(tried).toBe(1))
  expect(screen.getByDisplayValue('小学校10校で開く')).toBeVisible()
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})
