import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { unzip } from '@signalen/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLocalExportStore } from './local-export-store.ts'

describe('the folder for exports', () => {
  let parent = ''
  let dir = ''
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'signalen-exports-'))
    dir = join(parent, 'exports')
    await writeFile(join(parent, 'secret.csv'), 'of the operator')
  })
  afterAll(() => rm(parent, { recursive: true, force: true }))

  const DAY = '2026/11/24'

  it('keeps files by day, and packs them under other names', async () => {
    const store = createLocalExportStore({ dir, environment: 'test' })
    expect(await store.list(DAY)).toBeUndefined()
    await store.write(`${DAY}/020000UTC_signals.csv`, Readable.from(['id\r\n', '1\r\n']))
    await store.write(`${DAY}/020000UTC_notes.csv`, Readable.from(['x'.repeat(300_000)]))
    await store.pack(`${DAY}/20261124_020000UTC.zip`, [
      { name: `${DAY}/020000UTC_signals.csv`, as: 'signals.csv' },
      { name: `${DAY}/020000UTC_notes.csv`, as: 'notes.csv' },
    ])
    expect((await store.list(DAY))?.map(({ name }) => name)).toEqual([
      `${DAY}/020000UTC_notes.csv`,
      `${DAY}/020000UTC_signals.csv`,
      `${DAY}/20261124_020000UTC.zip`,
    ])
    const zip = await store.read(`${DAY}/20261124_020000UTC.zip`)
    if (!zip) throw new Error('the zip is gone')
    const bytes = await buffer(zip.bytes)
    expect(zip.size).toBe(bytes.length)
    expect(unzip(bytes)).toEqual({ 'signals.csv': 'id\r\n1\r\n', 'notes.csv': 'x'.repeat(300_000) })
  })

  it('removes a file with its day, and leaves other days', async () => {
    const store = createLocalExportStore({ dir, environment: 'test' })
    await store.write('2025/01/31/a.csv', Readable.from(['old']))
    await store.write('2025/02/01/a.csv', Readable.from(['new']))
    await store.delete('2025/01/31/a.csv')
    await store.delete('2025/01/31/a.csv')
    expect(await store.list('2025/01')).toBeUndefined()
    const left = await store.read('2025/02/01/a.csv')
    expect(left && (await text(left.bytes))).toBe('new')
    expect(await store.read('2025/01/31/a.csv')).toBeUndefined()
  })

  it('leaves nothing of a file that broke off, and what was there before', async () => {
    const store = createLocalExportStore({ dir, environment: 'test' })
    await store.write('2024/01/01/a.csv', Readable.from(['whole']))
    await expect(store.write('2024/01/01/a.csv', Readable.from(breakOff()))).rejects.toThrow('no database')
    await expect(store.pack('2024/01/01/b.zip', [{ name: '2024/01/01/none.csv', as: 'x' }])).rejects.toThrow(
      'ENOENT',
    )
    expect(await readdir(join(dir, '2024/01/01'))).toEqual(['a.csv'])
    const kept = await store.read('2024/01/01/a.csv')
    expect(kept && (await text(kept.bytes))).toBe('whole')
  })

  it.each([
    '../secret.csv',
    '2026/../../secret.csv',
    '/etc/passwd',
    '2026//a.csv',
    '.a',
    'a/.b',
    'a\\..\\b',
    '',
  ])('refuses the name %j', async (name) => {
    const store = createLocalExportStore({ dir, environment: 'test' })
    await expect((async () => store.read(name))()).rejects.toThrow('a name')
    await expect((async () => store.delete(name))()).rejects.toThrow('a name')
    await expect((async () => store.write(name, Readable.from(['x'])))()).rejects.toThrow('a name')
  })
})

async function* breakOff(): AsyncGenerator<string> {
  yield 'half a line'
  throw new Error('no database')
}
