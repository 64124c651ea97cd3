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

/** The page that opens without connection is kept in the language that was last read. */
async function refreshPage(registration: ServiceWorkerRegistration): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('melden-'))
  const kept = await caches.match('/zonder-verbinding')
  const [name] = names
  if (!registration.active || !name || !kept) return
  if (kept.headers.get('content-language') !== document.documentElement.lang) {
    await (await caches.open(name)).add('/zonder-verbinding')
  }
}

/** Asks the browser to send when there is a connection again, also when the page is closed by then. */
export async function askToSendLater(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  const sync = (registration as { sync?: { register(tag: string): Promise<void> } } | undefined)?.sync
  await sync?.register('melding').catch(() => {})
}
