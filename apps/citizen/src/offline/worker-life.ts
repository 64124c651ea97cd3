const WORKER = '/service-worker.js'

/** Brings the worker after the page is done, where the municipality wants one; takes it away where not. */
export async function keepWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  if (document.documentElement.dataset.offline === undefined) return removeWorker()
  const registration = await navigator.serviceWorker.register(WORKER)
  await navigator.serviceWorker.ready
  await refreshPage(registration)
}

async function removeWorker(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    const own = registration.active?.scriptURL.endsWith(WORKER) ?? false
    if (own) await registration.unregister()
  }
  for (const name of await caches.keys()) if (name.startsWith('melden-')) await caches.delete(name)
}

const KEPT = ['/zonder-verbinding', '/zonder-verbinding/vragen'] as const
const REFRESHED_AFTER_MILLISECONDS = 24 * 3600_000

/** What opens without connection is kept in the language that was last read, with the subjects and questions of today. */
async function refreshPage(registration: ServiceWorkerRegistration): Promise<void> {
  const [name] = (await caches.keys()).filter((one) => one.startsWith('melden-'))
  if (!registration.active || !name) return
  const cache = await caches.open(name)
  for (const path of KEPT) if (!isFresh(await cache.match(path))) await cache.add(path)
}

function isFresh(kept: Response | undefined): boolean {
  if (!kept) return false
  // Other pages may be in another language than the form.
  const isForm = document.querySelector('form[data-step]') !== null
  if (isForm && kept.headers.get('content-language') !== document.documentElement.lang) return false
  const age = Date.now() - Date.parse(kept.headers.get('date') ?? '')
  return age < REFRESHED_AFTER_MILLISECONDS
}

/** Asks the browser to send when there is a connection again, also when the page is closed by then. */
export async function askToSendLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  const sync = (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync
  await sync?.register('melding').catch(() => {})
}
