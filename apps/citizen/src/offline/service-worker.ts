/**
 * Opens the form without connection, and sends what waits. It keeps files of the site and one page that is the
 * same for everyone; what people fill in stands in the browser's database and never in these caches.
 */
import { mergeFields } from './kept-report.ts'
import { changeOpenReport } from './report-store.ts'
import { sendWaiting } from './send-kept.ts'

interface WorkerConfig {
  readonly version: string
  readonly files: readonly string[]
  readonly page: string
  /** Where the questions of all categories are. */
  readonly questions: string
}

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface SyncEvent extends WorkerEvent {
  readonly tag: string
}

interface WorkerEvents {
  readonly install: WorkerEvent
  readonly activate: WorkerEvent
  readonly fetch: FetchEvent
  readonly sync: SyncEvent
}

/** The part of a service worker that is used here; the types of pages do not have it. */
interface Worker {
  readonly OFFLINE: WorkerConfig
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void
}

const worker = self as unknown as Worker
const { version, files, page, questions } = worker.OFFLINE
const PREFIX = 'melden-'
const CACHE = `${PREFIX}${version}`
/** With no answer for so long, someone can better go on without. */
const PATIENCE_MILLISECONDS = 20_000

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('sync', (event) => {
  if (event.tag === 'melding') event.waitUntil(sendWaiting(post, { changed: tellPages }))
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  const isForm = pathname === '/' || pathname === page || /^\/melden\/(?!stand\/)/.test(pathname)
  if (request.mode === 'navigate' && isForm) {
    event.respondWith(request.method === 'POST' ? postForm(request) : openPage(request))
  } else if (request.method === 'GET' && /^\/(assets|thema|logo)\//.test(pathname)) {
    event.respondWith(findFile(request))
  } else if (request.method === 'GET' && pathname === questions) {
    event.respondWith(openQuestions(request))
  }
})

async function install(): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.addAll([...files, page])
  const html = await (await cache.match(page))?.text()
  const looks = (html ?? '').matchAll(/"(\/(?:thema|logo)\/[\w-]+\.(?:css|svg|png))"/g)
  // A page may name a file more than once, and a cache takes each once only.
  await cache.addAll([...new Set(Array.from(looks, ([, file = '']) => file))])
  // A form without them is better than none.
  await cache.add(questions).catch(() => {})
  await worker.skipWaiting()
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name)
  }
  await worker.clients.claim()
}

async function findFile(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request)
}

async function openQuestions(request: Request): Promise<Response> {
  return fetch(request).catch(async () => (await caches.match(questions)) ?? Response.error())
}

async function openPage(request: Request): Promise<Response> {
  try {
    return await Promise.race([fetch(request), giveUp()])
  } catch {
    return (await caches.match(page)) ?? Response.error()
  }
}

function giveUp(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(reject, PATIENCE_MILLISECONDS, new Error('No answer')))
}

/** What cannot be sent now is kept, and the form goes on with it here. */
async function postForm(request: Request): Promise<Response> {
  const copy = request.clone()
  try {
    return await fetch(request)
  } catch {
    const form = await copy.formData()
    await changeOpenReport((report) => ({
      ...report,
      state: 'offline',
      fields: mergeFields(report.fields, form),
    }))
    return Response.redirect(page, 303)
  }
}

async function post(path: string, body: FormData | string) {
  const headers: HeadersInit = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const answer = await fetch(path, { method: 'POST', body, headers })
  return { status: answer.status, text: await answer.text() }
}

function tellPages(): void {
  new BroadcastChannel('melding').postMessage('changed')
}
