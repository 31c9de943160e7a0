import { useSyncExternalStore } from 'react'
import en from '@/locales/en.json'
import ja from '@/locales/ja.json'
import { currentLanguage, type Language, onLanguageChange } from './language'

/** Every word on a screen has a key in `locales/ja.json`; a missing English one does not compile. */
export type WordKey = keyof typeof ja
export type WordValues = Record<string, string | number>

const words: Record<Language, Record<WordKey, string>> = { ja, en }

export function say(key: WordKey, values?: WordValues): string {
  const text = words[currentLanguage()][key]
  if (!values) return text
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** A word made of a family and a code, e.g. `state.DRAFT`; the code itself where the family does not know it. */
export function sayOf(family: string, code: string): string {
  const key = `${family}.${code}`
  return key in ja ? say(key as WordKey) : code
}

/** What a service says in both languages. */
export interface Bilingual {
  ja: string
  en: string
}

export function sayBoth(text: Bilingual): string {
  return currentLanguage() === 'ja' ? text.ja : text.en
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage)
}
