import { createContext, type ReactNode, use, useEffect, useState, useSyncExternalStore } from 'react'
import { Uploads, type UploadsState } from './uploads'

const UploadsContext = createContext<Uploads | null>(null)

/** Stands above the pages, and above a change of language: files on their way stay on it. */
export function UploadsProvider({ children }: { children: ReactNode }) {
  const [uploads] = useState(() => new Uploads())
  useEffect(() => {
    const resume = () => uploads.resume()
    window.addEventListener('online', resume)
    return () => window.removeEventListener('online', resume)
  }, [uploads])
  return <UploadsContext value={uploads}>{children}</UploadsContext>
}

export function useUploads(): [UploadsState, Uploads] {
  const uploads = use(UploadsContext)
  if (!uploads) throw new Error('no UploadsProvider above')
  return [useSyncExternalStore(uploads.subscribe, uploads.snapshot), uploads]
}
