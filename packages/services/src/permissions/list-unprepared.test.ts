import { describeEachDatabase } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { ensurePermissionCatalogue } from './ensure-permission-catalogue.ts'
import { listUnprepared } from './list-unprepared.ts'

describeEachDatabase('a municipality that does not know all permissions', (database) => {
  beforeEach(async () => {
    await database.reset()
    await database.municipality.transaction((trx) => ensurePermissionCatalogue(trx))
  })

  async function listKeys(): Promise<string[]> {
    return (await listUnprepared([database.municipality])).map(({ key }) => key)
  }

  it('is none that was prepared', async () => {
    expect(await listKeys()).toEqual([])
    expect(await listUnprepared([])).toEqual([])
  })

  it('is one that lacks some, or knows one by another name', async () => {
    const { kysely, key } = database.municipality
    const { id } = await kysely.selectFrom('permission').select('id').orderBy('id').executeTakeFirstOrThrow()
    await kysely.updateTable('permission').set({ name: 'Een oude naam' }).where('id', '=', id).execute()
    expect(await listKeys()).toEqual([key])
    await kysely.deleteFrom('permission').execute()
    expect(await listKeys()).toEqual([key])
  })
})
