import { currentLanguage } from './language'

/** Days and fiscal years as a city office writes and reads them. All instants are shown in Japan's time. */
const zone = 'Asia/Tokyo'

interface Era {
  name: string
  letter: string
  from: string
}

const eras: Era[] = [
  { name: '令和', letter: 'R', from: '2019-05-01' },
  { name: '平成', letter: 'H', from: '1989-01-08' },
  { name: '昭和', letter: 'S', from: '1926-12-25' },
]

/** 令和8年, 令和元年 of a day written `YYYY-MM-DD`. */
export function warekiYear(day: string): string {
  const era = eras.find((candidate) => candidate.from <= day)
  if (!era) return `${Number(day.slice(0, 4))}年`
  const year = Number(day.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1
  return `${era.name}${year === 1 ? '元' : year}年`
}

/** 令和8年度; the year of an era's change is named after the new era. */
export function fiscalYearLabel(fiscalYear: number): string {
  if (currentLanguage() === 'en') return `FY${fiscalYear}`
  return `${warekiYear(`${fiscalYear}-10-01`)}度`
}

/** The day (`YYYY-MM-DD`) on which an instant falls in Japan. */
export function dayOf(instant: string | Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant))
}

export function fiscalYearOf(day: string): number {
  const year = Number(day.slice(0, 4))
  return Number(day.slice(5, 7)) >= 4 ? year : year - 1
}

/** A window closes at an instant; people read the last day on which it is open. */
export function lastDay(closesAt: string): string {
  return dayOf(new Date(new Date(closesAt).getTime() - 1))
}

/** 9/25, for the inside of a label. */
export function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`
}

/** 9月25日(金). */
export function dayWithWeekday(day: string): string {
  const date = new Date(`${day}T00:00:00+09:00`)
  const locale = currentLanguage() === 'ja' ? 'ja-JP' : 'en-GB'
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: zone }).format(date)
  if (currentLanguage() === 'en') {
    return `${weekday} ${new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone }).format(date)}`
  }
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日(${weekday})`
}

/** 令和8年9月25日(金). */
export function fullDay(day: string): string {
  if (currentLanguage() === 'en') return `${dayWithWeekday(day)} ${day.slice(0, 4)}`
  return `${warekiYear(day)}${dayWithWeekday(day)}`
}

/** 10:32. */
export function clockTime(instant: string | Date): string {
  return new Intl.DateTimeFormat('ja-JP', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

/** 9月25日(金) 10:32. */
export function dayAndTime(instant: string): string {
  return `${dayWithWeekday(dayOf(instant))} ${clockTime(instant)}`
}

/** The instant at which a day is over: windows are half-open. */
export function endOfDay(day: string): string {
  const next = new Date(new Date(`${day}T00:00:00+09:00`).getTime() + 86_400_000)
  return `${dayOf(next)}T00:00:00+09:00`
}

export function startOfDay(day: string): string {
  return `${day}T00:00:00+09:00`
}

/**
 * Reads a day in both calendars and any width: 「R8.4.1」「令和８年４月１日」「2026/4/1」「2026-04-01」.
 * Null when it is not a day.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  const found = /^(令和|平成|昭和|[RHS])?(元|\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?(?:\(.\))?$/i.exec(plain)
  if (!found) return null
  const [, eraName, yearText, month, dayNumber] = found
  let year = yearText === '元' ? 1 : Number(yearText)
  if (eraName) {
    const era = eras.find((candidate) => candidate.name === eraName || candidate.letter === eraName.toUpperCase())
    if (!era) return null
    year += Number(era.from.slice(0, 4)) - 1
  } else if (year < 1900) {
    return null
  }
  const day = `${year}-${month!.padStart(2, '0')}-${dayNumber!.padStart(2, '0')}`
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day
}

/** Months of a fiscal year as first days: April … March. */
export function monthsOf(fiscalYear: number): string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 3) % 12) + 1
    const year = month >= 4 ? fiscalYear : fiscalYear + 1
    return `${year}-${String(month).padStart(2, '0')}-01`
  })
}
