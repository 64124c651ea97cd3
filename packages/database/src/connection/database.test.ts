import { describeEachDatabase } from '@signalen/testkit/database'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createDepartment } from './test-data.ts'

describeEachDatabase(
  'a database',
  (context) => {
    it('keeps two municipalities apart', async () => {
      const [here, there] = ['alderwijk', 'beekdam'].map((key) => context.database.municipality(key))
      if (!here || !there) throw new Error('Two municipalities are expected.')
      await createDepartment(here, 'AAA')
      await createDepartment(there, 'BBB')

      const codes = (handle: typeof here) => handle.kysely.selectFrom('department').select('code').execute()
      expect(await codes(here)).toEqual([{ code: 'AAA' }])
      expect(await codes(there)).toEqual([{ code: 'BBB' }])
    })

    it('names a table of the municipality in raw SQL', async () => {
      const { rows } = await sql<{ code: string }>`
        select code from ${context.municipality.table('department')}`.execute(context.municipality.kysely)
      expect(rows).toEqual([{ code: 'AAA' }])
    })

    it('writes all of a transaction or nothing', async () => {
      await context.reset()
      const failing = context.municipality.transaction(async (trx) => {
        await createDepartment(trx, 'CCC')
        throw new Error('after the first row')
      })
      await expect(failing).rejects.toThrow('after the first row')
      expect(await listCodes()).toEqual([])

      await context.municipality.transaction((trx) => createDepartment(trx, 'DDD'))
      expect(await listCodes()).toEqual(['DDD'])
    })

    it('undoes only the inner transaction when that one fails', async () => {
      await context.reset()
      await context.municipality.transaction(async (trx) => {
        await createDepartment(trx, 'OUT')
        const inner = trx.transaction(async (nested) => {
          await createDepartment(nested, 'INN')
          throw new Error('inner')
        })
        await expect(inner).rejects.toThrow('inner')
        await trx.transaction((nested) => createDepartment(nested, 'TWO'))
      })
      expect(await listCodes()).toEqual(['OUT', 'TWO'])
    })

    it('goes on after a statement that failed', async () => {
      await expect(context.database.pool.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
      await expect(context.database.pool.query('not sql')).rejects.toMatchObject({ code: '42601' })
      expect((await context.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    })

    it('refuses a query outside the open transaction at once', async () => {
      const startedAt = Date.now()
      const mixed = context.municipality.transaction(async (trx) => {
        await createDepartment(trx, 'EEE')
        await listCodes()
      })
      await expect(mixed).rejects.toMatchObject({ code: 'query-outside-transaction' })
      expect(Date.now() - startedAt).toBeLessThan(1_000)
    })

    it('refuses the same of a plain query on the pool', async () => {
      const mixed = context.municipality.transaction(() => context.database.pool.query('select 1'))
      await expect(mixed).rejects.toMatchObject({ code: 'query-outside-transaction' })
    })

    it('lets go of the transaction afterwards', async () => {
      await context.reset()
      await context.municipality.transaction((trx) => createDepartment(trx, 'FFF'))
      expect(await listCodes()).toEqual(['FFF'])
    })

    it('opens transactions through the handle only, where they are watched', async () => {
      const direct = context.municipality.kysely.transaction().execute(async () => 'done')
      await expect(direct).rejects.toMatchObject({ code: 'transaction-not-opened-by-handle' })
      expect((await context.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    })

    it('gives numbers for bigint and text for a date', async () => {
      const { rows } = await context.database.pool.query(`
        select count(*) as count, date '2024-03-31' as day, current_setting('timezone') as zone,
          timestamptz '2024-03-31 02:30:00+02' as moment`)
      expect(rows).toEqual([
        { count: 1, day: '2024-03-31', zone: 'UTC', moment: new Date('2024-03-31T00:30:00Z') },
      ])
      await expect(context.database.pool.query('select 9007199254740993::bigint')).rejects.toThrow(
        'does not fit',
      )
      expect((await context.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    })

    it('has the extensions in public', async () => {
      const { rows } = await context.database.pool.query(`
        select public.st_astext(public.st_point(4.9, 52.4)) as place, public.unaccent('été') as plain,
          'straat' operator(public.%) 'straten' as alike, to_tsvector('dutch', 'lantaarnpalen') as words`)
      expect(rows).toEqual([
        { place: 'POINT(4.9 52.4)', plain: 'ete', alike: true, words: "'lantaarnpal':1" },
      ])
    })

    it('moves a large answer whole', async () => {
      const { rows } = await context.database.pool.query(
        `select number, repeat('x', 1000) as filler from generate_series(1, 3000) as number`,
      )
      expect(rows).toHaveLength(3_000)
      expect(rows.every(({ filler }) => filler.length === 1_000)).toBe(true)
    })

    it('answers many askers at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, n) => context.database.pool.query('select $1::int as n', [n])),
      )
      expect(answers.map(({ rows }) => rows[0].n)).toEqual(Array.from({ length: 200 }, (_, n) => n))
    })

    async function listCodes(): Promise<string[]> {
      const rows = await context.municipality.kysely
        .selectFrom('department')
        .select('code')
        .orderBy('code')
        .execute()
      return rows.map(({ code }) => code)
    }
  },
  { municipalities: ['alderwijk', 'beekdam'] },
)
