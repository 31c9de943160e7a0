import { expect, test } from '@playwright/test'
import { approves, commands, confirmsAll, publishes, submits } from './commands'
import { expectAccessible, Person, picture } from './people'
import { api, lettersTo, meguri } from './platform'

const department = 'くらし協働部'
const mission = '市民のくらしの安心と、地域のつながりを支える。'
const title = '窓口サービスの向上'
const actions = ['証明書の受取予約を始めます（7月開始）。', '窓口の案内表示を見直します：10月']

/** One goal from a clerk's keyboard to the page that anyone reads. */
test('a goal is written, corrected, returned, confirmed, reported, judged and published', async ({ browser }) => {
  const clerk = await Person.signsIn(browser, 'nagisa', 'sato')
  const head = await Person.signsIn(browser, 'nagisa', 'suzuki')
  const planner = await Person.signsIn(browser, 'nagisa', 'yamada')

  await test.step('the clerk types mission and one goal with two actions and a link', async () => {
    const page = await clerk.visits()
    await expectAccessible(page)
    await picture(page, 'home')
    await clerk.opens(`${department} 令和8年度の目標を作成する`)
    await page.getByRole('button', { name: '使命と方針を書き始める' }).click()
    await page.getByRole('textbox', { name: '部局の使命 1行目' }).fill(mission)
    await page.getByRole('textbox', { name: '取り組み方針 1行目' }).fill('市民と力を合わせ、くらしの安心を広げます。')
    await page.getByRole('button', { name: '当年度目標を追加' }).click()
    const goal = page.locator('article.goal-ANNUAL_GOAL')
    await goal.getByRole('textbox', { name: '目標の題名' }).fill(title)
    await goal.getByRole('textbox', { name: /内容・スケジュール 1行目$/ }).fill(actions[0]!)
    await goal.getByRole('textbox', { name: /内容・スケジュール 1行目$/ }).press('Enter')
    await goal.getByRole('textbox', { name: /内容・スケジュール 2行目$/ }).fill(actions[1]!)
    await goal.getByRole('combobox', { name: '総合計画を番号か言葉で探す' }).fill('1-1')
    await page.getByRole('option').first().click()
    await goal.getByRole('checkbox', { name: '該当なし' }).last().check()
    await expect(goal.getByText(/^保存済/)).toBeVisible()
    await expectAccessible(page)
    await picture(page, 'goal-sheet-writing')
    await page.reload()
    await expect(goal.getByRole('textbox', { name: '目標の題名' })).toHaveValue(title)
    await submits(page)
    clerk.expectFewPageChanges()
  })

  await test.step('the head corrects one word and approves', async () => {
    const page = await head.visits()
    await head.opens(`${department} 令和8年度の目標2件を承認する`)
    const goal = page.locator('article.goal-ANNUAL_GOAL')
    await goal.getByRole('button', { name: '文言を修正する' }).click()
    await goal.getByRole('textbox', { name: /内容・スケジュール 2行目$/ }).fill('窓口の案内表示を改めます：10月')
    await expect(goal.getByRole('region', { name: /修正した箇所/ })).toBeVisible()
    await expectAccessible(page)
    await picture(page, 'goal-sheet-correcting')
    await page.getByRole('button', { name: '修正して承認する' }).click()
    await expect(page.getByText(/企画の確認待ち/).first()).toBeVisible()
    head.expectFewPageChanges()
  })

  await test.step('the planner returns it with one comment', async () => {
    const page = await planner.visits()
    await planner.opens(`${department} 令和8年度の目標2件を確認する`)
    const goal = page.locator('article.goal-ANNUAL_GOAL')
    await goal.getByRole('button', { name: /^「証明書の受取予約/ }).click()
    await goal.getByRole('textbox', { name: /意見を書く$/ }).fill('対象となる証明書を書いてください。')
    await goal.getByRole('button', { name: '差戻し・承認のときに送る' }).click()
    await commands(page).getByRole('button', { name: '差し戻す' }).click()
    await expectAccessible(page)
    await page.getByRole('alertdialog').getByRole('button', { name: '差し戻す' }).click()
    await expect(page.getByText(/差戻し（要修正）/).first()).toBeVisible()
    planner.expectFewPageChanges()
  })

  await test.step('the clerk answers', async () => {
    const page = await clerk.visits()
    await clerk.opens(`${department} 令和8年度の目標1件が返ってきています`)
    const goal = page.locator('article.goal-ANNUAL_GOAL')
    await expect(goal.getByText('対象となる証明書を書いてください。')).toBeVisible()
    await goal.getByRole('button', { name: '返答する' }).click()
    await goal.getByRole('textbox', { name: '返答する' }).fill('住民票の写しと印鑑証明を加えました。')
    await goal.getByRole('button', { name: '送る', exact: true }).click()
    await expect(goal.getByText('住民票の写しと印鑑証明を加えました。')).toBeVisible()
    await goal.getByRole('textbox', { name: /内容・スケジュール 1行目$/ }).fill('住民票の写しと印鑑証明の受取予約を始めます（7月開始）。')
    await submits(page)
    await expect(goal.getByText(/部局長の承認待ち/)).toBeVisible()
    clerk.expectFewPageChanges()
  })

  await test.step('the head approves again, the planner sees only the change and confirms', async () => {
    let page = await head.visits()
    await head.opens(`${department} 令和8年度の目標1件を承認する`)
    await approves(page)
    await expect(page.locator('article.goal-ANNUAL_GOAL').getByText(/企画の確認待ち/)).toBeVisible()
    head.expectFewPageChanges()

    page = await planner.visits()
    await planner.opens(`${department} 令和8年度の目標2件を確認する`)
    await page.getByRole('checkbox', { name: '変更箇所だけ表示' }).check()
    const goal = page.locator('article.goal-ANNUAL_GOAL')
    await expect(goal.getByText('住民票の写しと印鑑証明').first()).toBeVisible()
    await expect(goal.getByText('窓口の案内表示を改めます')).toHaveCount(0)
    await expectAccessible(page)
    await picture(page, 'changes-only')
    await confirmsAll(page)
    await expect(goal.getByText('確定', { exact: true }).first()).toBeVisible()
    planner.expectFewPageChanges()
  })

  await test.step('a report has opened by event; the clerk enters result and grade', async () => {
    await expect.poll(async () => (await reports()).length, { timeout: 30_000 }).toBe(2)
    const page = await clerk.visits()
    await clerk.opens(`${department} 令和8年度の実績2件を提出する`)
    const report = page.locator('article').filter({ hasText: title })
    await report.getByRole('button', { name: /^残り2件は/ }).click()
    await report.getByRole('button', { name: '取組みを行った内容・成果に行を追加' }).click()
    await report.getByRole('textbox', { name: '取組みを行った内容・成果 1行目', exact: true }).fill('受取予約を7月に始め、1,240件の利用がありました。')
    await report.getByRole('button', { name: '課題・今後の方向性に行を追加' }).click()
    await report.getByRole('textbox', { name: '課題・今後の方向性 1行目', exact: true }).fill('予約できる証明書を増やします。')
    await report.getByRole('radio', { name: /^A/ }).check()
    await report.getByRole('radio', { name: '継続' }).check()
    const review = page.locator('article').filter({ hasText: '取り組みの総括' }).first()
    await review.getByRole('button', { name: '取り組みの総括に行を追加' }).click()
    await review.getByRole('textbox', { name: '取り組みの総括 1行目', exact: true }).fill('窓口の待ち時間が短くなりました。')
    await expectAccessible(page)
    await picture(page, 'results')
    await submits(page)
    clerk.expectFewPageChanges()
  })

  await test.step('the head approves, the planner confirms and publishes', async () => {
    let page = await head.visits()
    await head.opens(`${department} 令和8年度の実績2件を承認する`)
    await approves(page)
    head.expectFewPageChanges()

    page = await planner.visits()
    await planner.opens(`${department} 令和8年度の実績2件を確認する`)
    await confirmsAll(page)
    planner.expectFewPageChanges()

    page = await planner.visits()
    await page.getByRole('link', { name: '公表', exact: true }).click()
    await expectAccessible(page)
    await publishes(page, department)
    await picture(page, 'publication')
    planner.expectFewPageChanges()
  })

  await test.step('anyone reads the page', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const answer = await page.goto('/published/nagisa/2026/civic')
    expect(answer?.status()).toBe(200)
    for (const text of [mission, title, '住民票の写しと印鑑証明の受取予約を始めます（7月開始）。', '受取予約を7月に始め、1,240件の利用がありました。', '予約できる証明書を増やします。', '窓口の待ち時間が短くなりました。', 'な政企第123号']) {
      await expect(page.getByText(text).first()).toBeVisible()
    }
    await context.close()
    const reading = await browser.newContext()
    const withScripts = await reading.newPage()
    await withScripts.goto('/published/nagisa/2026/civic')
    await expectAccessible(withScripts)
    await picture(withScripts, 'published')
    await reading.close()
  })

  await test.step('the people concerned got their notices and mails', async () => {
    await expect.poll(() => subjects('suzuki').filter((each) => each.includes('承認をお願いします')).length, { timeout: 30_000 }).toBe(3)
    await expect.poll(() => subjects('yamada').filter((each) => each.includes('確認をお願いします')).length, { timeout: 30_000 }).toBe(3)
    await expect.poll(() => subjects('sato').filter((each) => each.includes('差し戻されました')).length, { timeout: 30_000 }).toBe(1)
    await expect.poll(() => subjects('sato').filter((each) => each.includes('修正のうえ承認されました')).length, { timeout: 30_000 }).toBe(1)
  })

  for (const person of [clerk, head, planner]) await person.leaves()
})

