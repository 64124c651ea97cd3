import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findScreen } from './screens.ts'
import { helpTexts as en } from './texts/en.ts'
import { helpTexts as nl } from './texts/nl.ts'

const source = readFileSync(new URL('../app/router.tsx', import.meta.url), 'utf8')
const [ofSettings = '', others = ''] = source.split('createBrowserRouter(')
const pathsIn = (text: string) => [...text.matchAll(/path: '([^'*]+)'/g)].map(([, path = '']) => path)
const addresses = [
  ...pathsIn(ofSettings).map((path) => `/instellingen/${path}`),
  ...pathsIn(others).map((path) => (path.startsWith('/') ? path : `/${path}`)),
]
  .filter((path) => path !== '/ingelogd')
  .map((path) => path.replaceAll(/:\w+/g, '12'))

it('finds the routes of the app', () => {
  expect(addresses).toContain('/incidents')
  expect(addresses.length).toBeGreaterThan(40)
})

it.each(addresses)('has help for %s, in both languages', (address) => {
  const screen = findScreen(address)
  expect(screen).toBeDefined()
  if (screen === undefined) return
  for (const texts of [nl, en]) {
    expect(texts[screen].about.length).toBeGreaterThan(20)
    expect(texts[screen].can.length).toBeGreaterThan(0)
  }
})

it('is of one length in both languages, and none for what is no screen', () => {
  for (const [name, { can }] of Object.entries(nl))
    expect(en[name as keyof typeof en].can).toHaveLength(can.length)
  expect(findScreen('/onbekend')).toBeUndefined()
})
