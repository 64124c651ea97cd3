import fastify from 'fastify'
import { expect, it } from 'vitest'
import { withoutFormat } from './format-suffix.ts'

it.each([
  ['/signals/v1/private/signals.json', '/signals/v1/private/signals'],
  ['/signals/v1/private/signals/12.json?page=2&q=a.json', '/signals/v1/private/signals/12?page=2&q=a.json'],
  ['/signals/v1/private/signals.json/', '/signals/v1/private/signals'],
  ['/signals/v1/private/signals/?q=x.json', '/signals/v1/private/signals/?q=x.json'],
  ['/signals/v1/private/signals.csv', '/signals/v1/private/signals.csv'],
  ['/signals/v1/public/translations.json', '/signals/v1/public/translations.json'],
  ['/signals/openapi.json', '/signals/openapi.json'],
  ['/signals/media/attachments/a.json', '/signals/media/attachments/a.json'],
  ['*', '*'],
])('%s is asked as %s', (url, asked) => {
  expect(withoutFormat(url)).toBe(asked)
})

it('leads to what stands at the address', async () => {
  const app = fastify({ rewriteUrl: ({ url = '/' }) => withoutFormat(url) })
  app.get('/signals/v1/areas', async (request) => request.query)
  expect((await app.inject('/signals/v1/areas.json?code=W')).json()).toEqual({ code: 'W' })
  await app.close()
})
