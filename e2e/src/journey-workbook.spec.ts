import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expectAccessible, Person, picture } from './people'

const department = '環境部'
const title = '雨水の活用'
const before = '雨水タンクの補助を始めます：7月'
const after = '雨水タンクの補助を始めます：9月'

/** A sheet goes out as a workbook, is corrected there, and comes back. */
test('a sheet is corrected in Excel and taken over goal by goal', async ({ browser }) => {
  const clerk = await Person.signsIn(browser, 'nagisa', 'tanaka')
  const page = await clerk.visits()

  await test.step('the clerk writes a goal', async () => {
    await clerk.opens(`${department} 令和8年度の目標を作成する`)
    await page.getByRole('button', { name: '当年度目標を追加' }).click()
    const goal = page.locator('article.goal-ANNUAL_GOAL')
    await goal.getByRole('textbox', { name: '目標の題名' }).fill(title)
    await goal.getByRole('textbox', { name: /内容・スケジュール 1行目$/ }).fill(before)
    await page.getByRole('heading', { level: 1 }).click()
    await expect(goal.getByText(/^保存済/)).toBeVisible()
  })
  const sheet = page.url()

  await test.step('untouched, the workbook changes nothing', async () => {
    await takesBack(page, await exported(page))
    await expect(page.getByText('目標シートと同じ内容です。変更はありません。')).toBeVisible()
    await expect(page.getByRole('button', { name: '登録する', exact: true })).toHaveCount(0)
    await expectAccessible(page)
  })

  await test.step('a corrected line stands beside what the sheet says, and is taken over', async () => {
    await page.goto(sheet)
    await takesBack(page, corrected(await exported(page)))
    const goal = page.getByRole('article', { name: new RegExp(`${title}：変更あり`) })
    await expect(goal.getByRole('row', { name: new RegExp(`${before} .*${after}`) })).toBeVisible()
    await expect(goal.getByRole('checkbox')).toBeChecked()
    await expectAccessible(page)
    await picture(page, 'workbook-comparison')
    await page.getByRole('button', { name: '登録する', exact: true }).click()
    await expect(page.getByRole('heading', { name: '登録した先' })).toBeVisible()
    await page.goto(sheet)
    await expect(page.locator('article.goal-ANNUAL_GOAL').getByRole('textbox', { name: /内容・スケジュール 1行目$/ })).toHaveValue(after)
  })

  await clerk.leaves()
})

async function exported(page: Page): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByText('出力', { exact: true }).click()
  await page.getByRole('link', { name: 'Excel', exact: true }).click()
  return readFileSync(await (await download).path())
}

async function takesBack(page: Page, workbook: Buffer): Promise<void> {
  const link = page.getByRole('link', { name: '直したExcelを取り込む' })
  if (!(await link.isVisible())) await page.getByText('出力', { exact: true }).click()
  await link.click()
  await page.getByLabel('ファイル').setInputFiles({ name: '目標シート.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: workbook })
}

/** As a person would in Excel: one cell says something else. */
function corrected(workbook: Buffer): Buffer {
  const parts = unzipSync(workbook)
  let cells = 0
  for (const [name, part] of Object.entries(parts)) {
    const text = strFromU8(part).replace(/&#x([0-9a-f]{3,});/g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    if (!name.endsWith('.xml') || !text.includes(before)) continue
    cells += text.split(before).length - 1
    parts[name] = strToU8(text.replaceAll(before, after))
  }
  expect(cells).toBe(1)
  return Buffer.from(zipSync(parts))
}
