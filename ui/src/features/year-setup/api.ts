import type { Cycle, CycleWindow } from '@/contract/views'
import { post, put } from '@/lib/api'
import { newId } from '@/lib/ids'

export interface NewCycle {
  fiscalYear: number
  mode: 'LIVE' | 'BACK_LOADING'
  rounds: string[]
  windows: { kind: string; round: string | null; opensAt: string; closesAt: string }[]
}

export const openYear = (cycle: NewCycle) => post<Cycle>('/api/catalog/cycles', cycle, { idempotencyKey: newId() })

export const changeWindow = (window: CycleWindow, values: { opensAt: string; closesAt: string; reason: string }) =>
  put<unknown>(`/api/catalog/windows/${window.id}`, values, { ifMatch: window.revision })

export const closeWindow = (window: CycleWindow, closesAt: string, reason: string) =>
  post<unknown>(`/api/catalog/windows/${window.id}/closing`, { closesAt, reason }, { ifMatch: window.revision })

export const extendWindow = (window: CycleWindow, unit: string, closesAt: string, reason: string) =>
  post<unknown>(`/api/catalog/windows/${window.id}/extensions`, { unit, closesAt, reason }, { idempotencyKey: newId(), ifMatch: window.revision })
