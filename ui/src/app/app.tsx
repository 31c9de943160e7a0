import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { TellProvider } from '@/components/ui/notice-bar'
import { UploadsProvider } from '@/features/imports/uploads-context'
import { Offline, Problem } from '@/lib/api'
import { useLanguage } from '@/lib/words'
import { routes } from './routes'

export function App() {
  const [client] = useState(newQueryClient)
  const [router] = useState(() => createBrowserRouter(routes))
  // A change of language draws everything anew; what is being written lies in the working copies.
  const language = useLanguage()
  return (
    <QueryClientProvider client={client}>
      <TellProvider>
        <UploadsProvider>
          <RouterProvider key={language} router={router} />
        </UploadsProvider>
      </TellProvider>
    </QueryClientProvider>
  )
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // What the services refuse stays refused; what did not reach them is tried again.
        retry: (count, error) => count < 2 && (error instanceof Offline || (error instanceof Problem && error.status >= 502)),
        refetchOnWindowFocus: true,
        staleTime: 5_000,
      },
    },
  })
}
