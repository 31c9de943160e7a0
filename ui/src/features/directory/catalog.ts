import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import type { Cycle, Page, Unit } from '@/contract/views'
import { useMe } from '@/features/session/me'
import { get, query } from '@/lib/api'
import { fiscalYearOf } from '@/lib/calendar'

export function useUnits(fiscalYear: number) {
  return useQuery({
    queryKey: ['units', fiscalYear],
    queryFn: () => get<Page<Unit>>(`/api/catalog/units${query({ fiscalYear })}`),
    staleTime: 60_000,
  })
}

export function useCycles() {
  return useQuery({ queryKey: ['cycles'], queryFn: () => get<Page<Cycle>>('/api/catalog/cycles'), staleTime: 30_000 })
}

/** The year a list is cut to; it stands in the address, so that a link shows the same. */
export function useChosenYear(): [number, (year: number) => void, number[]] {
  const me = useMe()
  const cycles = useCycles()
  const [params, setParams] = useSearchParams()
  const year = Number(params.get('year')) || fiscalYearOf(me.today)
  const choose = (next: number) =>
    setParams((before) => {
      before.set('year', String(next))
      return before
    })
  return [year, choose, cycles.data?.items.map((cycle) => cycle.fiscalYear) ?? []]
}

/** Units as a tree in printed order, each with its depth. */
export function inTreeOrder(units: Unit[]): { unit: Unit; depth: number }[] {
  const ids = new Set(units.map((unit) => unit.id))
  const walk = (parent: string | null, depth: number): { unit: Unit; depth: number }[] =>
    units
      .filter((unit) => (unit.parent && ids.has(unit.parent) ? unit.parent : null) === parent)
      .sort((a, b) => a.ordinal - b.ordinal)
      .flatMap((unit) => [{ unit, depth }, ...walk(unit.id, depth + 1)])
  return walk(null, 0)
}