test('a window that was closed early refuses, with its reason', async ({ browser }) => {
  const closing = new Date(Date.now() + 90_000).toISOString()
  const open = await goalsWindow()
  await api('yamada', `/api/catalog/windows/${open.id}/closing`, {
    method: 'POST',
    headers: { 'If-Match': `"${open.revision}"` },
    body: JSON.stringify({ closesAt: closing, reason: '議会日程のため' }),
  })
  try {
    meguri('clock', '+1d')
    const clerk = await Person.signsIn(browser, 'nagisa', 'tanaka')
    const environment = await unitOf('environment')
    await expect(async () => {
      await clerk.page.goto(`/sheets/2026/${environment}`)
      await expect(clerk.page.getByText(/期間終了（.*議会日程のため/).first()).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 30_000 })
    await expect(clerk.page.getByRole('button', { name: '当年度目標を追加' })).toHaveCount(0)
    await expectAccessible(clerk.page)
    const refused = await api('tanaka', `/api/goals/sheets/2026/${environment}/goals`, {
      method: 'POST',
      headers: { 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ kind: 'ANNUAL_GOAL', content: { title: '試し', tags: [], mission: [], policies: [], statement: [], actions: [], roadmap: [], links: [], contributesTo: null, leadSection: null } }),
    }).then(
      () => 'accepted',
      (refusal: Error) => refusal.message,
    )
    expect(refused).toMatch(/: 409 .*window-closed.*議会日程のため/)
    await clerk.leaves()
  } finally {
    meguri('clock', 'reset')
    const closed = await goalsWindow()
    await api('yamada', `/api/catalog/windows/${open.id}`, {
      method: 'PUT',
      headers: { 'If-Match': `"${closed.revision}"` },
      body: JSON.stringify({ opensAt: open.opensAt, closesAt: open.closesAt, reason: '締切を元に戻します' }),
    })
  }
})

