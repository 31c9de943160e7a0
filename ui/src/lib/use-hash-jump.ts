import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** A link in a notice leads to the very place: `#goal-…`, `#report-…`. */
export function useHashJump(ready: number): void {
  const { hash } = useLocation()
  const isReady = ready > 0
  useEffect(() => {
    if (!hash || !isReady) return
    const place = document.getElementById(hash.slice(1))
    if (!place) return
    place.scrollIntoView?.({ block: 'start' })
    place.setAttribute('tabindex', '-1')
    place.focus({ preventScroll: true })
  }, [hash, isReady])
}
