import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { approves, confirmsAll, publishes, submits } from './commands'
import { expectAccessible, Person } from './people'
import { api, lettersTo } from './platform'

const department = '環境部'
const real = join(import.meta.dirname, '..', '..', '..', 'shared', 'documents', '000_312b01cd583a9926.txt')

/** A sheet of a past year, from the file to the page that anyone reads. */
test('a real goal sheet of a past year is read, walked through the route and published', async ({ browser }) => {
  test.skip(!existsSync(real), 'the documents of the field are not beside the project')
  const planner = await Person.signsIn(browser, 'nagisa', 'yamada')
  const clerk = await Person.signsIn(browser, 'nagisa', 'tanaka')
  const head = await Person.signsIn(browser, 'nagisa', 'ito')
  const lettersBefore = lettersTo('tanaka@').length + lettersTo('ito@').length

  await test.step('the planner opens the past year', async () => {
    const page = await planner.visits()
    await page.getByRole('link', { name: '年度設定' }).click()
    await page.getByLabel('年度', { exact: true }).selectOption({ label: '令和2年度' })
    await page.getByRole('button', { name: '過年度登録を始める' }).click()
    await expect(page.getByRole('heading', { name: /令和2年度/ })).toBeVisible()
    await expectAccessible(page)
    planner.expectFewPageChanges()
  })

  await test.step('the planner reads the file and registers it', async () => {
    const page = await planner.visits()
    await page.getByRole('link', { name: '取込', exact: true }).click()
    await page.getByLabel('ファイル').setInputFiles(real)
    await expect(page.getByLabel('年度', { exact: true })).toHaveValue('2020')
    const decisions = await page.getByText('要判断', { exact: true }).count()
    expect(decisions).toBeLessThanOrEqual(10)
    await expectAccessible(page)
    const units = page.getByLabel('部局', { exact: true })
    await expect(units.getByRole('option', { name: department })).toBeAttached()
    await units.selectOption({ label: department })
    await page.getByRole('button', { name: /^登録する$|^要確認のまま登録$/ }).click()
    await expect(page.getByRole('heading', { name: '登録した先' })).toBeVisible()
    planner.expectFewPageChanges()
  })

  await test.step('clerk submits, head approves, planner confirms', async () => {
    let page = await clerk.visits()
    await clerk.opens(`${department} 令和2年度の目標14件を提出する`)
    await expect(page.locator('article.goal-ANNUAL_GOAL')).toHaveCount(6)
    await expect(page.locator('article.goal-MID_TERM_GOAL')).toHaveCount(7)
    await expectAccessible(page)
    await submits(page)
    clerk.expectFewPageChanges()

    page = await head.visits()
    await head.opens(`${department} 令和2年度の目標14件を承認する`)
    await approves(page)
    head.expectFewPageChanges()

    page = await planner.visits()
    await planner.opens(`${department} 令和2年度の目標14件を確認する`)
    await confirmsAll(page)
    planner.expectFewPageChanges()
  })

  await test.step('results and directions are there as the document gives them', async () => {
    const unit = await unitOf('environment', 2020)
    await expect
      .poll(async () => {
        const sheet = await api<{ reports: Report[] }>('tanaka', `/api/evaluations/sheets/2020/${unit}?round=YEAR_END`)
        return sheet.reports.map((report) => (report.goal.kind === 'MISSION_AND_POLICIES' ? report.content.review.length : report.content.achievements.length)).sort((a, b) => a - b)
      }, { timeout: 60_000 })
      .toEqual([2, 4, 5, 5, 5, 6, 7])
    let page = await clerk.visits()
    await clerk.opens(`${department} 令和2年度の実績7件を提出する`)
    await expect(page.locator('article')).toHaveCount(7)
    await expectAccessible(page)
    await submits(page)
    clerk.expectFewPageChanges()

    page = await head.visits()
    await head.opens(`${department} 令和2年度の実績7件を承認する`)
    await approves(page)
    head.expectFewPageChanges()

    page = await planner.visits()
    await planner.opens(`${department} 令和2年度の実績7件を確認する`)
    await confirmsAll(page)
    planner.expectFewPageChanges()
  })

  await test.step('it is published and anyone reads it', async () => {
    const page = await planner.visits()
    await page.getByRole('link', { name: '公表', exact: true }).click()
    await page.getByLabel('年度', { exact: true }).selectOption({ label: '令和2年度' })
    await publishes(page, department)
    planner.expectFewPageChanges()
    const context = await browser.newContext()
    const reader = await context.newPage()
    const answer = await reader.goto('/published/nagisa/2020/environment')
    expect(answer?.status()).toBe(200)
    await expect(reader.getByRole('heading', { name: /中期目標/ })).toBeVisible()
    await expectAccessible(reader)
    await context.close()
  })

  expect(lettersTo('tanaka@').length + lettersTo('ito@').length, 'a back-loaded year reminds nobody').toBe(lettersBefore)
  for (const person of [planner, clerk, head]) await person.leaves()
})

interface Report {
  goal: { kind: string }
  content: { review: unknown[]; achievements: unknown[] }
}

async function unitOf(code: string, fiscalYear: number): Promise<string> {
  const units = await api<{ items: { id: string; code: string }[] }>('yamada', `/api/catalog/units?fiscalYear=${fiscalYear}`)
  return units.items.find((unit) => unit.code === code)!.id
}
