import { Readable } from 'node:stream'
import { createTestContext, describeEachDatabase, findRightsAnswers, openStaffApi } from '@signalen/testkit'
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

const FILES = {
  '2026/11/24/20261124_020000UTC.zip': 'vroeg',
  '2026/11/24/20261124_030000UTC.zip': 'laat',
  '2026/11/24/040000UTC_signals.csv': 'geen zip',
  '2026/11/25/20261125_000000UTC.zip': 'morgen',
}

describeEachDatabase('the files for the data warehouse', (database) => {
  async function openApi(exportStore: ExportStore | undefined, municipality?: string) {
    await database.reset()
    const { context } = createTestContext(database.municipality, { now: new Date('2026-11-24T23:30:00Z') })
    const changed = { ...context, exportStore, ...(municipality ? { municipality } : {}) }
    return { context: changed, api: await openStaffApi(changed) }
  }

  it('come in one zip, the newest of the day in UTC', async () => {
    const { api } = await openApi(storeWith(FILES))
    const { status, headers, body } = await api.ask('GET', '/private/csv/')
    expect([status, body]).toEqual([200, 'laat'])
    expect(headers['content-disposition']).toBe('attachment; filename="20261124_030000UTC.zip"')
    expect(headers['content-type']).toBe('application/zip')
  })

  it('are those of the municipality', async () => {
    const own = { 'beekdam/2026/11/24/20261124_020000UTC.zip': 'van Beekdam' }
    const { api } = await openApi(storeWith({ ...FILES, ...own }), 'beekdam')
    expect((await api.ask('GET', '/private/csv')).body).toBe('van Beekdam')
  })

  it.each([
    [undefined, 'Unconfigured Csv location'],
    [storeWith(undefined), 'Incorrect Csv folder'],
    [storeWith({ '2026/11/24/040000UTC_signals.csv': 'x' }), 'No Csv files in folder'],
  ])('are not there', async (store, detail) => {
    const { api } = await openApi(store)
    expect(await api.ask('GET', '/private/csv')).toMatchObject({ status: 404, body: { detail } })
  })

  it('are for those who may read and report', async () => {
    const { api, context } = await openApi(storeWith(FILES))
    const needs = ['sia_read', 'sia_signal_report']
    expect(await findRightsAnswers(api, context, { method: 'GET', path: '/private/csv', needs })).toEqual({
      anonymous: 401,
      without: [403, 403],
      with: 200,
    })
  })
})
