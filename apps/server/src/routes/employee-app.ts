import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const DIST = join(import.meta.dirname, '..', '..', '..', 'employee', 'dist')

/** Scripts, styles and pictures come from here alone; the map makes its worker from a blob. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The employee app: hashed files for ever, and one page for every address in it. */
export async function employeeApp(app: FastifyInstance): Promise<void> {
  const page = await readFile(join(DIST, 'index.html'))
  const worker = await readFile(join(DIST, 'service-worker.js'))
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', POLICY)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    reply.header('x-frame-options', 'DENY')
  })
  await app.register(fastifyStatic, {
    root: join(DIST, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    decorateReply: false,
  })
  app.get('/service-worker.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker),
  )
  app.get('/', async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-cache').send(page),
  )
  app.get('/*', async (_request, reply) =>
    reply.type('text/html').header('cache-control', 'no-cache').send(page),
  )
}
