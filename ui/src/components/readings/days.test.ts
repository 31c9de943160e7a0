import { afterEach, expect, test } from 'vitest'
import { chooseLanguage } from '@/lib/language'
import { inWareki } from './days'

afterEach(() => chooseLanguage('ja'))

test.each([
  ['2026/7/1～2027/3/31', '7/1～3/31'],
  ['2026/7/1～2027/4/30', '7/1～令和9年4/30'],
  ['2026年7月', '7月'],
  ['2027年5月、2027年3月', '令和9年5月、3月'],
  ['2026年度～2028年度', '令和8年度～令和10年度'],
  ['計画期間（2011年度～2015年度）', '計画期間（平成23年度～平成27年度）'],
  ['2019年', '令和元年'],
  ['2020/12/31時点', '令和2年12/31時点'],
  ['通年', '通年'],
  ['年3回（要確認）', '年3回（要確認）'],
  ['50億4,700万円以上', '50億4,700万円以上'],
])('%s is read as %s in the sheet of 令和8年度', (words, shown) => {
  expect(inWareki(words, 2026)).toBe(shown)
})

test('readers of English keep Western years', () => {
  chooseLanguage('en')
  expect(inWareki('1 Jul 2026 to 31 Mar 2027', 2026)).toBe('1 Jul 2026 to 31 Mar 2027')
})
