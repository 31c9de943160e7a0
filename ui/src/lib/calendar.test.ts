import { beforeEach, describe, expect, test } from 'vitest'
import { dayWithWeekday, endOfDay, fiscalYearLabel, fiscalYearOf, fullDay, lastDay, monthsOf, readDay, warekiYear } from './calendar'
import { chooseLanguage } from './language'

beforeEach(() => chooseLanguage('ja'))

test.each([
  ['R8.4.1', '2026-04-01'],
  ['r8/4/1', '2026-04-01'],
  ['令和８年４月１日', '2026-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['2026/4/1', '2026-04-01'],
  ['２０２６－０４－０１', '2026-04-01'],
  ['2026年4月1日(水)', '2026-04-01'],
  ['S64.1.7', '1989-01-07'],
])('%s is read as %s', (text, day) => expect(readDay(text)).toBe(day))

test.each(['', '4月1日', '8.4.1', 'R8.13.1', '2026/2/30', '来月'])('%s is not a day', (text) => expect(readDay(text)).toBeNull())

describe('wareki', () => {
  test.each([
    ['2019-04-30', '平成31年'],
    ['2019-05-01', '令和元年'],
    ['1989-01-07', '昭和64年'],
    ['1989-01-08', '平成元年'],
    ['2026-11-21', '令和8年'],
  ])('%s lies in %s', (day, year) => expect(warekiYear(day)).toBe(year))

  test.each([
    [2026, '令和8年度'],
    [2019, '令和元年度'],
    [2018, '平成30年度'],
  ])('%i is %s', (year, label) => expect(fiscalYearLabel(year)).toBe(label))

  test('a day carries its weekday', () => expect(fullDay('2026-09-25')).toBe('令和8年9月25日(金)'))
})

test('a window that closes at midnight is open until the day before', () => {
  expect(lastDay('2027-01-01T00:00:00+09:00')).toBe('2026-12-31')
  expect(endOfDay('2026-12-31')).toBe('2027-01-01T00:00:00+09:00')
})

test('a fiscal year begins in April', () => {
  expect(fiscalYearOf('2026-03-31')).toBe(2025)
  expect(fiscalYearOf('2026-04-01')).toBe(2026)
  expect(monthsOf(2026).at(0)).toBe('2026-04-01')
  expect(monthsOf(2026).at(-1)).toBe('2027-03-01')
})

test('English readers get English days', () => {
  chooseLanguage('en')
  expect(dayWithWeekday('2026-09-25')).toBe('Fri 25 Sept')
  expect(fiscalYearLabel(2026)).toBe('FY2026')
})
