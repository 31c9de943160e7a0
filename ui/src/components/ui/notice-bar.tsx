import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { say } from '@/lib/words'

interface Told {
  text: string
  undo?: () => void
}

const TellContext = createContext<(told: Told) => void>(() => undefined)

/** Says what has just happened, for eyes and ears, with 「元に戻す」 where that is possible. */
export function TellProvider({ children }: { children: ReactNode }) {
  const [told, setTold] = useState<Told | null>(null)
  const tell = useCallback((next: Told) => setTold(next), [])
  useEffect(() => {
    if (!told) return
    const timer = setTimeout(() => setTold(null), told.undo ? 12_000 : 6_000)
    return () => clearTimeout(timer)
  }, [told])
  return (
    <TellContext value={tell}>
      {children}
      <div className="told" role="status" aria-live="polite">
        {told && (
          <p className="told-text">
            {told.text}
            {told.undo && (
              <button
                type="button"
                className="button button-plain button-small"
                onClick={() => {
                  told.undo?.()
                  setTold(null)
                }}
              >
                {say('button.undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </TellContext>
  )
}

export function useTell(): (told: Told) => void {
  return use(TellContext)
}
