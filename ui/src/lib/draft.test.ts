import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GoalContent } from '@/contract/content'
import type { GoalView } from '@/contract/views'
import { goal, goalContent } from '@/testing/fixtures'
import { Offline, Problem } from './api'
import { kept } from './device-store'
import { ConflictOpen, Draft, type DraftGateway } from './draft'

const titled = (title: string): GoalContent => ({ ...goalContent, title })
const stale = () => new Problem({ type: 'urn:meguri:problem:revision-conflict', title: '', status: 412 })

function gatewayOf(values: Partial<DraftGateway<GoalContent, GoalView>> = {}) {
  return {
    saveCopy: vi.fn(async () => ({ updatedAt: '2026-11-21T01:00:00Z' })),
    dropCopy: vi.fn(async () => undefined),
    promote: vi.fn(async (_: string, revision: number, content: GoalContent) => goal({ revision: revision + 1, content })),
    fetch: vi.fn(async () => goal()),
    ...values,
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const open = (gateway: DraftGateway<GoalContent, GoalView>, view = goal()) => new Draft(gateway, 'p', view, () => undefined)

test('typing is on this device at once, at the service after a second, and then on the device no more', async () => {
  const gateway = gatewayOf()
  const draft = open(gateway)
  draft.change(titled('新'))
  expect(kept(`p.${draft.id}`)).toMatchObject({ baseRevision: 3, content: titled('新') })
  await vi.advanceTimersByTimeAsync(1_100)
  expect(gateway.saveCopy).toHaveBeenCalledWith(draft.id, 3, titled('新'))
  expect(kept(`p.${draft.id}`)).toBeNull()
  expect(draft.snapshot().status).toEqual({ kind: 'saved', at: '2026-11-21T01:00:00Z' })
})

test('what is typed while an earlier text is on its way is not lost', async () => {
  let arrive = (_: GoalView) => undefined as void
  const gateway = gatewayOf({ promote: vi.fn(() => new Promise<GoalView>((resolve) => (arrive = resolve))) })
  const draft = open(gateway)
  draft.change(titled('一'))
  const flushed = draft.flush()
  await vi.advanceTimersByTimeAsync(0)
  draft.change(titled('一二'))
  arrive(goal({ revision: 4, content: titled('一') }))
  expect(await flushed).toBe(4)
  expect(draft.snapshot().content).toEqual(titled('一二'))
  expect(draft.isDirty).toBe(true)
})

test('a newer revision with the same text is a new base, not a conflict', async () => {
  const promote = vi.fn().mockRejectedValueOnce(stale()).mockImplementation(async (_: string, revision: number, content: GoalContent) => goal({ revision: revision + 1, content }))
  const draft = open(gatewayOf({ promote, fetch: async () => goal({ revision: 5 }) }))
  draft.change(titled('新'))
  expect(await draft.flush()).toBe(6)
  expect(promote).toHaveBeenLastCalledWith(draft.id, 5, titled('新'))
})

test('another text is a conflict, and what the person chose becomes the next revision', async () => {
  const promote = vi.fn().mockRejectedValueOnce(stale()).mockImplementation(async (_: string, revision: number, content: GoalContent) => goal({ revision: revision + 1, content }))
  const draft = open(gatewayOf({ promote, fetch: async () => goal({ revision: 4, content: titled('他') }) }))
  draft.change(titled('私'))
  await expect(draft.flush()).rejects.toThrow(ConflictOpen)
  expect(draft.snapshot().conflict).toMatchObject({ theirs: titled('他'), theirsRevision: 4 })
  expect(draft.snapshot().content).toEqual(titled('私'))
  await expect(draft.flush()).rejects.toThrow(ConflictOpen)
  expect(await draft.resolve(titled('私と他'))).toBe(5)
})

test('without a network it tries again, and leaves off when its page is closed', async () => {
  const saveCopy = vi.fn(async () => Promise.reject(new Offline('')))
  const draft = open(gatewayOf({ saveCopy }))
  draft.change(titled('新'))
  await vi.advanceTimersByTimeAsync(1_100)
  expect(draft.snapshot().status.kind).toBe('onDevice')
  await vi.advanceTimersByTimeAsync(10_100)
  expect(saveCopy).toHaveBeenCalledTimes(2)
  draft.close()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(saveCopy).toHaveBeenCalledTimes(3)
  expect(kept(`p.${draft.id}`)).toMatchObject({ content: titled('新') })
})

test('what this device kept comes before the working copy; both come before the goal', () => {
  const copy = { baseRevision: 3, content: titled('下書き'), updatedAt: '2026-11-20T00:00:00Z' }
  expect(open(gatewayOf(), goal({ workingCopy: copy })).snapshot().content).toEqual(titled('下書き'))
  open(gatewayOf()).change(titled('この端末'))
  expect(open(gatewayOf(), goal({ workingCopy: copy })).snapshot().content).toEqual(titled('この端末'))
})

test('a refusal says so and keeps the text', async () => {
  const refusal = new Problem({ type: 'urn:meguri:problem:window-closed', title: '入力期間外です', status: 409 })
  const draft = open(gatewayOf({ promote: async () => Promise.reject(refusal) }))
  draft.change(titled('新'))
  await expect(draft.flush()).rejects.toBe(refusal)
  expect(draft.snapshot().status).toEqual({ kind: 'refused', problem: refusal })
  expect(kept(`p.${draft.id}`)).toMatchObject({ content: titled('新') })
})
