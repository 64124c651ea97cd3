import { type Database, findMunicipalityByHost } from '@signalen/database'
import {
  type Context,
  type JobWriter,
  loadSettings,
  notFound,
  type Ports,
  type Settings,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'

export interface Contexts {
  /** By the host name of the request; a name that belongs to no municipality is a 404. */
  forRequest(request: FastifyRequest): Promise<Context>
  forMunicipality(key: string): Promise<Context>
}

export interface ContextParts {
  readonly database: Database
  readonly jobs: JobWriter
  readonly ports: Ports
  readonly citizenUrl: string
  /** What the environment decides goes before what the municipality set. */
  readonly overrides: Partial<Settings>
}

const HOST_KEPT_MILLISECONDS = 10_000

export function createContexts(parts: ContextParts): Contexts {
  const hosts = new Map<string, { key: string | undefined; until: number }>()

  async function findKey(host: string): Promise<string | undefined> {
    const known = hosts.get(host)
    if (known && known.until > Date.now()) return known.key
    const key = await findMunicipalityByHost(parts.database, host)
    if (hosts.size > 1000) hosts.clear()
    hosts.set(host, { key, until: Date.now() + HOST_KEPT_MILLISECONDS })
    return key
  }

  async function forMunicipality(key: string): Promise<Context> {
    const db = parts.database.municipality(key)
    const settings = { ...(await loadSettings(db)), ...parts.overrides }
    const { jobs, citizenUrl } = parts
    return { ...parts.ports, municipality: key, db, settings, jobs, citizenUrl }
  }

  return {
    forMunicipality,
    async forRequest(request) {
      const key = await findKey(request.hostname)
      if (key === undefined) throw notFound()
      return forMunicipality(key)
    },
  }
}
