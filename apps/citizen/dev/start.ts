/** Runs the built site on the stand-in API: `node apps/citizen/dev/start.ts [port]`. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import type * as site from '../src/index.ts'
import { createFakeApi, FAKE_SITE } from './fake-api.ts'

const { citizen, createFileDrafts } = (await import('../dist/server/index.js' as string)) as typeof site
const port = Number(process.argv[2] ?? 18170)
const app = Fastify({ logger: { level: 'warn' } })
const api = createFakeApi()
await app.register(citizen, {
  apiFetch: api.fetch,
  drafts: createFileDrafts({ dir: join(tmpdir(), 'signalen-citizen-drafts') }),
  secret: 'only for developing the pages, nothing else',
  citizenUrl: `http://127.0.0.1:${port}`,
  siteFor: () => FAKE_SITE,
})
await app.listen({ port, host: '127.0.0.1' })
console.log(`http://127.0.0.1:${port}`)
