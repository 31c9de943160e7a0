import { chooseLanguage } from '@/lib/language'
import { useLanguage } from '@/lib/words'

/** Each language names itself. */
export function LanguageChoice() {
  const language = useLanguage()
  const other = language === 'ja' ? 'en' : 'ja'
  return (
    <button type="button" className="button button-plain button-small" lang={other} onClick={() => chooseLanguage(other)}>
      {other === 'en' ? 'English' : '日本語'}
    </button>
  )
}
