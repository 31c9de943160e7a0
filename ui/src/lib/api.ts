import { currentLanguage } from './language'

/** A refusal as RFC 9457 describes it; the services say everything in Japanese and English. */
export interface ProblemBody {
  type: string
  title: string
  detail?: string
  status: number
  i18n?: Record<'ja' | 'en', { title: string; detail?: string }>
  correlation?: string
  errors?: FieldError[]
  currentRevision?: number
  [extension: string]: unknown
}

export interface FieldError {
  pointer: string
  key: string
  ja: string
  en: string
}

export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.title)
    this.body = body
  }

  get status(): number {
    return this.body.status
  }

  /** The last part of the type, e.g. `window-closed`. */
  get kind(): string {
    return this.body.type.split(':').at(-1) ?? ''
  }

  /** Title and detail in the reader's language. */
  get text(): { title: string; detail: string } {
    const chosen = this.body.i18n?.[currentLanguage()] ?? this.body
    return { title: chosen.title, detail: chosen.detail ?? '' }
  }
}

/** The gateway could not be reached. What was written stays on this device. */
export class Offline extends Error {}

export interface CallOptions {
  body?: unknown
  ifMatch?: number
  /** Creates carry a key, so that a repeated click or a lost answer makes nothing twice. */
  idempotencyKey?: string
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

let csrf: { header: string; cookie: string } | null = null

/** `/api/me` tells which cookie holds the token and which header carries it back. */
export function rememberCsrf(names: { header: string; cookie: string } | null): void {
  csrf = names
}

const signedOutListeners = new Set<() => void>()

export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener)
  return () => signedOutListeners.delete(listener)
}

export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json', 'Accept-Language': currentLanguage() })
  let body: BodyInit | undefined
  if (options.body instanceof FormData) {
    body = options.body
  } else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json')
    body = JSON.stringify(options.body)
  }
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`)
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey)
  if (method !== 'GET') addCsrf(headers)

  let answer: Response
  try {
    answer = await fetch(path, { method, headers, body, credentials: 'same-origin' })
  } catch {
    throw new Offline('offline')
  }
  if (!answer.ok) throw await problemOf(answer, path)
  const text = await answer.text()
  return (text ? JSON.parse(text) : undefined) as T
}

export const get = <T>(path: string) => call<T>('GET', path)
export const post = <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('POST', path, { ...options, body })
export const put = <T>(path: string, body: unknown, options?: CallOptions) => call<T>('PUT', path, { ...options, body })

async function problemOf(answer: Response, path: string): Promise<Error> {
  let body: Partial<ProblemBody> = {}
  try {
    body = (await answer.json()) as Partial<ProblemBody>
  } catch {
    // A proxy in between answered with something else; the status says enough.
  }
  if (answer.status === 401 && path !== '/api/me') for (const listener of signedOutListeners) listener()
  return new Problem({ ...body, type: body.type ?? 'about:blank', title: body.title ?? `${answer.status}`, status: answer.status })
}

function addCsrf(headers: Headers): void {
  const token = csrf && cookie(csrf.cookie)
  if (csrf && token) headers.set(csrf.header, token)
}

function cookie(name: string): string | null {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : null
}

/** The part of a URL made of values. */
export function query(values: Record<string, string | number | undefined | null>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}
