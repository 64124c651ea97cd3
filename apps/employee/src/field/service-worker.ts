/**
 * Opens the app without connection, with the reports that were taken along. It keeps the files of the app, and
 * answers of the API only when it is told to; with a connection the server always answers.
 */
interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

interface TakeEvent extends WorkerEvent {
  readonly data: {
    readonly kind: 'take'
    readonly files: readonly string[]
    readonly ids: readonly number[]
    /** More addresses of the API that the screens ask for. */
    readonly paths: readonly string[]
  }
  readonly ports: readonly MessagePort[]
}

interface WorkerEvents {
  readonly install: WorkerEvent
  readonly activate: WorkerEvent
  readonly fetch: FetchEvent
  readonly message: TakeEvent
}

/** The part of a service worker that is used here; the types of pages do not have it. */
interface Worker {
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ): void
}

const worker = self as unknown as Worker
const APP = 'field-app'
const REPORTS = 'field-reports'
const PAGE = '/manage/'
const API = '/signals/v1/private'
/** Says that an answer is an earlier one. */
const KEPT_HEADER = 'x-signalen-kept'

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  const { data, ports } = event
  event.waitUntil(
    take(data).then(
      () => ports[0]?.postMessage({ isDone: true }),
      () => ports[0]?.postMessage({ isDone: false }),
    ),
  )
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') return
  if (pathname.startsWith('/manage/assets/')) event.respondWith(findFile(request))
  else if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if ((pathname.startsWith('/signals/') && pathname !== `${API}/events`) || pathname === '/auth/session')
    event.respondWith(findAnswer(request))
})

async function take({ files, ids, paths }: TakeEvent['data']): Promise<void> {
  const app = await caches.open(APP)
  await app.addAll([PAGE, ...files])
  await caches.delete(REPORTS)
  const reports = await caches.open(REPORTS)
  await Promise.all([...COMMON, ...paths].map((path) => keep(reports, path)))
  // A few at a time: a phone outside has little to spare.
  for (const id of ids) await takeReport(reports, id)
}

const COMMON = [
  '/auth/session',
  `${API}/me/`,
  `${API}/me/preferences`,
  `${API}/categories/?page_size=1000`,
  `${API}/departments/?page_size=1000`,
]

async function takeReport(cache: Cache, id: number): Promise<void> {
  const one = `${API}/signals/${id}`
  const rest = ['', '/history/', '/context/', '/relations']
  await Promise.all(rest.map((path) => keep(cache, one + path)))
  const attachments = await keep(cache, `${one}/attachments/?page_size=100`)
  const { results } = (await attachments.json()) as {
    results: { location: string; thumbnail: string | null }[]
  }
  const photos = results.flatMap(({ location, thumbnail }) => [location, thumbnail ?? []].flat())
  // A photo that cannot be had leaves the report as it is.
  await Promise.allSettled(photos.map((photo) => keep(cache, photo)))
}

async function keep(cache: Cache, path: string): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`${answer.status}`)
  await cache.put(path, answer.clone())
  return answer
}

async function findFile(request: Request): Promise<Response> {
  const cache = await caches.open(APP)
  const kept = await cache.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

async function openPage(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const page = await caches.match(PAGE, { cacheName: APP })
    if (page) return page
    throw error
  }
}

async function findAnswer(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request, { cacheName: REPORTS, ignoreVary: true })
    if (!kept) throw error
    const headers = new Headers(kept.headers)
    headers.set(KEPT_HEADER, '1')
    return new Response(kept.body, { status: kept.status, headers })
  }
}
