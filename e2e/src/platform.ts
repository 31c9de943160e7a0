import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..', '..')
const data = process.env['MEGURI_DATA'] ?? join(project, '.meguri')

export function meguri(...words: string[]): string {
  return execFileSync(join(project, 'meguri'), words, { encoding: 'utf8', timeout: 60_000 })
}

/** The letters that reached a mailbox, as they were sent. */
export function lettersTo(address: string): string[] {
  return files(join(data, 'mail'))
    .filter((file) => file.endsWith('.eml'))
    .map((file) => readFileSync(file, 'utf8'))
    .filter((letter) => new RegExp(`^To:.*${address.replace(/[.+]/g, '\\$&')}`, 'm').test(letter))
}

function files(directory: string): string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name)
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}

/** Calls the API with a person's own token, as a script would. */
export async function api<T>(login: string, path: string, init: RequestInit = {}): Promise<T> {
  const token = meguri('token', login).trim()
  const port = process.env['MEGURI_PORT'] ?? '8080'
  const answer = await fetch(`http://localhost:${port}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...init.headers },
    signal: AbortSignal.timeout(20_000),
  })
  if (!answer.ok) throw new Error(`${login} ${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
