import { describe, expect, it } from 'vitest'
import { findLongLocks } from './long-locks.ts'
import { readMigrations } from './migration-files.ts'
import { splitStatements } from './split-statements.ts'

/**
 * Those that would hold a lock for more than a second on 1,000,000 reports, and why they may: no version was
 * released before them, so nobody has that many reports yet when they run. A later one is not to be added here,
 * but to be written so that nobody waits.
 */
const BEFORE_THE_FIRST_RELEASE: Readonly<Record<string, readonly string[]>> = {
  '0006_search': ['signal'],
  '0007_suggestions': ['signal', 'signal_history'],
  '0008_performance': ['signal'],
  '0009_subscriptions': ['public_map_signal'],
  '0016_orders': ['signal'],
  '0019_cause': ['signal'],
  '0021_unscanned': ['attachment'],
  '0027_neighbourhood': ['signal'],
}

describe('statements of a migration', () => {
  it('end at semicolons, but not at those in texts, comments and functions', () => {
    const sql = `-- one; two
      insert into {{schema}}.a values ('x;y', 'it''s'); /* three; */
      create function f() returns trigger language plpgsql as $$ begin delete from signal; return null; end $$;
      select 1`
    const shapes = splitStatements(sql).map(({ shape }) => shape)
    expect(shapes).toHaveLength(3)
    expect(shapes[0]).toBe('insert into {{schema}}.a values ( , )')
    expect(shapes[1]).not.toContain('delete')
    expect(splitStatements(sql)[0]?.text).toMatch(/^insert into/)
  })
})

describe('a migration', () => {
  it.each([
    'create index signal_x_ix on {{schema}}.signal (source)',
    'create unique index if not exists x on {{schema}}.mail (uuid) where state is null',
    'alter table {{schema}}.signal add constraint c check (source is not null)',
    'alter table {{schema}}.reporter add constraint f foreign key (signal_id) references {{schema}}.signal (id)',
    'alter table {{schema}}.signal add column a text, add constraint u unique (a)',
    'alter table {{schema}}.signal alter column source type varchar(10)',
    'alter table {{schema}}.signal alter column source set not null',
    'alter table {{schema}}.signal add column u uuid not null default gen_random_uuid()',
    'alter table {{schema}}.signal add column l text generated always as (lower(source)) stored',
    "update {{schema}}.signal set source = 'x'",
    'delete from {{schema}}.mail where signal_id is null',
    'reindex table {{schema}}.signal',
    'lock table {{schema}}.signal in exclusive mode',
  ])('keeps others waiting by: %s', (sql) => expect(findLongLocks(sql)).toHaveLength(1))

  it.each([
    'create index concurrently signal_x_ix on {{schema}}.signal (source)',
    'create index department_x_ix on {{schema}}.department (code)',
    "alter table {{schema}}.signal add column a text not null default 'none'",
    'alter table {{schema}}.signal add constraint c check (source is not null) not valid',
    'alter table {{schema}}.signal validate constraint c',
    'alter table {{schema}}.signal drop column a',
    'alter table {{schema}}.signal add constraint u unique using index signal_u',
    'create table {{schema}}.mail (id integer); create index mail_ix on {{schema}}.mail (id)',
    'drop index {{schema}}.signal_priority_ix',
    'insert into {{schema}}.department (code) select source from {{schema}}.signal',
    'create function f() returns trigger language plpgsql as $$ begin update {{schema}}.signal set a = 1; end $$',
  ])('does not by: %s', (sql) => expect(findLongLocks(sql)).toEqual([]))

  it('of the product does not, but for those before the first release', async () => {
    const { municipality } = await readMigrations()
    const found = municipality.flatMap(({ name, sql }) => {
      const locks = findLongLocks(sql)
      return locks.length === 0 ? [] : [[name, [...new Set(locks.map(({ table }) => table))]] as const]
    })
    expect(Object.fromEntries(found)).toEqual(BEFORE_THE_FIRST_RELEASE)
  })
})
