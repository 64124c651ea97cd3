import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Server, startServer } from '../lib/server.ts'
import type { Scene } from './citizen-scene.ts'
import { AFTER_SCENES } from './citizen-scenes-after.ts'
import {
  createLateScenes,
  FAULT_SCENES,
  LATER_DAYS,
  MAINTENANCE_SCENES,
  mailLateLinks,
} from './citizen-scenes-late.ts'
import { LANGUAGE_SCENES, REPORT_SCENES } from './citizen-scenes-report.ts'
import { SITE_SCENES } from './citizen-scenes-site.ts'
import { createWorld, type World } from './citizen-world.ts'

export const SCENES: readonly Scene[] = [
  ...REPORT_SCENES,
  ...LANGUAGE_SCENES,
  ...AFTER_SCENES,
  ...SITE_SCENES,
]

const ENVIRONMENT = { PUBLIC_RATE_LIMIT: 'off', GEOCODER: 'built-in', TILES_URL: 'built-in' }
const CLOCK = pathToFileURL(join(import.meta.dirname, '..', 'lib', 'later-clock.mjs')).href

/** One server for all that a resident can meet: first as it is, then when things go wrong. */
export interface Town {
  readonly world: World
  readonly server: Server
  /** What can only be looked at when the server is otherwise; each kind in its turn. */
  visitTroubles(visit: (scenes: readonly Scene[]) => Promise<void>): Promise<void>
  close(): Promise<void>
}

export async function openTown(): Promise<Town> {
  let server = await startServer({ environment: ENVIRONMENT })
  const { dataDir, port } = server
  const world = await createWorld(server)
  async function startAgain(environment: Readonly<Record<string, string>>): Promise<void> {
    await server.stop()
    server = await startServer({ dataDir, port, environment: { ...ENVIRONMENT, ...environment } })
  }
  return {
    world,
    get server() {
      return server
    },
    async visitTroubles(visit) {
      await withoutDrafts(dataDir, () => visit(FAULT_SCENES))
      const links = await mailLateLinks(world)
      await startAgain({ NODE_OPTIONS: `--import=${CLOCK}`, CLOCK_AHEAD_DAYS: String(LATER_DAYS) })
      await visit(createLateScenes(links))
      await startAgain({ MAINTENANCE: 'true' })
      await visit(MAINTENANCE_SCENES)
    },
    async close() {
      await server.stop()
      server.remove()
    },
  }
}

/** With a file where the folder of drafts should be, nothing that is filled in can be kept. */
async function withoutDrafts(dataDir: string, work: () => Promise<void>): Promise<void> {
  const drafts = join(dataDir, 'drafts')
  renameSync(drafts, `${drafts}-aside`)
  writeFileSync(drafts, '')
  try {
    await work()
  } finally {
    rmSync(drafts)
    renameSync(`${drafts}-aside`, drafts)
  }
}
