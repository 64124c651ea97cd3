/** What goes along into the field, in the browser's own database: one store for what waits to be sent. */
const NAME = 'signalen-field'
export const OUTBOX = 'outbox'

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore(OUTBOX, { keyPath: 'id', autoIncrement: true })
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return opened
}

/** Done when it is kept for good, not when it was asked. */
export async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(OUTBOX, mode)
    const asked = work(transaction.objectStore(OUTBOX))
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onabort = () => reject(transaction.error)
  })
}
