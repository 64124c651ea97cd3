import { useSyncExternalStore } from 'react'
import { clearOutbox } from './outbox.ts'

/** The reports that were taken along, and when. */
export interface TakenAlong {
  readonly ids: readonly number[]
  readonly at: string
  /** Who took them along: they are for nobody else. */
  readonly by: string
}

const KEEPS_MILLISECONDS = 24 * 3_600_000
const KEY = 'signalen-taken-along'
const WORKER = '/manage/service-worker.js'
const listeners = new Set<() => void>()

export function canTakeAlong(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window
}

/** From the first time that someone takes reports along, the app opens without connection as well. */
async function getWorker(): Promise<ServiceWorker> {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: '/manage/', type: 'module' })
  await navigator.serviceWorker.ready
  const { active } = registration
  if (!active) throw new Error('the worker is not there')
  return active
}

/** Has the worker fetch and keep everything that the screens of these reports ask for. */
export async function takeAlong(
  by: string,
  { ids, paths }: { readonly ids: readonly number[]; readonly paths: readonly string[] },
): Promise<void> {
  const worker = await getWorker()
  await Promise.all([
    import('../report/ReportPage.tsx'),
    import('./RoutePage.tsx'),
    import('../map/PlaceMap.tsx'),
  ])
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/manage/assets/'))
    .map(({ pathname }) => pathname)
  await ask(worker, { kind: 'take', files: [...new Set(files)], ids, paths })
  localStorage.setItem(KEY, JSON.stringify({ ids, at: new Date().toISOString(), by } satisfies TakenAlong))
  tell()
}

/** Nothing stays behind on the device: what was taken along, and what was not yet sent. */
export async function leaveBehind(): Promise<void> {
  await putDown()
  await clearOutbox()
}

/** Takes the reports off the device; what still has to be sent stays, for who made it. */
export async function putDown(): Promise<void> {
  localStorage.removeItem(KEY)
  tell()
  if (!canTakeAlong()) return
  for (const name of await caches.keys()) if (name.startsWith('field-')) await caches.delete(name)
}

/** For a working day; and whoever signs in next finds nothing. */
export async function putDownWhenOver(email: string, now = new Date()): Promise<void> {
  const taken = readTakenAlong()
  if (!taken) return
  const isOld = now.getTime() - new Date(taken.at).getTime() > KEEPS_MILLISECONDS
  if (taken.by !== email || isOld) await putDown()
}

function ask(worker: ServiceWorker, message: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<{ readonly isDone: boolean }>) =>
      data.isDone ? resolve() : reject(new Error('not everything could be fetched'))
    worker.postMessage(message, [port2])
  })
}

function tell(): void {
  known = undefined
  for (const listener of listeners) listener()
}

let known: { readonly value: TakenAlong | undefined } | undefined

export function readTakenAlong(): TakenAlong | undefined {
  known ??= { value: parse(localStorage.getItem(KEY)) }
  return known.value
}

function parse(text: string | null): TakenAlong | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return typeof kept === 'object' && kept !== null && 'ids' in kept ? (kept as TakenAlong) : undefined
  } catch {
    return undefined
  }
}

export function isTakenAlong(id: number): boolean {
  return readTakenAlong()?.ids.includes(id) ?? false
}

export function useTakenAlong(): TakenAlong | undefined {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, readTakenAlong)
}
