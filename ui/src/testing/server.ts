import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

/**
 * Answers in place of the gateway; each test says what it answers. A page that closes writes its working copies,
 * which may be after the test's own answers are gone.
 */
export const server = setupServer(
  http.put('/api/:service/:id/working-copy', () => HttpResponse.json({ updatedAt: '2026-11-21T01:32:00Z' })),
  http.delete('/api/:service/:id/working-copy', () => new HttpResponse(null, { status: 204 })),
)
