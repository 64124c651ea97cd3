import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createSharedDrafts } from '@signalen/database'
import { drawLogo } from '@signalen/integrations'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { ConfigurationFault } from '../configuration/read-environment.ts'
import { createInProcessFetch } from './in-process-fetch.ts'
import type { Parts } from './parts.ts'
import { siteOf } from './site.ts'

const BUILT = join(import.meta.dirname, '..', '..', '..', 'citizen', 'dist', 'server', 'index.js')

const DRAFT_HOURS = 24

interface BuiltCitizen {
  readonly citizen: FastifyPluginAsync<Record<string, unknown>>
  createFileDrafts(options: { dir: string; secret: string }): unknown
}

/** The citizen site, on this server's own API. It is built from React, so it is loaded from where it was built. */
export async function registerCitizen(app: FastifyInstance, parts: Parts): Promise<void> {
  if (!existsSync(BUILT)) throw new ConfigurationFault('The web apps are not built: run npm run build first.')
  const { citizen, createFileDrafts } = (await import(BUILT)) as BuiltCitizen
  await app.register(citizen, {
    apiFetch: createInProcessFetch(app),
    drafts: createDrafts(parts, createFileDrafts),
    allowances: parts.allowances,
    drawLogo,
    secret: parts.secret,
    citizenUrl: parts.citizenUrl,
    throttleOff: parts.environment.PUBLIC_RATE_LIMIT === 'off',
    siteFor: async (request: Parameters<Parts['contexts']['forRequest']>[0]) =>
      siteOf(await parts.contexts.forRequest(request), parts.tiles.attribution),
  })
}

/** A report may be begun at one process and sent at another; the embedded database has but one. */
function createDrafts(
  { database, dataDir, secret }: Parts,
  createFileDrafts: BuiltCitizen['createFileDrafts'],
): unknown {
  if (database.kind === 'postgres') return createSharedDrafts(database, DRAFT_HOURS)
  return createFileDrafts({ dir: join(dataDir, 'drafts'), secret })
}
