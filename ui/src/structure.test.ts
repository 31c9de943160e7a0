import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '@/locales/en.json'
import ja from '@/locales/ja.json'

const root = join(process.cwd(), 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

test('imports point one way: app, features, shared', () => {
  const shared = files.filter((file) => /^(components|lib|contract)\//.test(file))
  expect(shared.filter((file) => /from '@\/(features|app)\//.test(read(file)))).toEqual([])
  const features = files.filter((file) => file.startsWith('features/'))
  expect(features.filter((file) => /from '@\/app\//.test(read(file)))).toEqual([])
})

test('nothing is typed any', () => {
  expect(files.filter((file) => /\bas any\b|: any\b|<any>/.test(read(file)))).toEqual([])
})

test('nothing is loaded from elsewhere and no HTML is written by hand', () => {
  expect(files.filter((file) => /https?:\/\/|dangerouslySetInnerHTML/.test(read(file)))).toEqual([])
})

test('every word exists in both languages, with the same places', () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join()
  expect(Object.keys(en)).toEqual(Object.keys(ja))
  const wrong = Object.entries(ja).filter(([key, text]) => places(text) !== places(en[key as keyof typeof en]))
  expect(wrong).toEqual([])
})

test('staff pages use the words of the office', () => {
  const foreign = Object.entries(ja).filter(([, text]) => /ドラフト|ステータス|リリース|インポート|督促|リビジョン/.test(text))
  expect(foreign).toEqual([])
})
