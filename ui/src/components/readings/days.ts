import { fiscalYearOf, fullDay, shortDay, warekiYear } from '@/lib/calendar'
import { currentLanguage } from '@/lib/language'
import { say } from '@/lib/words'

/** 7/1～3/31; days of another year than the sheet's carry theirs. */
export function daysText(start: string | null, end: string | null, fiscalYear?: number): string {
  const short = (day: string) => (fiscalYear === undefined || fiscalYearOf(day) === fiscalYear ? shortDay(day) : `${yearOf(day)}${shortDay(day)}`)
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

function yearOf(day: string): string {
  return currentLanguage() === 'en' ? `${day.slice(0, 4)}/` : warekiYear(day)
}
