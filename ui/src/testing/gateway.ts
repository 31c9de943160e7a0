import { http, HttpResponse, type RequestHandler } from 'msw'
import type { GoalView, Me, ReportSheetView, SheetView } from '@/contract/views'
import { plans, units } from './fixtures'
import { server } from './server'

/** One request the screens sent. */
export interface Sent {
  method: string
  path: string
  body: unknown
  ifMatch: string | null
}

export interface FakeGateway {
  sent: Sent[]
  of: (method: string, path: RegExp) => Sent[]
}

const empty = () => HttpResponse.json({ items: [], next: null })

/** A gateway that knows who is signed in and remembers what was sent. */
export function gateway(me: Me, ...handlers: RequestHandler[]): FakeGateway {
  const sent: Sent[] = []
  server.events.removeAllListeners()
  server.events.on('request:start', async ({ request }) => {
    // Reading phrases changes nothing.
    if (request.method === 'GET' || request.url.endsWith('/api/goals/phrases')) return
    const body = await bodyOf(request.clone())
    sent.push({ method: request.method, path: new URL(request.url).pathname, body, ifMatch: request.headers.get('If-Match') })
  })
  server.use(
    http.get('/api/goals/plan-nodes', ({ request }) => {
      const q = new URL(request.url).searchParams.get('q') ?? ''
      const nodes = plans.flatMap((plan) => plan.nodes.map((node) => ({ ...node, dimension: plan.dimension, planName: plan.planName })))
      return HttpResponse.json({ items: nodes.filter((node) => `${node.code}${node.title}`.includes(q)) })
    }),
    ...handlers,
    http.get('/api/me', () => HttpResponse.json(me)),
    http.get('/api/notifications/inbox', () => HttpResponse.json({ unread: 0, items: [], next: null })),
    http.get('/api/notifications/todos', empty),
    http.get('/api/catalog/plans', () => HttpResponse.json({ items: plans })),
    http.get('/api/catalog/units', () => HttpResponse.json({ items: units })),
    http.get('/api/catalog/cycles', empty),
    http.get('/api/goals/sheets', empty),
    http.get('/api/goals/forms', empty),
    http.get('/api/goals/plan-sheets', empty),
    http.post('/api/goals/phrases', empty),
  )
  return { sent, of: (method, path) => sent.filter((each) => each.method === method && path.test(each.path)) }
}

/** JSON as it is; of a form its text parts, and of a file its name. */
async function bodyOf(request: Request): Promise<unknown> {
  if (request.headers.get('Content-Type')?.startsWith('multipart/')) {
    return Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
  }
  const text = await request.text()
  return text ? JSON.parse(text) : null
}

/** A sheet that answers as goals-service does: promotes, keeps working copies, takes set commands. */
export function goalSheet(first: SheetView): RequestHandler[] {
  let sheet = first
  const put = (goal: GoalView) => {
    sheet = { ...sheet, goals: sheet.goals.map((each) => (each.id === goal.id ? goal : each)) }
    return HttpResponse.json(goal)
  }
  const find = (id: unknown) => sheet.goals.find((goal) => goal.id === id)!
  return [
    http.get('/api/goals/sheets/:year/:unit', () => HttpResponse.json(sheet)),
    http.post('/api/goals/sheets/:year/:unit/:command', () => HttpResponse.json(sheet)),
    http.get('/api/goals/:id', ({ params }) => HttpResponse.json(find(params['id']))),
    http.put('/api/goals/:id/working-copy', () => HttpResponse.json({ updatedAt: '2026-11-21T01:32:00Z' })),
    http.delete('/api/goals/:id/working-copy', () => new HttpResponse(null, { status: 204 })),
    http.post('/api/goals/:id/comments', () => HttpResponse.json({ id: 'c-9' }, { status: 201 })),
    http.put('/api/goals/:id', async ({ params, request }) => {
      const { content } = (await request.json()) as { content: GoalView['content'] }
      const goal = find(params['id'])
      return put({ ...goal, revision: goal.revision + 1, content, workingCopy: null })
    }),
  ]
}

export function reportsOf(sheet: ReportSheetView): RequestHandler[] {
  return [
    http.get('/api/evaluations/sheets/:year/:unit', () => HttpResponse.json(sheet)),
    http.post('/api/evaluations/sheets/:year/:unit/:command', () => HttpResponse.json(sheet)),
    http.put('/api/evaluations/:id/working-copy', () => HttpResponse.json({ updatedAt: '2026-11-21T01:32:00Z' })),
    http.put('/api/evaluations/:id', async ({ request }) => {
      const { content } = (await request.json()) as { content: unknown }
      return HttpResponse.json({ ...sheet.reports[0]!, revision: sheet.reports[0]!.revision + 1, content })
    }),
  ]
}
