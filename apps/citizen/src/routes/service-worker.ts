import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Kit } from '../http/visit.ts'
import type { CitizenSite } from '../options.ts'
import { logoHref } from '../pages/logo.ts'
import { themeHref } from '../pages/theme.ts'
import { OFFLINE_PATH } from './kept-reports.tsx'
import { OFFLINE_QUESTIONS_PATH } from './offline-questions.tsx'

/** The worker, with what it keeps and a version that changes with it. */
export function serviceWorkerRoutes(app: FastifyInstance, kit: Kit): void {
  app.get('/service-worker.js', async (request, reply) => {
    const site = await kit.options.siteFor(request)
    const { worker, offline } = kit.assets
    const code = site.offline === false || !worker ? REMOVING : withFiles(worker, offline, site)
    return reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('service-worker-allowed', '/')
      .send(code)
  })
}

function withFiles(worker: string, files: readonly string[], site: CitizenSite): string {
  const looks = [site.municipality, themeHref(site.theme), site.logo && logoHref(site.logo)]
  const version = createHash('sha256')
    .update(JSON.stringify([worker, files, looks]))
    .digest('hex')
    .slice(0, 12)
  return `self.OFFLINE=${JSON.stringify({ version, files, page: OFFLINE_PATH, questions: OFFLINE_QUESTIONS_PATH })};\n${worker}`
}

/** A browser that still has the worker of before gets this one, which takes away all that it kept. */
const REMOVING = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(remove()))
async function remove() {
  for (const name of await caches.keys()) if (name.startsWith('melden-')) await caches.delete(name)
  await self.registration.unregister()
}
`
