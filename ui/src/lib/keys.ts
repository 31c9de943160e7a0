import type { KeyboardEvent } from 'react'

/** While an input method composes, Enter belongs to it; Safari reports it late as 229. */
export function isComposing(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}
