import { createKeptReport, findOpenReport, isOutdated, type KeptReport } from './kept-report.ts'

const DATABASE = 'melding'
const STORE = 'reports'

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** One transaction; what `work` does in it happens wholly or not at all. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore, give: (result: Result) => void) => void,
): Promise<Result | undefined> {
  const database = await openDatabase()
  try {
    return await new Promise<Result | undefined>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      let result: Result | undefined
      transaction.oncomplete = () => resolve(result)
      transaction.onabort = () => reject(transaction.error)
      work(transaction.objectStore(STORE), (given) => {
        result = given
      })
    })
  } finally {
    database.close()
  }
}

/** Everything kept on this device, without what is too old, which is thrown away on the way. */
export async function listKeptReports(): Promise<KeptReport[]> {
  const reports = await inStore<KeptReport[]>('readwrite', (store, give) => {
    const request = store.getAll()
    request.onsuccess = () => {
      const all = request.result as KeptReport[]
      for (const report of all) if (isOutdated(report, Date.now())) store.delete(report.id)
      give(all.filter((report) => !isOutdated(report, Date.now())))
    }
  })
  return reports ?? []
}

/** Changes one report in one go, so that a page and the worker never undo each other. */
export function changeKeptReport(
  id: string,
  change: (report: KeptReport) => KeptReport,
): Promise<KeptReport | undefined> {
  return inStore<KeptReport>('readwrite', (store, give) => {
    const request = store.get(id)
    request.onsuccess = () => {
      if (request.result) put(store, change(request.result as KeptReport), give)
    }
  })
}

/** Changes the report that is being filled in; begins one when there is none. */
export function changeOpenReport(
  change: (report: KeptReport) => KeptReport,
): Promise<KeptReport | undefined> {
  return inStore<KeptReport>('readwrite', (store, give) => {
    const request = store.getAll()
    request.onsuccess = () => {
      const open = findOpenReport(request.result as KeptReport[])
      put(store, change(open ?? createKeptReport(createId(), Date.now())), give)
    }
  })
}

function put(store: IDBObjectStore, report: KeptReport, give: (report: KeptReport) => void): void {
  const changed = { ...report, changedAt: Date.now() }
  store.put(changed)
  give(changed)
}

export async function deleteKeptReport(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
}

/** The report that is being filled in is sent by the form, or cleared. */
export async function forgetOpenReport(): Promise<void> {
  const open = findOpenReport(await listKeptReports())
  if (open) await deleteKeptReport(open.id)
}

/** Nobody can guess it: 32 random bytes, written as the server writes them. */
export function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
