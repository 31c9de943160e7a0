import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect } from 'vitest'
import { newQueryClient } from '@/app/app'
import { routes } from '@/app/routes'
import { TellProvider } from '@/components/ui/notice-bar'
import { UploadsProvider } from '@/features/imports/uploads-context'

/** Opens a page of the whole application, as a person would by its address. */
export function open(address: string): UserEvent {
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  render(
    <QueryClientProvider client={newQueryClient()}>
      <TellProvider>
        <UploadsProvider>
          <RouterProvider router={router} />
        </UploadsProvider>
      </TellProvider>
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

/** No violation of WCAG 2.2 AA that can be found without a layout; colours are checked in a real browser. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`)).toEqual([])
}
