const address = '/api/notifications/stream'
const name = 'meguri.inbox'

/**
 * Listens for "the inbox changed". However many tabs are open, one of them holds the stream (a Web Lock
 * decides which) and tells the others. Where streams are not possible, polling stands in.
 */
export function openHints(onHint: () => void): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  const closing = new AbortController()
  channel?.addEventListener('message', onHint)

  const listen = () => {
    const stream = new EventSource(address)
    let retry: ReturnType<typeof setTimeout> | undefined
    stream.addEventListener('inbox', () => {
      onHint()
      channel?.postMessage('inbox')
    })
    return new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(retry)
        stream.close()
        resolve()
      }
      closing.signal.addEventListener('abort', end, { once: true })
      // A refusal (too many streams, signed out) closes for good; the next try is left to whoever comes next.
      stream.addEventListener('error', () => {
        if (stream.readyState === EventSource.CLOSED && !closing.signal.aborted) retry = setTimeout(end, 30_000)
      })
    })
  }

  const hold = async () => {
    while (!closing.signal.aborted) {
      if ('locks' in navigator) await navigator.locks.request(name, { signal: closing.signal }, listen)
      else await listen()
    }
  }
  hold().catch(() => undefined)

  return () => {
    closing.abort()
    channel?.close()
  }
}
