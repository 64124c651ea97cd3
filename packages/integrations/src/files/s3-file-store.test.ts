import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { type FakeS3, openFakeS3, S3_KEYS, unzip } from '@signalen/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createS3ExportStore } from '../export-store/index.ts'
import {
  createLocalFileStore,
  createMovingFileStore,
  createS3Client,
  createS3FileStore,
  moveFiles,
  removeFromS3,
  type S3Options,
} from './index.ts'

const KEY = 'default/attachments/2026/11/24/a-b_c.jpg'
const PHOTO = Buffer.from('a photo')

describe('object storage', () => {
  let s3: FakeS3
  let dir = ''
  beforeEach(async () => {
    s3 = await openFakeS3()
    dir = await mkdtemp(join(tmpdir(), 'signalen-files-'))
  })
  afterEach(async () => {
    await s3.close()
    await rm(dir, { recursive: true, force: true })
  })

  function connect(options: Partial<S3Options> = {}) {
    const { endpoint, bucket } = s3
    return createS3Client({
      endpoint,
      bucket,
      region: 'nl-1',
      ...S3_KEYS,
      timeoutMilliseconds: 150,
      restMilliseconds: 200,
      ...options,
    })
  }

  it('gives back what it was given, under its municipality, and no more once it is deleted', async () => {
    const store = createS3FileStore(connect())
    await store.put(KEY, PHOTO, 'image/jpeg')
    expect(s3.objects.get(`files/${KEY}`)).toEqual({ bytes: PHOTO, type: 'image/jpeg' })
    const found = await store.get(KEY)
    expect(found?.size).toBe(PHOTO.length)
    expect(found && (await buffer(found.bytes))).toEqual(PHOTO)
    await store.delete(KEY)
    expect(await store.get(KEY)).toBeUndefined()
    await store.delete(KEY)
    await expect((async () => store.get('../secret'))()).rejects.toThrow('key')
  })

  it('tries again when it is busy for a moment', async () => {
    s3.setMood('down', 2)
    await createS3FileStore(connect()).put(KEY, PHOTO, 'image/jpeg')
    expect(s3.requests).toHaveLength(3)
    expect(s3.objects.size).toBe(1)
  })

  it('gives up soon when it hangs, is then left alone, and asked again later', async () => {
    const client = connect()
    const store = createS3FileStore(client)
    s3.setMood('hung')
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(store.get(KEY)).rejects.toMatchObject({ status: 503, headers: { 'retry-after': '60' } })
    }
    expect(client.isResting()).toBe(true)
    const asked = s3.requests.length
    await expect(store.get(KEY)).rejects.toMatchObject({ status: 503 })
    expect(s3.requests).toHaveLength(asked)
    s3.setMood('well')
    await new Promise((done) => setTimeout(done, 250))
    expect(await store.get(KEY)).toBeUndefined()
    expect(client.isResting()).toBe(false)
  })

  it('never takes half a file for a whole one', async () => {
    const store = createS3FileStore(connect())
    await store.put(KEY, Buffer.alloc(500_000, 1), 'image/jpeg')
    s3.setMood('cut')
    const found = await store.get(KEY)
    await expect(found && buffer(found.bytes)).rejects.toThrow()
  })

  it('tells a wrong bucket or key from a file that is not there', async () => {
    await expect(createS3FileStore(connect({ bucket: 'other' })).get(KEY)).rejects.toThrow('S3_BUCKET')
    const wrong = createS3FileStore(connect({ secretAccessKey: 'wrong' }))
    await expect(wrong.put(KEY, PHOTO, 'image/jpeg')).rejects.toThrow('refused (403)')
  })

  it('takes over the files of a municipality while they are in use', async () => {
    const folder = createLocalFileStore({ dir })
    for (const key of [KEY, 'default/icons/boom.svg', 'elders/attachments/x.png']) {
      await folder.put(key, Buffer.from(key), '')
    }
    await writeFile(join(dir, 'default', 'icons', 'half.svg.part'), 'half')
    const bucket = createS3FileStore(connect())
    const moving = createMovingFileStore(bucket, folder)
    const read = async (key: string) => {
      const file = await moving.get(key)
      return file && text(file.bytes)
    }
    expect(await read(KEY)).toBe(KEY)
    const request = { dir, municipality: 'default', to: bucket }
    expect(await moveFiles({ ...request, keep: true })).toMatchObject({ files: 2, passedOver: 1 })
    expect(await readdir(join(dir, 'default', 'icons'))).toContain('boom.svg')
    expect(await moveFiles({ ...request, keep: false })).toMatchObject({ files: 2, passedOver: 1 })
    expect(await readdir(join(dir, 'default', 'icons'))).toEqual(['half.svg.part'])
    expect([await read(KEY), await read('elders/attachments/x.png')]).toEqual([
      KEY,
      'elders/attachments/x.png',
    ])
    expect(s3.objects.get('files/default/icons/boom.svg')?.type).toBe('image/svg+xml')
    await moving.delete(KEY)
    expect(await moving.get(KEY)).toBeUndefined()
    s3.setMood('down')
    await expect(moveFiles({ ...request, municipality: 'elders', keep: false })).rejects.toThrow()
    expect(await folder.get('elders/attachments/x.png')).toBeDefined()
  })

  it('keeps exports whole, lists them over several pages and packs them', async () => {
    const client = connect()
    const store = createS3ExportStore({ client, environment: 'TEST' })
    expect(await store.list('2026/11/24')).toBeUndefined()
    for (const name of ['a', 'b', 'c']) {
      await store.write(`2026/11/24/${name}.csv`, Readable.from([name, ';', name]))
    }
    expect(await store.list('2026/11/24/')).toEqual(
      ['a', 'b', 'c'].map((name) => ({ name: `2026/11/24/${name}.csv`, size: 3 })),
    )
    await store.pack('2026/11/24/all.zip', [
      { name: '2026/11/24/a.csv', as: 'A.csv' },
      { name: '2026/11/24/c.csv', as: 'C.csv' },
    ])
    const zip = await store.read('2026/11/24/all.zip')
    expect(zip && (await unzip(await buffer(zip.bytes)))).toEqual({ 'A.csv': 'a;a', 'C.csv': 'c;c' })
    await store.delete('2026/11/24/a.csv')
    expect(await store.read('2026/11/24/a.csv')).toBeUndefined()
    await store.write('elders/2026/x.csv', Readable.from(['x']))
    expect(await removeFromS3(client, 'elders')).toBe(1)
    expect([...s3.objects.keys()].filter((key) => key.includes('elders'))).toEqual([])
  })
})
