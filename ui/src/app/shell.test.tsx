import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { expect, test, vi } from 'vitest'
import { leaving } from '@/lib/leaving'
import { me } from '@/testing/fixtures'
import { gateway } from '@/testing/gateway'
import { expectAccessible, open } from '@/testing/open'
import { server } from '@/testing/server'

test('whoever is not signed in chooses a city', async () => {
  gateway(me('STAFF'))
  server.use(
    http.get('/api/me', () => HttpResponse.json({ type: 'urn:meguri:problem:unauthenticated', title: 'ログインしてください', status: 401 }, { status: 401 })),
    http.get('/api/public/cities', () => HttpResponse.json({ items: [{ slug: 'nagisa', name: 'なぎさ市' }] })),
  )
  open('/')
  expect(await screen.findByRole('link', { name: 'なぎさ市' })).toHaveAttribute('href', '/login/nagisa')
  await expectAccessible()
})

test('signing out leads to the end of the sign-in at the provider', async () => {
  const left = vi.spyOn(leaving, 'to').mockImplementation(() => undefined)
  const { of } = gateway(me('STAFF'), http.post('/logout', () => HttpResponse.json({ to: 'https://provider.example/end', complete: true })))
  const user = open('/')
  await user.click(await screen.findByRole('button', { name: 'ログアウト' }))
  await waitFor(() => expect(left).toHaveBeenCalledWith('https://provider.example/end'))
  expect(of('POST', /^\/logout$/)).toHaveLength(1)
})

test('a sign-in that goes on at the provider is told', async () => {
  const left = vi.spyOn(leaving, 'to').mockImplementation(() => undefined)
  gateway(me('STAFF'), http.post('/logout', () => HttpResponse.json({ to: '/', complete: false })))
  const user = open('/')
  await user.click(await screen.findByRole('button', { name: 'ログアウト' }))
  await waitFor(() => expect(left).toHaveBeenCalledWith('/?signed-out=here'))
})

test('whoever signed out here only is told so, and comes in by the front door', async () => {
  gateway(me('STAFF'))
  server.use(
    http.get('/api/me', () => HttpResponse.json({ type: 'urn:meguri:problem:unauthenticated', title: 'ログインしてください', status: 401 }, { status: 401 })),
    http.get('/api/public/cities', () => HttpResponse.json({ items: [{ slug: 'nagisa', name: 'なぎさ市' }] })),
  )
  window.history.replaceState(null, '', '/?signed-out=here')
  open('/')
  expect(await screen.findByRole('alert')).toHaveTextContent('共用の端末')
  expect(await screen.findByRole('link', { name: 'なぎさ市' })).toHaveAttribute('href', '/login/nagisa')
  await expectAccessible()
  window.history.replaceState(null, '', '/')
})

test('ホーム shows what waits for me, and what came back', async () => {
  const todo = { kind: 'STAFF', ja: '令和8年度 目標案', en: 'Goals of FY2026', link: '/sheets/2026/u', dueOn: '2026-11-20', count: 2 }
  gateway(me('STAFF'), http.get('/api/notifications/todos', () => HttpResponse.json({ items: [todo, { ...todo, kind: 'RETURNED', ja: '差戻し 1件', dueOn: null }] })))
  open('/')
  const list = await screen.findByRole('region', { name: 'やること' })
  expect(await within(list).findByRole('link', { name: '令和8年度 目標案' })).toHaveAttribute('href', '/sheets/2026/u')
  expect(within(list).getByText('11月20日(金)まででした')).toBeVisible()
  expect(within(screen.getByRole('region', { name: '返ってきたもの' })).getByText('差戻し 1件')).toBeVisible()
  await expectAccessible()
})

test('an empty ホーム is good', async () => {
  gateway(me('STAFF'))
  open('/')
  expect(await screen.findByText('今日の用件はありません')).toBeVisible()
})

test('the menu follows the role, and everything is there in English', async () => {
  gateway(me('STAFF'))
  const user = open('/')
  const menu = await screen.findByRole('navigation', { name: 'メニュー' })
  expect(within(menu).queryByRole('link', { name: '公表' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'English' }))
  open('/')
  expect((await screen.findAllByRole('link', { name: 'Goal sheets' })).at(-1)).toBeVisible()
  expect(document.documentElement).toHaveAttribute('lang', 'en')
})
