import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDraftId, createDraftRepository } from './draft-repository.ts'
import type { DraftStore } from './draft-store.ts'
import { createFileDrafts } from './file-drafts.ts'
import { sealDrafts } from './sealed-drafts.ts'

const SECRET = 'a secret of at least thirty-two characters'
const HOUR = 3_600_000

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'signalen-drafts-'))
}

test('a draft is kept, changed and forgotten', async () => {
  const drafts = createDraftRepository(sealDrafts(createFileDrafts({ dir: folder() }), SECRET))
  const id = createDraftId()
  expect(await drafts.find(id)).toBeUndefined()
  const { key } = await drafts.change(id, (draft) => ({ ...draft, text: 'Een kapotte bank' }))
  expect(await drafts.find(id)).toMatchObject({ text: 'Een kapotte bank', key })
  await drafts.addPhoto(id, 'foto', Buffer.from('beeld'))
  await drafts.change(id, (draft) => ({
    ...draft,
    photos: [{ id: 'foto', name: 'a.jpg', type: 'image/jpeg', size: 5 }],
  }))
  expect(Buffer.from((await drafts.findPhoto(id, 'foto')) ?? []).toString()).toBe('beeld')
  await drafts.discard(id)
  expect(await drafts.find(id)).toBeUndefined()
  expect(await drafts.findPhoto(id, 'foto')).toBeUndefined()
})

test('what lies on disk tells nothing, not even whose it is', async () => {
  const dir = folder()
  const drafts = createDraftRepository(sealDrafts(createFileDrafts({ dir }), SECRET))
  const id = createDraftId()
  await drafts.change(id, (draft) => ({ ...draft, text: 'Een geheim verhaal' }))
  const [name = '', ...others] = readdirSync(dir)
  expect(others).toEqual([])
  expect(name).not.toContain(id)
  expect(readFileSync(join(dir, name)).toString('latin1')).not.toMatch(/geheim|text/)
})

test('with another secret, or damaged, there is no draft', async () => {
  const kept = new Map<string, Uint8Array>()
  const store: DraftStore = {
    get: async (name) => kept.get(name),
    set: async (name, content) => void kept.set(name, content),
    delete: async (name) => void kept.delete(name),
  }
  const sealed = sealDrafts(store, SECRET)
  await sealed.set('id', Buffer.from('inhoud'))
  const [name = '', content = new Uint8Array()] = [...kept][0] ?? []
  kept.set(name, Uint8Array.from(content).with(-1, ((content.at(-1) ?? 0) + 1) % 256))
  expect(await sealed.get('id')).toBeUndefined()
  kept.set(name, content.slice(0, 20))
  expect(await sealed.get('id')).toBeUndefined()
  kept.set(name, content)
  expect(await sealDrafts(store, `${SECRET}!`).get('id')).toBeUndefined()
  expect(await sealed.get('id')).toBeDefined()
})

test('after a day a draft is gone, from the disk too', async () => {
  const dir = folder()
  let now = Date.now()
  const drafts = createFileDrafts({ dir, now: () => now })
  await drafts.set('oud', Buffer.from('1'))
  now += 25 * HOUR
  expect(await drafts.get('oud')).toBeUndefined()
  await drafts.sweep()
  expect(readdirSync(dir)).toEqual([])
})

test('a name cannot lead out of the folder', async () => {
  const drafts = createFileDrafts({ dir: folder() })
  await expect(drafts.get('../passwd')).rejects.toThrow()
})

test('changes at the same moment are all kept', async () => {
  const drafts = createDraftRepository(sealDrafts(createFileDrafts({ dir: folder() }), SECRET))
  const id = createDraftId()
  const letters = [...'abcdefghij']
  await Promise.all(
    letters.map((letter) => drafts.change(id, (draft) => ({ ...draft, text: draft.text + letter }))),
  )
  expect([...((await drafts.find(id))?.text ?? '')].sort()).toEqual(letters)
})

test('a change that fails leaves the draft as it was, and the next one goes on', async () => {
  const drafts = createDraftRepository(sealDrafts(createFileDrafts({ dir: folder() }), SECRET))
  const id = createDraftId()
  await drafts.change(id, (draft) => ({ ...draft, text: 'een' }))
  const failed = drafts.change(id, () => Promise.reject(new Error('stuk')))
  const next = drafts.change(id, (draft) => ({ ...draft, text: `${draft.text} twee` }))
  await expect(failed).rejects.toThrow('stuk')
  expect((await next).text).toBe('een twee')
})
