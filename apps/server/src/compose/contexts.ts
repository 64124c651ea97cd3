import {
  type Database,
  findMunicipalityByHost,
  listMunicipalities,
  type MunicipalityHandle,
} from '@signalen/database'
import {
  type Context,
  forReading,
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
  /** Where the citizen site stands; of a municipality with names of its own, under the first of those. */
  readonly citizenUrl: string
  /** What the environment decides goes before what the municipality set. */
  readonly overrides: Partial<Settings>
}

const HOST_KEPT_MILLISECONDS = 10_000

export function createContexts(parts: ContextParts): Contexts {
  const hosts = new Map<string, { key: string | undefined; until: number }>()
  const citizenUrls = new Map<string, { url: string; until: number }>()

  async function findKey(host: string): Promise<string | undefined> {
    const known = hosts.get(host)
    if (known && known.until > Date.now()) return known.key
    const key = await findMunicipalityByHost(parts.database, host)
    if (hosts.size > 1000) hosts.clear()
    hosts.set(host, { key, until: Date.now() + HOST_KEPT_MILLISECONDS })
    return key
  }

  async function citizenUrlOf(key: string): Promise<string> {
    const known = citizenUrls.get(key)
    if (known && known.until > Date.now()) return known.url
    const found = (await listMunicipalities(parts.database)).find((one) => one.key === key)
    const url = ownAddress(parts.citizenUrl, found?.hostNames ?? [])
    citizenUrls.set(key, { url, until: Date.now() + HOST_KEPT_MILLISECONDS })
    return url
  }

  const forMunicipality = (key: string): Promise<Context> => compose(parts.database.municipality(key))

  async function compose(db: MunicipalityHandle): Promise<Context> {
    const { key } = db
    const settings = { ...(await loadSettings(db)), ...parts.overrides }
    const citizenUrl = await citizenUrlOf(key)
    return { ...parts.ports, municipality: key, db, settings, jobs: parts.jobs, citizenUrl }
  }

  return {
    forMunicipality,
    async forRequest(request) {
      const key = await findKey(request.hostname)
      if (key === undefined) throw notFound()
      const db = parts.database.municipality(key)
      return compose(leavesReferenceData(request) ? forReading(db) : db)
    },
  }
}

function leavesReferenceData({ method, routeOptions }: FastifyRequest): boolean {
  const operation = routeOptions.config?.operation ?? ''
  return method === 'GET' || method === 'HEAD' || /^(public\.)?signal\./.test(operation)
}

function ownAddress(citizenUrl: string, hostNames: readonly string[]): string {
  const url = new URL(citizenUrl)
  const [first] = hostNames
  if (first === undefined || hostNames.includes(url.hostname)) return citizenUrl
  url.hostname = first
  return url.href.replace(/\/$/, '')
}
