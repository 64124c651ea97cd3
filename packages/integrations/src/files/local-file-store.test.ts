import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalFileStore } from './local-file-store.ts'

describe('local file store', () => {
  let parent = ''
  let dir = ''
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'signalen-files-'))
    dir = join(parent, 'files')
    await writeFile(join(parent, 'secret'), 'of the operator')
  })
  afterAll(() => rm(parent, { recursive: true, force: true }))

  it('gives back what it was given, and no more once it is deleted', async () => {
    const store = createLocalFileStore({ dir })
    const bytes = Buffer.from('a photo')
    await store.put('default/attachments/2026/11/24/a-b_c.jpg', bytes, 'image/jpeg')
    const found = await store.get('default/attachments/2026/11/24/a-b_c.jpg')
    expect(found?.size).toBe(bytes.length)
    expect(found && (await buffer(found.bytes))).toEqual(bytes)
    await store.delete('default/attachments/2026/11/24/a-b_c.jpg')
    expect(await store.get('default/attachments/2026/11/24/a-b_c.jpg')).toBeUndefined()
    await store.delete('default/attachments/2026/11/24/a-b_c.jpg')
  })

  it('leaves nothing half written beside a file', async () => {
    const store = createLocalFileStore({ dir })
    await Promise.all(
      [1, 2, 3].map((n) => store.put('default/one/same.png', Buffer.alloc(100_000, n), 'image/png')),
    )
    expect(await readdir(join(dir, 'default', 'one'))).toEqual(['same.png'])
  })

  it.each([
    '../secret',
    'default/../../secret',
    '/etc/passwd',
    'default//x.png',
    'default/.hidden',
    'default/x.png/',
    'default\\..\\secret',
    'default/x\0.png',
    '',
    `${'a/'.repeat(300)}a`,
  ])('refuses the key %j', async (key) => {
    const store = createLocalFileStore({ dir })
    for (const attempt of [
      () => store.get(key),
      () => store.put(key, Buffer.from('x'), ''),
      () => store.delete(key),
    ]) {
      await expect((async () => attempt())()).rejects.toThrow('key')
    }
  })

  it('never reaches outside its folder, whatever the key', async () => {
    const store = createLocalFileStore({ dir })
    const part = fc.constantFrom('..', '.', '/', 'a', '%2e%2e', 'secret', '\\', '\0', '-')
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
        const found = await (async () => store.get(parts.join('')))().catch(() => undefined)
        expect(found).toBeUndefined()
      }),
    )
  })
})
