import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
import { createVisitor, signIn } from '../lib/visitor.ts'

const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')
const HANDLER = 'behandelaar.wegen@waterveste.example'

let server: Server
let origin: string

beforeAll(async () => {
  server = await startServer({ configFile: CONFIG })
  origin = `http://localhost:${server.port}`
})

afterAll(async () => {
  await server.stop()
  server.remove()
})

async function firstUser(): Promise<string> {
  const visitor = createVisitor(origin)
  const page = await visitor.follow(await visitor.visit('/auth/login'))
  return /name="email" value="([^"]+)"/.exec(await page.text())?.[1] ?? HANDLER
}

describe('signing in with the development provider', () => {
  test('opens a session that reads, and writes only with its token', async () => {
    const { visitor } = await signIn(origin, await firstUser())
    const session = (await (await visitor.visit('/auth/session')).json()) as {
      email: string
      csrf_token: string
    }
    expect(session.email).toMatch(/@waterveste\.example$/)
    expect((await visitor.visit('/signals/v1/private/me')).status).toBe(200)

    const write = (headers: Record<string, string>) =>
      visitor.visit('/signals/v1/private/me/filters', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ name: 'Mijn filter', options: {} }),
      })
    expect((await write({})).status).toBe(403)
    expect((await write({ 'x-csrf-token': 'x'.repeat(43) })).status).toBe(403)
    expect((await write({ 'x-csrf-token': session.csrf_token })).status).toBe(201)
  })

  test('holds no token where a script could read it', async () => {
    const visitor = createVisitor(origin)
    const answer = await visitor.visit('/auth/login')
    expect(answer.headers.getSetCookie().every((line) => /httponly/i.test(line))).toBe(true)
  })

  test('the cookie counts for nothing when another origin sends it', async () => {
    const { visitor } = await signIn(origin, await firstUser())
    const elsewhere = { origin: 'https://elders.example' }
    expect((await visitor.visit('/signals/v1/private/me', { headers: elsewhere })).status).toBe(401)
    const answer = await visitor.visit('/signals/v1/private/me', {
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.status).toBe(401)
  })

  test('signing out ends the session on the server', async () => {
    const { visitor } = await signIn(origin, await firstUser())
    const kept = new Map(visitor.cookies)
    expect((await visitor.visit('/auth/logout', { method: 'POST' })).status).toBe(200)
    for (const [name, value] of kept) visitor.cookies.set(name, value)
    expect((await visitor.visit('/signals/v1/private/me')).status).toBe(401)
  })

  test('comes back to pages of the employee app only', async () => {
    for (const wrong of [
      'https://elders.example',
      '//elders.example',
      '/manage/../signals',
      '/manage\\@elders.example',
    ]) {
      const visitor = createVisitor(origin)
      await visitor.visit(`/auth/login?return=${encodeURIComponent(wrong)}`)
      const pending = decodeURIComponent(visitor.cookies.get('signalen_sign_in') ?? '')
      expect(pending).not.toContain('elders.example')
    }
  })

  test('somebody without an account is told so and not let in', async () => {
    const visitor = createVisitor(origin)
    const answer = await visitor.visit('/auth/callback?code=x&state=y')
    expect(answer.headers.get('location')).toBe('/manage?inloggen=verlopen')
  })
})
