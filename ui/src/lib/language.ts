/** Which language the reader chose; the document's `lang`, the words and the problems of the services follow it. */
export type Language = 'ja' | 'en'

const key = 'meguri.language'

let current: Language = read()
const listeners = new Set<() => void>()

export function currentLanguage(): Language {
  return current
}

export function chooseLanguage(language: Language): void {
  current = language
  try {
    localStorage.setItem(key, language)
  } catch {
    // Private mode: the choice lasts for this page only.
  }
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Language {
  try {
    const stored = localStorage.getItem(key)
    if (stored === 'ja' || stored === 'en') return stored
  } catch {
    // As above.
  }
  return 'ja'
}

document.documentElement.lang = current
