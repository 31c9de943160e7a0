import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import type { RoleCode } from '@/contract/content'
import type { Me } from '@/contract/views'
import { get, rememberCsrf } from '@/lib/api'

export function useMeQuery() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async () => {
      const me = await get<Me>('/api/me')
      rememberCsrf(me.csrf)
      return me
    },
    retry: false,
    staleTime: 60_000,
  })
}

const MeContext = createContext<Me | null>(null)

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('no MeProvider above')
  return me
}

/** Menus follow the roles; what may be done, the services decide. */
export function holds(me: Me, ...roles: RoleCode[]): boolean {
  return me.roles.some((role) => roles.includes(role.role))
}
