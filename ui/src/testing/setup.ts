import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { chooseLanguage } from '@/lib/language'
import { sendFormsOfPages } from './forms'
import { server } from './server'

// Builds run beside other work.
configure({ asyncUtilTimeout: 6_000 })

// What jsdom lacks and the screens only use for comfort.
Element.prototype.scrollIntoView = () => undefined
window.print = () => undefined

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' })
  await sendFormsOfPages()
})
beforeEach(() => {
  localStorage.clear()
  chooseLanguage('ja')
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())
