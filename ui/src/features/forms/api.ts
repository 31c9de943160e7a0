import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Page } from '@/contract/views'
import { call, get, put } from '@/lib/api'
import { newId } from '@/lib/ids'

export const formFields = ['NUMBER', 'TITLE', 'ACTIONS', 'PURPOSE', 'STATEMENT', 'ROADMAP', 'TARGETS', 'LEAD_SECTION', 'COMPREHENSIVE_PLAN', 'BASIC_POLICY', 'ACHIEVEMENTS', 'DIRECTIONS', 'GRADE', 'NEXT_STEP'] as const

export type FormField = (typeof formFields)[number]

/** Which table has its heads in which row, and which words head the column of each field. */
export interface FormMapping {
  tables: { name: string; headRow: number }[]
  heads: Partial<Record<FormField, string>>
}

export interface CityForm {
  id: string
  revision: number
  name: string
  kind: 'XLSX' | 'DOCX'
  fileName: string
  mapping: FormMapping
  createdBy: string
  createdAt: string
}

/** What stands in the upper part of a form, and what its heads probably mean. */
export interface FormInspection {
  kind: CityForm['kind']
  tables: { name: string; rows: { number: number; cells: string[] }[] }[]
  proposal: FormMapping | null
}

export function useForms() {
  return useQuery({ queryKey: ['forms'], queryFn: () => get<Page<CityForm>>('/api/goals/forms'), staleTime: 60_000 })
}

export function inspectForm(file: File): Promise<FormInspection> {
  const form = new FormData()
  form.append('file', file)
  return call('POST', '/api/goals/forms/inspection', { body: form })
}

export function useSaveForm() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, name, mapping }: { file: File; name: string; mapping: FormMapping }) => {
      const form = new FormData()
      form.append('name', name)
      form.append('mapping', JSON.stringify(mapping))
      form.append('file', file)
      return call<CityForm>('POST', '/api/goals/forms', { body: form, idempotencyKey: newId() })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['forms'] }),
  })
}

export function useRenameForm(of: CityForm) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => put<CityForm>(`/api/goals/forms/${of.id}`, { name, mapping: of.mapping }, { ifMatch: of.revision }),
    onSettled: () => client.invalidateQueries({ queryKey: ['forms'] }),
  })
}

export function useDeleteForm(of: CityForm) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call<void>('DELETE', `/api/goals/forms/${of.id}`, { ifMatch: of.revision }),
    onSettled: () => client.invalidateQueries({ queryKey: ['forms'] }),
  })
}
