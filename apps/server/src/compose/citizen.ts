import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { createInProcessFetch } from './in-process-fetch.ts'
import type { Parts } from './parts.ts'
import { siteOf } from './site.ts'

const BUILT = join(import.meta.dirname, '..', '..', '..', 'citizen', 'dist', 'server', 'index.js')

interface BuiltCitizen {
  readonly citizen: FastifyPluginAsync<Record<string, unknown>>
  createFileDrafts(options: { dir: string; secret: string }): unknown
}

/** The citizen site, on this server's own API. It is built from React, so it is loaded from where it was built. */
export async function registerCitizen(app: FastifyInstance, parts: Parts): Promise<void> {
  if (!existsSync(BUILT)) return parts.log.warn({}, 'the citizen site is not built')
  const { citizen, createFileDrafts } = (await import(BUILT)) as BuiltCitizen
  await app.register(citizen, {
    apiFetch: createInProcessFetch(app),
    drafts: createFileDrafts({ dir: join(parts.dataDir, 'drafts'), secret: parts.secret }),
    secret: parts.secret,
    citizenUrl: parts.citizenUrl,
    siteFor: async (request: Parameters<Parts['contexts']['forRequest']>[0]) =>
      siteOf(await parts.contexts.forRequest(request)),
  })
}
