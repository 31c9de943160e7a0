import { expect, test } from '@playwright/test'
import { Person } from './people'
import { submits } from './commands'
import { api, lettersTo, meguri } from './platform'

test.afterAll(() => {
  meguri('clock', 'reset')
})

/** つきみ市's clerk: nobody else works there, so nothing else writes to the mailbox. */
test('a deadline comes near: one live hint, one mail, and none after the submission', async ({ browser }) => {
  const clerk = await Person.signsIn(browser, 'tsukimi', 'mori')
  const page = await clerk.visits()
  await page.getByRole('link', { name: /令和8年度の目標を作成する/ }).click()
  await page.getByRole('button', { name: '使命と方針を書き始める' }).click()
  await page.getByRole('textbox', { name: '部局の使命 1行目' }).fill('市民のくらしを支える。')
  await page.getByRole('textbox', { name: '取り組み方針 1行目' }).fill('わかりやすい窓口をつくります。')
  await expect(page.getByText(/^保存済/).first()).toBeVisible()
  const unread = await unreadOf()
  const letters = lettersTo('mori@').length

  const due = new Date((await goalsWindow()).closesAt)
  const days = Math.floor((due.getTime() - Date.now()) / 86_400_000)
  meguri('clock', `+${days - 5}d`)
  await expect(page.getByRole('link', { name: new RegExp(`お知らせ ?（未読${unread + 1}件）`) })).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => lettersTo('mori@').length, { timeout: 30_000 }).toBe(letters + 1)

  await submits(page)
  meguri('clock', `+${days + 10}d`)
  const planner = await Person.signsIn(browser, 'tsukimi', 'hayashi')
  await expect(planner.page.getByText('ホーム').first()).toBeVisible()
  await expect.poll(async () => (await todayOf()).slice(0, 4), { timeout: 30_000 }).toBe(new Date(Date.now() + (days + 10) * 86_400_000).toISOString().slice(0, 4))
  expect(await unreadOf()).toBe(unread + 1)
  expect(lettersTo('mori@').length).toBe(letters + 1)
  await clerk.leaves()
  await planner.leaves()
})

async function unreadOf(): Promise<number> {
  return (await api<{ unread: number }>('mori', '/api/notifications/inbox')).unread
}

async function todayOf(): Promise<string> {
  return (await api<{ today: string }>('mori', '/api/me')).today
}

async function goalsWindow(): Promise<{ closesAt: string }> {
  const cycle = await api<{ windows: { kind: string; closesAt: string }[] }>('hayashi', '/api/catalog/cycles/2026')
  return cycle.windows.find((window) => window.kind === 'GOALS')!
}
