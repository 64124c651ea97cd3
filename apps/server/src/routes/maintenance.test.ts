import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { maintenance } from './maintenance.ts'

it('tells people and programs each in their way that it is under maintenance', async () => {
  const app = Fastify()
  maintenance(app)
  app.get('/status/health', async () => 'ok')
  app.get('/', async () => 'home')
  app.get('/signals/v1/', async () => ({}))
  const html = { accept: 'text/html,*/*' }
  const page = await app.inject({ url: '/', headers: html })
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '300'])
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.body).toContain('Probeer het straks nog een keer')
  expect(page.body).toContain('<section lang="en">')
  expect(page.body).not.toMatch(/<script|https?:/)
  for (const asked of [{ url: '/signals/v1/', headers: html }, { url: '/' }]) {
    const answer = await app.inject(asked)
    expect([answer.statusCode, answer.body]).toEqual([503, 'API in maintenance mode'])
  }
  expect((await app.inject('/status/health')).body).toBe('ok')
  await app.close()
})
