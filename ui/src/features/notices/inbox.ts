import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Inbox, Page, Todo } from '@/contract/views'
import { get, post, query } from '@/lib/api'
import { openHints } from './hints'

export function useInbox() {
  return useQuery({ queryKey: ['inbox'], queryFn: () => get<Inbox>('/api/notifications/inbox'), refetchInterval: 60_000 })
}

export function readOlder(cursor: string): Promise<Inbox> {
  return get(`/api/notifications/inbox${query({ cursor })}`)
}

export function useTodos() {
  return useQuery({ queryKey: ['todos'], queryFn: () => get<Page<Todo>>('/api/notifications/todos'), refetchInterval: 10_000 })
}

export function useMarkRead() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string | null) => post<void>(id ? `/api/notifications/inbox/${id}/read` : '/api/notifications/inbox/read-all'),
    onSettled: () => client.invalidateQueries({ queryKey: ['inbox'] }),
  })
}

/** A hint says only that something changed; what it is, is read again. */
export function useInboxHints(): void {
  const client = useQueryClient()
  useEffect(
    () =>
      openHints(() => {
        void client.invalidateQueries({ queryKey: ['inbox'] })
        void client.invalidateQueries({ queryKey: ['todos'] })
      }),
    [client],
  )
}
