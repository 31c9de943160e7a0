import { fiscalYearLabel, fiscalYearOf, fullDay, shortDay, warekiYear } from '@/lib/calendar'
import { currentLanguage } from '@/lib/language'
import { say } from '@/lib/words'

/** 7/1～3/31; days of another year than the sheet's carry theirs. */
export function daysText(start: string | null, end: string | null, fiscalYear?: number): string {
  const short = (day: string) => shortIn(day, fiscalYear)
  if (start && end) return start === end ? short(start) : say('reading.range', { start: short(start), end: short(end) })
  if (start) return say('reading.from', { start: short(start) })
  return end ? say('reading.until', { end: short(end) }) : ''
}

/** The same to be heard: 令和8年7月1日(水)から令和9年3月31日(水)まで. */
export function spokenDays(start: string | null, end: string | null): string {
  if (start && end) return start === end ? fullDay(start) : say('reading.spokenRange', { start: fullDay(start), end: fullDay(end) })
  if (start) return say('reading.spokenFrom', { start: fullDay(start) })
  return end ? say('reading.spokenUntil', { end: fullDay(end) }) : ''
}

/**
 * A reading in words as this office writes years: the service names days, months and years by the Western calendar.
 * What lies in the sheet's year goes without one.
 */
export function inWareki(words: string, fiscalYear: number): string {
  if (currentLanguage() === 'en') return words
  return words
    .replace(/(\d{4})\/(\d{1,2})\/(\d{1,2})/g, (_, year: string, month: string, day: string) => shortIn(dayText(year, month, day), fiscalYear))
    .replace(/(\d{4})年度/g, (_, year: string) => fiscalYearLabel(Number(year)))
    .replace(/(\d{4})年(\d{1,2})月/g, (_, year: string, month: string) => {
      const first = dayText(year, month, '1')
      return `${fiscalYearOf(first) === fiscalYear ? '' : warekiYear(first)}${Number(month)}月`
    })
    .replace(/(\d{4})年/g, (_, year: string) => warekiYear(`${year}-12-31`))
}

function shortIn(day: string, fiscalYear?: number): string {
  return fiscalYear === undefined || fiscalYearOf(day) === fiscalYear ? shortDay(day) : `${yearOf(day)}${shortDay(day)}`
}

function dayText(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function yearOf(day: string): string {
  return currentLanguage() === 'en' ? `${day.slice(0, 4)}/` : warekiYear(day)
}
