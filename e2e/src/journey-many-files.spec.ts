import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { expectAccessible, Person } from './people'
import { api } from './platform'

const project = join(import.meta.dirname, '..', '..')
const documents = join(project, '..', 'shared', 'documents')
/** The files that are measured; `MEGURI_FILES=200` for the figures of back-loading. */
const many = Number(process.env['MEGURI_FILES'] ?? 20)

/** The same text would be known again on a platform that has read it. */
const run = Date.now()

/** What a city has from former years: many files at once, with progress, one list of remarks, and a way to stop. */
test('many files are read one by one, remarks stand in one list, and the rest can be stopped', async ({ browser }, info) => {
  test.setTimeout(240_000 + many * 2_000)
  const planner = await Person.signsIn(browser, 'nagisa', 'yamada')
  const page = await planner.visits()

  await test.step('all are read, and the memory of the service stays flat', async () => {
    await page.goto('/import')
    const texts = samples()
    const files = Array.from({ length: many }, (_, i) => file(`${texts[i % texts.length]!}\n\n年度をさかのぼる登録 ${run}-${i}\n`, `調書${i}.txt`))
    const characters = files.reduce((sum, each) => sum + each.buffer.toString('utf8').length, 0)
    const before = residentMegabytes()
    const begun = Date.now()
    await page.getByLabel('ファイル').setInputFiles(files)
    await expect(page.getByRole('progressbar')).toBeVisible()
    await expect(page.getByText(new RegExp(`^読み取り${many}件・要確認\\d+件・読み取れなかったもの0件$`)).first()).toBeVisible({ timeout: 120_000 + many * 2_000 })
    const seconds = (Date.now() - begun) / 1000
    const after = residentMegabytes()
    await expectAccessible(page)
    info.annotations.push({
      type: 'measured',
      description: `${many} files, ${characters} characters: ${seconds.toFixed(1)} s, ${Math.round(characters / seconds)} characters/s; goals-service ${before} MB before, ${after} MB after`,
    })
    console.log(info.annotations.at(-1)!.description)
    expect(after - before).toBeLessThan(150)
  })

  await test.step('their remarks are one list', async () => {
    await page.getByRole('link', { name: 'この回の要確認をまとめて見る' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '要確認' })).toBeVisible()
    const batch = new URL(page.url()).searchParams.get('batch')!
    const listed = new Set<string>()
    for (let next: string | null = ''; next !== null; ) {
      const found: Remarks = await api<Remarks>('yamada', `/api/goals/imports/remarks?batch=${batch}${next && `&cursor=${next}`}`)
      found.items.forEach((remark) => listed.add(`${remark.import}/${remark.ordinal}`))
      next = found.next ?? null
    }
    console.log(`${listed.size} remarks in one list`)
    expect(new Set([...listed].map((key) => key.split('/')[0])).size).toBeGreaterThan(many / 2)
    await expectAccessible(page)
  })

  await test.step('stopped half-way, the rest is not read and what was read is taken back', async () => {
    await page.goto('/import')
    const sample = samples().at(-1)!
    await page.getByLabel('ファイル').setInputFiles(Array.from({ length: 30 }, (_, i) => file(`${sample}\n\n取りやめる登録 ${run}-${i}\n`, `中止${i}.txt`)))
    await page.getByRole('button', { name: '中止', exact: true }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: '中止', exact: true }).click()
    await expect(page.getByText(/^中止しました（\d+件を取りやめ）$/).first()).toBeVisible()
  })

  await planner.leaves()
})

interface Remarks {
  items: { import: string; ordinal: number }[]
  next?: string | null
}

/** The real documents of the field where they are at hand, and always the invented one. */
function samples(): string[] {
  const names = ['002_f6dabd23c99f11df.txt', '003_d53926615c04e955.txt', '004_2935a94095a34f24.txt', '000_312b01cd583a9926.txt']
  const real = names.map((name) => join(documents, name)).filter((path) => existsSync(path))
  return [...real, join(project, 'docs', 'demo', 'nagisa-civic-2025.txt')].map((path) => readFileSync(path, 'utf8'))
}

function file(text: string, name: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
}

/** Of goals-service, whose process the launcher wrote down. */
function residentMegabytes(): number {
  const processes = readFileSync(join(process.env['MEGURI_DATA'] ?? join(project, '.meguri'), 'processes'), 'utf8')
  const [, pid] = /^goals-service (\d+)/m.exec(processes)!
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!
  return Math.round(Number(kilobytes) / 1024)
}
