import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { FaultMood } from '@signalen/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  OUTSIDE,
  type OutsideName,
  type OutsideServices,
  openOutsideServices,
} from '../lib/outside-services.ts'
import { expectMailed } from '../lib/report-checks.ts'
import { type AcknowledgedReport, newReport, postReport } from '../lib/report-writers.ts'
import { type Server, startServer } from '../lib/server.ts'
import { formOf, send } from '../lib/wire.ts'

const ADMINISTRATOR = 'beheerder@waterveste.example'
const PHOTO = readFileSync(join(import.meta.dirname, '..', '..', 'demo', 'photos', 'bicycle-wreck.jpg'))
const MOODS: readonly FaultMood[] = ['slow', 'hung', 'reset', 'lying']
/** Nobody who reports may wait for a service outside; on a busy machine a report takes a while by itself. */
const MOST_MILLISECONDS = 3000

let outside: OutsideServices
let server: Server
const acknowledged: AcknowledgedReport[] = []
/** Reports that were refused or had to wait. */
const troubles: string[] = []

beforeAll(async () => {
  outside = await openOutsideServices()
  server = await startServer({
    environment: {
      ...outside.environment,
      PUBLIC_RATE_LIMIT: 'off',
      OUTSIDE_REST_SECONDS: '0.5',
    },
  })
  // The first requests of a process are slow by themselves.
  acknowledged.push(await postReport(server.url, newReport()))
})

afterAll(async () => {
  await server.stop()
  server.remove()
  await outside.close()
})

/** Something that needs the service, and whether it had it. */
const USES: Readonly<Record<OutsideName, () => Promise<boolean>>> = {
  mail: async () => {
    await report()
    return true
  },
  addresses: async () => {
    const path = `/signals/v1/public/addresses?q=Lindenlaan${Math.random()}`
    return (await send(server.url, path)).status === 200
  },
  classification: async () => {
    const json = { text: 'Er ligt grofvuil naast de container' }
    const answer = await send(server.url, '/signals/category/prediction', { method: 'POST', json })
    return answer.status === 200
  },
  files: async () => {
    const { uuid } = await report()
    const form = formOf({ field: 'file', name: 'foto.jpg', type: 'image/jpeg', bytes: PHOTO })
    const path = `/signals/v1/public/signals/${uuid}/attachments`
    return (await send(server.url, path, { method: 'POST', ...form })).status === 201
  },
  identity: async () => {
    // A key that nobody knows makes that the provider is asked; whoever has a known one need not wait for that.
    await ask(await outside.issuer.tokenFor(ADMINISTRATOR, 'unknown'))
    return (await ask(await outside.issuer.tokenFor(ADMINISTRATOR))) === 200
  },
}

async function ask(token: string): Promise<number> {
  const path = '/signals/v1/private/signals?page_size=1'
  return (await send(server.url, path, { headers: { authorization: `Bearer ${token}` } })).status
}

async function report(): Promise<AcknowledgedReport> {
  const began = performance.now()
  try {
    const made = await postReport(server.url, newReport())
    acknowledged.push(made)
    return made
  } catch (error) {
    troubles.push(String(error))
    throw error
  } finally {
    const milliseconds = Math.round(performance.now() - began)
    if (milliseconds > MOST_MILLISECONDS) troubles.push(`a report took ${milliseconds} ms`)
  }
}

async function isLeftAlone(name: OutsideName): Promise<boolean> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  const value = new RegExp(`^signalen_breaker_open\\{service="${name}"\\} (\\d)$`, 'm').exec(metrics)?.[1]
  if (value === undefined) throw new Error(`the metrics do not tell of ${name}`)
  return value === '1'
}

/** Used all the time, several at once as by several people; reports are made meanwhile. */
async function untilLeftAlone(name: OutsideName): Promise<void> {
  const state = { isDone: false }
  const users = Array.from({ length: 2 }, async () => {
    while (!state.isDone) {
      await USES[name]().catch(() => false)
      await delay(250)
    }
  })
  try {
    await expect.poll(() => isLeftAlone(name), { timeout: 60_000, interval: 100 }).toBe(true)
    await report()
  } finally {
    state.isDone = true
    await Promise.all(users)
  }
  expect(troubles).toEqual([])
}

async function expectEachTime(name: OutsideName, isUsed: boolean): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) expect(await USES[name]()).toBe(isUsed)
}

async function untilUsed(name: OutsideName): Promise<void> {
  const isUsed = async () => (await USES[name]()) && !(await isLeftAlone(name))
  await expect.poll(isUsed, { timeout: 60_000, interval: 200 }).toBe(true)
}

describe('services outside that are in trouble', () => {
  test('all at once: reports are taken, each is left alone, and used again when it is back', async () => {
    for (const name of OUTSIDE) outside.setMood(name, 'reset')
    await Promise.all(OUTSIDE.map(untilLeftAlone))
    for (const name of OUTSIDE) outside.setMood(name, 'well')
    await Promise.all(OUTSIDE.map(untilUsed))
    expect(troubles).toEqual([])
  })

  describe.skipIf(!process.env.LONG).each(OUTSIDE)('%s', (name) => {
    test.each(MOODS)(
      '%s: reports are taken, and it is used again when it is back',
      async (mood) => {
        outside.setMood(name, mood)
        if (mood === 'slow') await expectEachTime(name, true)
        // What it says of deleting sounds right, so that it is not left alone; but it is not believed to keep anything.
        else if (name === 'files' && mood === 'lying') await expectEachTime(name, false)
        else await untilLeftAlone(name)
        outside.setMood(name, 'well')
        await untilUsed(name)
        expect(troubles).toEqual([])
      },
      180_000,
    )
  })

  test.skipIf(!process.env.LONG)(
    'every mail went out in the end',
    () => expectMailed(outside.mailServer, acknowledged, 180_000),
    200_000,
  )
})
