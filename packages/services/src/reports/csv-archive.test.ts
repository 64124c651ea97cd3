import { Readable } from 'node:stream'
import { createTestContext, describeEachDatabase, openStaffApi } from '@signalen/testkit'
import { expect, it } from 'vitest'
import type { ExportStore } from '../ports.ts'

function storeWith(files: Readonly<Record<string, string>> | undefined): ExportStore {
  const never = async () => {
    throw new Error('a download changes nothing')
  }
  return {
    environment: 'test',
    write: never,
    pack: never,
    delete: never,
    list: async (folder) =>
      files &&
      Object.entries(files)
        .filter(([name]) => name.startsWith(`${folder}/`))
        .map(([name, text]) => ({ name, size: text.length })),
    read: async (name) => {
      const text = files?.[name]
      return text === undefined ? undefined : { bytes: Readable.from([text]), size: text.length }
    },
  }
}

describeEachDatabase('the files for the data warehouse', (database) => {
  async function download(exportStore: ExportStore | undefined) {
    await database.reset()
    const { context } = createTestContext(database.municipality, { now: new Date('2026-11-24T23:30:00Z') })
    return (await openStaffApi({ ...context, exportStore })).ask('GET', '/private/csv/')
  }

  it('come in one zip, the newest of today on the local clock', async () => {
    const { status, headers, body } = await download(
      storeWith({
        '2026/11/25/020000UTC.zip': 'vroeg',
        '2026/11/25/030000UTC.zip': 'laat',
        '2026/11/25/040000UTC_signals.csv': 'geen zip',
        '2026/11/24/230000UTC.zip': 'gisteren',
      }),
    )
    expect([status, body]).toEqual([200, 'laat'])
    expect(headers['content-disposition']).toBe('attachment; filename="030000UTC.zip"')
    expect(headers['content-type']).toBe('application/zip')
  })

  it.each([
    [undefined, 'Unconfigured Csv location'],
    [storeWith(undefined), 'Incorrect Csv folder'],
    [storeWith({ '2026/11/25/a.csv': 'x' }), 'No Csv files in folder'],
  ])('are not there', async (store, detail) => {
    expect(await download(store)).toMatchObject({ status: 404, body: { detail } })
  })
})
