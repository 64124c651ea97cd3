import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { describeEachDatabase } from '@signalen/testkit/database'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../connection/database.ts'
import { listMunicipalities } from '../municipalities.ts'
import { checkVersion } from './check-version.ts'
import { migrate } from './migrate.ts'
import { type Migration, type MigrationSet, readMigrations } from './migration-files.ts'

const FIRST: MigrationSet = {
  control: (await readMigrations()).control,
  municipality: [migration(1, 'tree', 'create table {{schema}}.tree (name text not null)')],
}
const SECOND: MigrationSet = {
  ...FIRST,
  municipality: [
    ...FIRST.municipality,
    migration(2, 'height', 'alter table {{schema}}.tree add column height integer'),
  ],
}

describeEachDatabase(
  'migrating',
  (context) => {
    it('refuses to go on with an empty database when nobody may change it', async () => {
      await expect(checkVersion(context.database, FIRST)).rejects.toMatchObject({
        code: 'older-database',
        message: expect.stringContaining('run "signalen migrate"'),
      })
    })

    it('makes an empty database ready for one municipality when none is named', async () => {
      const { applied } = await migrate(context.database, { migrations: FIRST })
      expect(applied).toEqual([...FIRST.control.map(({ name }) => name), 'default: 0001_tree'])
      await checkVersion(context.database, FIRST)
      expect(await listColumns('municipality_default')).toEqual(['name'])
    })

    it('does nothing the second time', async () => {
      expect(await migrate(context.database, { migrations: FIRST })).toEqual({ applied: [] })
    })

    it('makes a municipality that is added later, and leaves the others', async () => {
      const municipalities = ['default', 'beekdam']
      const { applied } = await migrate(context.database, { migrations: FIRST, municipalities })
      expect(applied).toEqual(['beekdam: 0001_tree'])
    })

    it('keeps what a municipality has when a later migration fails, and none of that migration', async () => {
      const broken = { ...FIRST, municipality: [...FIRST.municipality, migration(2, 'broken', BROKEN_SQL)] }
      await expect(migrate(context.database, { migrations: broken })).rejects.toThrow(
        'The migration 0002_broken failed for beekdam.',
      )
      expect(await listColumns('municipality_beekdam')).toEqual(['name'])
    })

    it('says that the database is older than the code', async () => {
      await expect(checkVersion(context.database, SECOND)).rejects.toMatchObject({
        code: 'older-database',
        message: expect.stringContaining('it lacks 0002_height'),
      })
    })

    it('brings every municipality along, without being told their names', async () => {
      const { applied } = await migrate(context.database, { migrations: SECOND })
      expect(applied).toEqual(['beekdam: 0002_height', 'default: 0002_height'])
      expect(await listColumns('municipality_default')).toEqual(['height', 'name'])
      await checkVersion(context.database, SECOND)
    })

    it('refuses a database that is newer than the code, and touches nothing', async () => {
      const refusal = {
        code: 'newer-database',
        message: expect.stringMatching(/^The data is of a newer version of Signalen/),
      }
      await expect(
        migrate(context.database, { migrations: FIRST, municipalities: ['new'] }),
      ).rejects.toMatchObject(refusal)
      // An older process may start beside it, until a migration says that it cannot work with what there is.
      await checkVersion(context.database, FIRST)
      await context.database.pool.query(
        "update signalen.migration set name = name || '_breaks_older' where name = '0002_height'",
      )
      await expect(checkVersion(context.database, FIRST)).rejects.toMatchObject(refusal)
      await context.database.pool.query(
        "update signalen.migration set name = '0002_height' where name = '0002_height_breaks_older'",
      )
      expect((await listMunicipalities(context.database)).map(({ key }) => key)).toEqual([
        'beekdam',
        'default',
      ])
    })

    it('refuses a migration that was changed after it was applied', async () => {
      const [first, second] = SECOND.municipality
      if (!first || !second) throw new Error('Two migrations are expected.')
      const changed = { ...SECOND, municipality: [migration(1, 'tree', `${first.sql} -- changed`), second] }
      await expect(migrate(context.database, { migrations: changed })).rejects.toMatchObject({
        code: 'changed-migration',
        message: expect.stringContaining('0001_tree'),
      })
    })

    it('refuses a key that cannot be a schema name', async () => {
      const municipalities = ['Drop; table']
      await expect(migrate(context.database, { migrations: SECOND, municipalities })).rejects.toMatchObject({
        code: 'unknown-municipality',
      })
      expect((await context.database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    })

    it.skipIf(context.kind === 'embedded')('lets one process at a time do it', async () => {
      const other = await openDatabase(context.database.address)
      try {
        const outcomes = await Promise.all([
          migrate(context.database, { migrations: THIRD }),
          migrate(other, { migrations: THIRD }),
        ])
        expect(outcomes.map(({ applied }) => applied.length).toSorted()).toEqual([0, 2])
      } finally {
        await other.close()
      }
    })

    it('builds an index beside other work, when the migration asks for that', async () => {
      const { applied } = await migrate(context.database, { migrations: FOURTH })
      expect(applied).toEqual(expect.arrayContaining(['beekdam: 0004_beside', 'default: 0004_beside']))
      const { rows } = await context.database.pool.query(
        "select indisvalid from pg_index where indexrelid::regclass::text like '%tree_name_ix'",
      )
      expect(rows).toEqual([{ indisvalid: true }, { indisvalid: true }])
    })

    it.skipIf(context.kind === 'embedded')('holds nobody up while it cannot have a table', async () => {
      const other = await openDatabase(context.database.address)
      try {
        const reading = await other.pool.connect()
        await reading.query('begin; lock table municipality_default.tree in access share mode')
        const migrated = migrate(context.database, { migrations: FIFTH })
        await delay(300)
        const began = Date.now()
        await other.pool.query('select count(*) from municipality_default.tree')
        expect(Date.now() - began).toBeLessThan(1000)
        await reading.query('commit')
        reading.release()
        expect((await migrated).applied).toContain('default: 0005_bark')
      } finally {
        await other.close()
      }
    })

    async function listColumns(schema: string): Promise<string[]> {
      const { rows } = await context.database.pool.query<{ name: string }>(
        `select attname as name from pg_attribute
         where attrelid = ($1 || '.tree')::regclass and attnum > 0 order by attname`,
        [schema],
      )
      return rows.map(({ name }) => name)
    }
  },
  { isMigrated: false },
)

describe('the migrations of the product', () => {
  it('are numbered without gaps and name the schema by its placeholder', async () => {
    const { control, municipality } = await readMigrations()
    expect(control.length).toBeGreaterThan(0)
    for (const { sql } of municipality) {
      expect(sql).not.toMatch(/create (unique )?(table|type|view) (?!\{\{schema\}\}\.)/i)
    }
  })
})

const BESIDE_SQL = `-- outside a transaction
drop index concurrently if exists {{schema}}.tree_name_ix;
create index concurrently tree_name_ix on {{schema}}.tree (name);`
const BROKEN_SQL = 'alter table {{schema}}.tree add column width integer; select 1 / 0'
const SLOW_SQL = 'alter table {{schema}}.tree add column crown integer; select pg_sleep(0.3)'

const THIRD = addTo(SECOND, 'slow', SLOW_SQL)
const FOURTH = addTo(THIRD, 'beside', BESIDE_SQL)
const FIFTH = addTo(FOURTH, 'bark', 'alter table {{schema}}.tree add column bark text')

function addTo(set: MigrationSet, name: string, sql: string): MigrationSet {
  return { ...set, municipality: [...set.municipality, migration(set.municipality.length + 1, name, sql)] }
}

function migration(version: number, name: string, sql: string): Migration {
  return {
    version,
    name: `${String(version).padStart(4, '0')}_${name}`,
    checksum: createHash('sha256').update(sql).digest('hex'),
    sql,
  }
}
