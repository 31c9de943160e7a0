/** What was typed and has not reached the server yet, kept on this device until it has. */
export interface DeviceCopy<C> {
  baseRevision: number
  content: C
  savedAt: string
}

const prefix = 'meguri.draft.'

export function keep<C>(key: string, copy: DeviceCopy<C>): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

export function kept<C>(key: string): DeviceCopy<C> | null {
  try {
    const text = localStorage.getItem(prefix + key)
    return text ? (JSON.parse(text) as DeviceCopy<C>) : null
  } catch {
    return null
  }
}

export function drop(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // Nothing was kept then.
  }
}
