import { randomUUID } from 'node:crypto'
import { createNoticeBoard, type Database } from '@signalen/database'
import { mergeNotices, type ServiceNotice } from '@signalen/domain'
import { type Log, MailRefused, type OutsideServices, Problem } from '@signalen/services'

export interface ServiceHealth extends OutsideServices {
  /** How asking a service ended: undefined when it answered. */
  notice(service: string, fault?: unknown): void
  close(): Promise<void>
}

export interface ServiceHealthParts {
  readonly database: Database
  readonly log: Log
  /** What this installation asks outside: told of even before anything is asked. */
  readonly names: readonly string[]
  /** By the name of the service, whether it is left alone for now. */
  readonly breakers: Readonly<Record<string, () => boolean>>
  /** Services that nothing else tells of in time, each with a small question. */
  readonly probes?: Readonly<Record<string, () => Promise<unknown>>> | undefined
}

const WRITE_EVERY_MILLISECONDS = 15_000
const PROBE_EVERY_MILLISECONDS = 60_000
const LONGEST_FAULT = 200
/** Goes before the host of a source of open data, each of which is a service of its own. */
export const OPEN_DATA = 'open-data '

type Known = Omit<ServiceNotice, 'isResting'>
const UNKNOWN = { failuresInARow: 0, lastSuccessAt: null, lastFailureAt: null, lastFault: null }

/** What the services outside answered last, here and in the other processes. */
export function createServiceHealth(parts: ServiceHealthParts): ServiceHealth {
  const board = createNoticeBoard(parts.database, randomUUID())
  const names = [...parts.names, ...Object.keys(parts.breakers)]
  const known = new Map<string, Known>(names.map((name) => [name, { name, ...UNKNOWN }]))
  let written = ''

  /** What comes with the product is not outside, though it is asked in the same way. */
  const isOutside = (name: string) => known.has(name) || name.startsWith(OPEN_DATA)

  function notice(name: string, fault?: unknown): void {
    if ((!isOutside(name) && !parts.probes?.[name]) || isRest(fault)) return
    const before = known.get(name) ?? { name, ...UNKNOWN }
    if (isAnswer(fault)) known.set(name, { ...before, failuresInARow: 0, lastSuccessAt: new Date() })
    else {
      const failuresInARow = before.failuresInARow + 1
      known.set(name, { ...before, failuresInARow, lastFailureAt: new Date(), lastFault: describe(fault) })
    }
  }

  const own = (): ServiceNotice[] =>
    [...known.values()].map((one) => ({ ...one, isResting: parts.breakers[one.name]?.() ?? false }))

  async function write(): Promise<void> {
    const now = own()
    const text = JSON.stringify(now)
    if (text === written) return
    await board.write(now)
    written = text
  }

  const quietly = (work: () => Promise<unknown>) => () => {
    work().catch((error: unknown) => parts.log.warn({ reason: describe(error) }, 'health of services'))
  }
  const probe = async () => {
    for (const [name, ask] of Object.entries(parts.probes ?? {})) {
      await ask().then(
        () => notice(name),
        (error: unknown) => notice(name, error),
      )
    }
  }
  const timers = [
    setInterval(quietly(write), WRITE_EVERY_MILLISECONDS),
    setInterval(quietly(probe), PROBE_EVERY_MILLISECONDS),
  ]
  for (const timer of timers) timer.unref()
  if (parts.probes) quietly(probe)()

  return {
    notice,
    list: async () => mergeNotices([...own(), ...(await board.readOthers())]),
    async close() {
      for (const timer of timers) clearInterval(timer)
    },
  }
}

/** A service that says no to what it was asked is there all the same. */
function isAnswer(fault: unknown): boolean {
  if (fault === undefined || fault instanceof MailRefused) return true
  return fault instanceof Problem && fault.status < 500
}

/** Nothing was asked, so nothing is known that was not known before. */
function isRest(fault: unknown): boolean {
  return fault instanceof Error && fault.name.endsWith('Resting')
}

function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown'
  const cause = fault.cause instanceof Error ? ` ${fault.cause.message}` : ''
  return `${fault.name}: ${fault.message}${cause}`.slice(0, LONGEST_FAULT)
}
