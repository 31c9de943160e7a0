import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'

/** One person at one computer: a browser context of its own. */
export class Person {
  /** Documents loaded and routes entered since the visit began; a jump within a page does not count. */
  private changes: string[] = []

  private constructor(
    readonly login: string,
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    let last = ''
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return
      const path = new URL(frame.url()).pathname
      if (path !== last) this.changes.push(path)
      last = path
    })
  }

  static async signsIn(browser: Browser, city: string, login: string): Promise<Person> {
    const context = await browser.newContext()
    const person = new Person(login, await context.newPage(), context)
    const { page } = person
    await page.goto(`/login/${city}`)
    await page.getByLabel('ログイン名').fill(login)
    await page.getByLabel('パスワード').fill('meguri')
    await page.getByRole('button', { name: 'サインイン' }).click()
    await expect(page.getByRole('heading', { name: 'やること' })).toBeVisible()
    return person
  }

  /** A visit begins on ホーム; signing in is not part of it. */
  async visits(): Promise<Page> {
    await this.page.goto('/')
    await expect(this.page.getByRole('heading', { name: 'やること' })).toBeVisible()
    this.changes = []
    return this.page
  }

  /** Follows a thing to do from ホーム; it may take a moment until it stands there. */
  async opens(todo: string): Promise<void> {
    await this.page.getByRole('link', { name: todo }).click({ timeout: 40_000 })
  }

  /** The six daily paths allow two page changes a visit. */
  expectFewPageChanges(): void {
    expect(this.changes.length, `${this.login} went to ${this.changes.join(', ')}`).toBeLessThanOrEqual(2)
  }

  async leaves(): Promise<void> {
    await this.context.close()
  }
}

/** For `docs/screenshots`, where MEGURI_SCREENSHOTS names the folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['MEGURI_SCREENSHOTS']
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

export async function expectAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
}
