import { expect, type Locator, type Page } from '@playwright/test'

/** The bar at the bottom right with the one main button of a screen. */
export function commands(page: Page): Locator {
  return page.getByRole('region', { name: 'この画面でできること' })
}

export async function submits(page: Page): Promise<void> {
  // Leaving the field that was written last: what is missing is counted on what has been left.
  await page.getByRole('heading', { level: 1 }).click()
  await commands(page).getByRole('button', { name: '部局長へ提出' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '部局長へ提出' }).click()
  await expect(page.getByText(/部局長の承認待ち/).first()).toBeVisible()
}

export async function approves(page: Page): Promise<void> {
  await commands(page).getByRole('button', { name: '承認する', exact: true }).click()
  await expect(page.getByText(/企画の確認待ち/).first()).toBeVisible()
}

export async function confirmsAll(page: Page): Promise<void> {
  await commands(page).getByRole('button', { name: 'まとめて確定' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'まとめて確定' }).click()
  await expect(page.getByText('確定', { exact: true }).first()).toBeVisible()
}

/** From 公表: the papers' date and number, then the page is public. */
export async function publishes(page: Page, department: string): Promise<void> {
  await page.getByLabel('部局', { exact: true }).selectOption({ label: department })
  await page.getByRole('radio', { name: '実績' }).check()
  await page.getByLabel('決裁日').fill('R8.11.20')
  await page.getByLabel('文書番号').fill('な政企第123号')
  await page.getByRole('button', { name: '公表する', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '公表する' }).click()
  await expect(page.getByText('公表済').first()).toBeVisible()
}
