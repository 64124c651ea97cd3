import { type MunicipalityHandle, openDatabase } from '@signalen/database'
import { describeEachDatabase } from '@signalen/testkit/database'
import { beforeEach, expect, it } from 'vitest'
import { createCachedRead } from './reference-cache.ts'

describeEachDatabase(
  'reference data in memory',
  (database) => {
    let loads: number
    const readNames = createCachedRead(async (db: MunicipalityHandle) => {
      loads++
      const rows = await db.kysely.selectFrom('department').select('name').orderBy('id').execute()
      return rows.map(({ name }) => name)
    })
    const add = (db: MunicipalityHandle, name: string) =>
      db.kysely
        .insertInto('department')
        .values({ code: name.slice(0, 3), name })
        .execute()

    beforeEach(async () => {
      await database.reset()
      loads = 0
    })

    it('is read once, and again after any change of it', async () => {
      await add(database.municipality, 'Afval')
      expect(await readNames(database.municipality)).toEqual(['Afval'])
      expect(await readNames(database.municipality)).toEqual(['Afval'])
      expect(loads).toBe(1)
      await database.municipality.kysely.updateTable('department').set({ name: 'Groen' }).execute()
      expect(await readNames(database.municipality)).toEqual(['Groen'])
      expect(loads).toBe(2)
    })

    it('shows a change to its own transaction at once, and to nobody when it is undone', async () => {
      await add(database.municipality, 'Afval')
      await readNames(database.municipality)
      const undone = database.municipality.transaction(async (trx) => {
        await add(trx, 'Groen')
        expect(await readNames(trx)).toEqual(['Afval', 'Groen'])
        throw new Error('undone')
      })
      await expect(undone).rejects.toThrow('undone')
      expect(await readNames(database.municipality)).toEqual(['Afval'])
      await add(database.municipality, 'Water')
      expect(await readNames(database.municipality)).toEqual(['Afval', 'Water'])
    })

    it("is each municipality's own", async () => {
      const other = database.database.municipality('ander')
      await add(database.municipality, 'Afval')
      await add(other, 'Groen')
      for (let times = 0; times < 2; times++) {
        expect(await readNames(database.municipality)).toEqual(['Afval'])
        expect(await readNames(other)).toEqual(['Groen'])
      }
      expect(loads).toBe(2)
    })

    it('follows what another process changes', async ({ skip }) => {
      skip(database.kind === 'embedded', 'the embedded database has one process only')
      await add(database.municipality, 'Afval')
      await readNames(database.municipality)
      const elsewhere = await openDatabase(database.database.address)
      try {
        await add(elsewhere.municipality(database.municipality.key), 'Groen')
      } finally {
        await elsewhere.close()
      }
      expect(await readNames(database.municipality)).toEqual(['Afval', 'Groen'])
    })
  },
  { municipalities: ['default', 'ander'] },
)