interface Window {
  id: string
  kind: string
  opensAt: string
  closesAt: string
  revision: number
}

async function goalsWindow(): Promise<Window> {
  const cycle = await api<{ windows: Window[] }>('yamada', '/api/catalog/cycles/2026')
  return cycle.windows.find((each) => each.kind === 'GOALS')!
}

async function unitOf(code: string): Promise<string> {
  const units = await api<{ items: { id: string; code: string }[] }>('yamada', '/api/catalog/units?fiscalYear=2026')
  return units.items.find((unit) => unit.code === code)!.id
}

async function reports(): Promise<unknown[]> {
  const sheet = await api<{ reports: unknown[] }>('sato', `/api/evaluations/sheets/2026/${await unitOf('civic')}?round=YEAR_END`)
  return sheet.reports
}

function subjects(login: string): string[] {
  return lettersTo(`${login}@`).map((letter) => decodeHeader(/^Subject: ([\s\S]*?)\r?\n(?![ \t])/m.exec(letter)?.[1] ?? ''))
}

/** RFC 2047 words, as mail programs decode them. */
function decodeHeader(folded: string): string {
  return folded
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_, encoding: string, text: string) =>
      encoding.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    )
    .replace(/[\s\S]+/, (bytes) => (/[\u0080-\u00ff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes))
}
