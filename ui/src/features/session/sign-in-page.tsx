import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { LanguageChoice } from '@/components/ui/language-choice'
import { get } from '@/lib/api'
import { say } from '@/lib/words'

interface City {
  slug: string
  name: string
}

const lastCityKey = 'meguri.city'

/** Where a person says which city they work for; the city's own provider does the rest. */
export function SignInPage() {
  const id = useId()
  const [slug, setSlug] = useState('')
  const cities = useQuery({ queryKey: ['cities'], queryFn: readCities, retry: false, staleTime: Infinity })
  const last = lastCity()
  const listed = cities.data && cities.data.length > 0 ? cities.data : null
  const known = listed ?? (last ? [{ slug: last, name: last }] : [])

  function submit(event: FormEvent) {
    event.preventDefault()
    const city = slug.trim().toLowerCase()
    if (city) go(city)
  }

  return (
    <main className="sign-in" id="main">
      <div className="sign-in-card">
        <p className="brand">Meguri</p>
        <h1>{say('signIn.title')}</h1>
        {signedOutHereOnly() && (
          <p role="alert" className="problem">
            {say('signIn.signedOutHere')}
          </p>
        )}
        <p>{say('signIn.explain')}</p>
        <ul className="city-list">
          {known.map((city) => (
            <li key={city.slug}>
              <a className="button button-main" href={addressOf(city.slug)} onClick={() => remember(city.slug)}>
                {city.name}
              </a>
            </li>
          ))}
        </ul>
        {cities.isFetched && !listed && (
          <form className="city-form" onSubmit={submit}>
            <label htmlFor={id}>{say('signIn.city')}</label>
            <input id={id} className="input" autoComplete="organization" autoCapitalize="none" spellCheck={false} value={slug} onChange={(event) => setSlug(event.target.value)} aria-describedby={`${id}-hint`} />
            <p id={`${id}-hint`} className="hint">
              {say('signIn.cityHint')}
            </p>
            <button type="submit" className="button button-main">
              {say('signIn.go')}
            </button>
          </form>
        )}
        <p className="hint">{say('signIn.public')}</p>
        <LanguageChoice />
      </div>
    </main>
  )
}

async function readCities(): Promise<City[] | null> {
  try {
    const answer = await get<{ items: City[] }>('/api/public/cities')
    return answer.items
  } catch {
    return null
  }
}

/** The city's provider could not be reached when somebody signed out. */
function signedOutHereOnly(): boolean {
  return new URLSearchParams(window.location.search).has('signed-out')
}

/** After signing in the page that was asked for opens. */
function addressOf(city: string): string {
  const here = signedOutHereOnly() ? '/' : window.location.pathname + window.location.search
  return `/login/${encodeURIComponent(city)}${here === '/' ? '' : `?to=${encodeURIComponent(here)}`}`
}

function go(city: string): void {
  remember(city)
  window.location.assign(addressOf(city))
}

function remember(city: string): void {
  try {
    localStorage.setItem(lastCityKey, city)
  } catch {
    // It will be asked again.
  }
}

function lastCity(): string | null {
  try {
    return localStorage.getItem(lastCityKey)
  } catch {
    return null
  }
}
