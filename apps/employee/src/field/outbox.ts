import type { SignalDetail } from '@signalen/contract'
import { isConnected, subscribeToConnection } from '../api/connection.ts'
import { ConnectionLost, isConflict, listReasons, RequestRefused } from '../api/failures.ts'
import { read, request } from '../api/request.ts'
import { fetchSignal, signalPath } from '../api/signals.ts'
import type { Attachment } from '../api/wire.ts'
import { inStore } from './database.ts'

interface Kept {
  readonly signalId: number
  /** What it is about, in words. */
  readonly what: string
  readonly at: string
  /** Whose it is: nobody sends in the name of another. */
  readonly by: string
}

interface KeptChange extends Kept {
  readonly kind: 'change'
  readonly body: Readonly<Record<string, unknown>>
  /** The version that it was made on; absent for what only adds. */
  readonly ifMatch?: string | undefined
}

interface KeptFile extends Kept {
  readonly kind: 'file'
  readonly file: Blob
  readonly name: string
  readonly caption?: string | undefined
}

export type Outgoing = KeptChange | KeptFile

/** Why it was not taken, when it was not. */
export type Waiting = Outgoing & { readonly id: number; readonly refused?: 'conflict' | string }

const listeners = new Set<() => void>()
const sentListeners = new Set<(signalId: number) => void>()
let waiting: readonly Waiting[] = []
let isSending = false

export function subscribeToOutbox(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function readOutbox(): readonly Waiting[] {
  return waiting
}

export async function loadOutbox(): Promise<void> {
  waiting = await inStore<Waiting[]>('readonly', (store) => store.getAll()).catch(() => [])
  for (const listener of listeners) listener()
}

/** Keeps a change until there is a connection. */
export async function addOutgoing(outgoing: Outgoing): Promise<void> {
  await inStore('readwrite', (store) => store.add(outgoing))
  await loadOutbox()
}

export async function removeOutgoing(id: number): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
  await loadOutbox()
}

export async function clearOutbox(): Promise<void> {
  await inStore('readwrite', (store) => store.clear()).catch(() => undefined)
  await loadOutbox()
}

/** Once more what was refused; a conflict then overwrites, as the person saw what the other did. */
export async function sendAgain(id: number, by: string): Promise<void> {
  const one = waiting.find((each) => each.id === id)
  if (!one) return
  const { refused: _, ...again } = one
  await inStore('readwrite', (store) =>
    store.put(again.kind === 'change' ? { ...again, ifMatch: undefined } : again),
  )
  await loadOutbox()
  await sendOutbox(by)
}

/** In the order in which it was made; stops where there is no connection. */
export async function sendOutbox(by: string): Promise<void> {
  if (isSending || !isConnected()) return
  isSending = true
  try {
    for (const one of waiting.filter((each) => each.by === by && each.refused === undefined)) {
      await sendOne(one)
      for (const listener of sentListeners) listener(one.signalId)
    }
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
  } finally {
    isSending = false
  }
}

/** Calls back for each report that something was sent of; sends as soon as there is a connection again. */
export function keepSending(by: string, onSent: (signalId: number) => void): () => void {
  sentListeners.add(onSent)
  const send = () => void sendOutbox(by)
  const stop = subscribeToConnection(send)
  void loadOutbox().then(send)
  return () => {
    stop()
    sentListeners.delete(onSent)
  }
}

async function sendOne(one: Waiting): Promise<void> {
  try {
    await (one.kind === 'change' ? sendChange(one) : sendFile(one))
    await removeOutgoing(one.id)
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error
    await inStore('readwrite', (store) => store.put({ ...one, refused: describeRefusal(error) }))
    await loadOutbox()
  }
}

async function sendChange({ signalId, body, ifMatch, at, by }: KeptChange): Promise<void> {
  if (ifMatch === undefined && (await isNoteThere(signalId, { body, at, by }))) return
  await request<SignalDetail>(signalPath(signalId), { method: 'PATCH', body, ifMatch })
}

/** The answer to an earlier attempt may have been lost, while the note arrived. */
async function isNoteThere(
  signalId: number,
  { body, by }: Pick<KeptChange, 'body' | 'at' | 'by'>,
): Promise<boolean> {
  const [note] = (body.notes ?? []) as readonly { readonly text: string }[]
  if (!note) return false
  const { signal } = await fetchSignal(signalId)
  return signal.notes.some(({ text, created_by }) => text === note.text && created_by === by)
}

async function sendFile({ signalId, file, name, caption }: KeptFile): Promise<void> {
  const body = new FormData()
  body.append('file', file, name)
  const added = await read<Attachment>(signalPath(signalId, '/attachments/'), { method: 'POST', body })
  if (caption === undefined) return
  await read(new URL(added._links.self.href).pathname, { method: 'PATCH', body: { caption } })
}

function describeRefusal(error: RequestRefused): string {
  if (isConflict(error)) return 'conflict'
  return (
    listReasons(error.body)
      .map(({ message }) => message)
      .join(' ') || String(error.status)
  )
}
