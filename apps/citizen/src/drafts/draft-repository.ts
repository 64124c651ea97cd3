import { randomBytes, randomUUID } from 'node:crypto'
import { createDraft, type Draft } from './draft.ts'
import type { DraftStore } from './draft-store.ts'

export interface DraftRepository {
  find(id: string): Promise<Draft | undefined>
  /** Changes a draft, one change after the other; makes it when it is not there. */
  change(id: string, change: (draft: Draft) => Draft | Promise<Draft>): Promise<Draft>
  addPhoto(id: string, photoId: string, bytes: Uint8Array): Promise<void>
  findPhoto(id: string, photoId: string): Promise<Uint8Array | undefined>
  removePhoto(id: string, photoId: string): Promise<void>
  discard(id: string): Promise<void>
}

/** Only the reporter's browser holds it. */
export function createDraftId(): string {
  return randomBytes(32).toString('base64url')
}

export function isDraftId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{43}$/.test(value)
}

export function createDraftRepository(store: DraftStore): DraftRepository {
  const inTurn = createTurns()
  const photoName = (id: string, photoId: string) => `${id} photo ${photoId}`

  async function find(id: string): Promise<Draft | undefined> {
    const bytes = await store.get(id)
    return bytes && readDraft(bytes)
  }

  return {
    find,
    change: (id, change) =>
      inTurn(id, async () => {
        const changed = await change((await find(id)) ?? createDraft(randomUUID()))
        await store.set(id, Buffer.from(JSON.stringify(changed)))
        return changed
      }),
    addPhoto: (id, photoId, bytes) => store.set(photoName(id, photoId), bytes),
    findPhoto: (id, photoId) => store.get(photoName(id, photoId)),
    removePhoto: (id, photoId) => store.delete(photoName(id, photoId)),
    async discard(id) {
      const draft = await find(id)
      const photos = [...(draft?.photos ?? []), ...(draft?.sent?.failedPhotos ?? [])]
      for (const photo of photos) await store.delete(photoName(id, photo.id))
      await store.delete(id)
    },
  }
}

/** A draft of an older version of this program lacks what was added since. */
function readDraft(bytes: Uint8Array): Draft {
  return { ...createDraft(randomUUID()), ...(JSON.parse(Buffer.from(bytes).toString()) as Draft) }
}

/** Two tabs, or a double click: what belongs to one draft happens one after the other. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return async function inTurn<Result>(id: string, work: () => Promise<Result>): Promise<Result> {
    const before = last.get(id) ?? Promise.resolve()
    const turn = before.then(work, work)
    last.set(id, turn)
    try {
      return await turn
    } finally {
      if (last.get(id) === turn) last.delete(id)
    }
  }
}
