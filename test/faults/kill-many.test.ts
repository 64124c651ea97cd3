import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { describeMachine, writeFigureFile } from '../../bench/lib/figures.ts'
import { findPostgres, freePort, startPostgres } from '../../tools/lib/postgres.mjs'
import { startMailServer } from '../lib/mail-server.ts'
import { expectExactly, expectMailed } from '../lib/report-checks.ts'
import { CONFIG, startWriters } from '../lib/report-writers.ts'
import { type Server, startServer } from '../lib/server.ts'
import { startTokenIssuer } from '../lib/token-issuer.ts'

/** `KILLS=200 CHANGES=100000 WRITERS=16 LONG=1` is what the promise is held against. */
const KILLS = Number(process.env.KILLS ?? 20)
const CHANGES = Number(process.env.CHANGES ?? KILLS * 50)
const WRITERS = Number(process.env.WRITERS ?? 8)
const TIMEOUT = KILLS * 20_000 + CHANGES * 100 + 600_000
/** Mail that waits when the last process died is tried again with pauses. */
const MAIL_MILLISECONDS = 600_000

const VICTIMS = ['web', 'worker', 'database'] as const
type Victim = (typeof VICTIMS)[number]

const isPossible = !findPostgres().missing || process.env.CI !== undefined

describe.skipIf(!process.env.LONG || !isPossible)(
  'with web, worker and PostgreSQL as processes of their own',
  () => {
    test(
      `${KILLS} of them killed at random lose, double and halve nothing of ${CHANGES} acknowledged reports`,
      killManyTimes,
      TIMEOUT,
    )
  },
)

async function killManyTimes(): Promise<void> {
  const begin = performance.now()
  const [postgres, mailServer, issuer] = await Promise.all([
    openPostgres(),
    startMailServer(),
    startTokenIssuer(),
  ])
  const environment = {
    DATABASE_URL: postgres.url,
    SECRET: 'the same in every process of this installation',
    SMTP_URL: mailServer.url,
    OIDC_ISSUER: issuer.url,
    PUBLIC_RATE_LIMIT: 'off',
    ADDRESS_CHECK: 'off',
    OUTSIDE_REST_SECONDS: '1',
  }
  const processes = await startProcesses(environment, postgres.url)
  const killed: Record<Victim, number> = { web: 0, worker: 0, database: 0 }
  try {
    const token = await issuer.tokenFor('beheerder@waterveste.example')
    const writers = startWriters(processes.web.url, { count: WRITERS, token })
    for (let kill = 0; kill < KILLS; kill += 1) {
      await writers.untilAcknowledged(((kill + 1) * CHANGES) / (KILLS + 1))
      await delay(Math.random() * 200)
      const victim = VICTIMS[Math.floor(Math.random() * VICTIMS.length)] ?? 'web'
      killed[victim] += 1
      if (victim === 'database') {
        postgres.crash()
        postgres.restart()
      } else processes[victim] = await killAndStart(processes[victim], victim, environment)
      if (kill % 10 === 9) console.log(`${kill + 1} killed, ${writers.acknowledged.length} acknowledged`)
    }
    await writers.untilAcknowledged(CHANGES)
    await writers.finish()
    const mail = await expectMailed(mailServer, writers.acknowledged, MAIL_MILLISECONDS)
    for (const { stop, output } of Object.values(processes)) expect(await stop(), output()).toBe(0)
    await expectExactly({ databaseUrl: postgres.url }, writers.acknowledged)
    await tell({
      kills: killed,
      acknowledged: writers.acknowledged.length,
      requestsSentAgain: writers.repeated(),
      lost: 0,
      doubled: 0,
      half: 0,
      mailsDue: mail.due,
      mailsTwice: mail.twice,
      minutes: Math.round((performance.now() - begin) / 6000) / 10,
      writers: WRITERS,
    })
  } catch (error) {
    const said = Object.values(processes).map(({ output }) => output().slice(-4000))
    throw new Error(`the processes said:\n${said.join('\n')}`, { cause: error })
  } finally {
    for (const { kill, remove } of Object.values(processes)) {
      await kill()
      remove()
    }
    await Promise.all([mailServer.close(), issuer.close()])
    postgres.stop?.()
  }
}

type Environment = Readonly<Record<string, string>>

async function startProcesses(
  environment: Environment,
  migrationUrl: string,
): Promise<Record<'web' | 'worker', Server>> {
  const web = await startServer({
    configFile: CONFIG,
    environment: { ...environment, ROLE: 'web', DATABASE_MIGRATION_URL: migrationUrl },
  })
  return { web, worker: await startWorker(environment) }
}

async function startWorker(environment: Environment): Promise<Server> {
  const port = await freePort()
  return startServer({ port, environment: { ...environment, ROLE: 'worker', METRICS_PORT: String(port) } })
}

async function killAndStart(
  { kill, remove, port }: Server,
  role: 'web' | 'worker',
  environment: Environment,
): Promise<Server> {
  await kill()
  remove()
  return role === 'worker'
    ? startWorker(environment)
    : startServer({ port, environment: { ...environment, ROLE: 'web' } })
}

/** One that keeps what it confirmed. */
async function openPostgres() {
  const started = await startPostgres({ durable: true })
  const { url, crash, restart } = started
  if (!url || !crash || !restart) throw new Error(started.missing)
  return { ...started, url, crash, restart }
}

/** All that was looked for and not found stands in it as 0: what was found would have ended the test. */
async function tell(outcome: object): Promise<void> {
  console.log(JSON.stringify(outcome, null, 2))
  await writeFigureFile('kills', { ...describeMachine(), ...outcome })
}
