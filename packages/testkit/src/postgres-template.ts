import { migrate, migratedTemplateKey, openDatabase } from '@signalen/database'
import pg from 'pg'

const LOCK_NUMBER = 5_106_213_402
const STALE_AFTER_MS = 6 * 60 * 60 * 1_000

/** Copies a migrated database within the server, which takes a fraction of migrating one. */
export async function createPostgresFromTemplate(
  adminUrl: string,
  name: string,
  municipalities: readonly string[],
): Promise<string> {
  const template = `signalen_template_${await migratedTemplateKey(municipalities)}`
  await withAdmin(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [LOCK_NUMBER])
    await dropStale(admin)
    if (!(await hasDatabase(admin, template)))
      await buildTemplate(admin, { adminUrl, template, municipalities })
    await admin.query(`create database ${name} template ${template}`)
  })
  return withDatabaseName(adminUrl, name)
}

export async function createEmptyPostgres(adminUrl: string, name: string): Promise<string> {
  await withAdmin(adminUrl, async (admin) => {
    await admin.query(`create database ${name}`)
  })
  return withDatabaseName(adminUrl, name)
}

export function dropPostgres(adminUrl: string, name: string): Promise<void> {
  return withAdmin(adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`)
  })
}

export function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** The lock of the session, if it took one, ends with it. */
async function withAdmin(adminUrl: string, run: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await run(admin)
  } finally {
    await admin.end()
  }
}

async function buildTemplate(
  admin: pg.Client,
  build: { adminUrl: string; template: string; municipalities: readonly string[] },
): Promise<void> {
  const { adminUrl, template, municipalities } = build
  const aside = 'signalen_template_building'
  await admin.query(`drop database if exists ${aside} with (force)`)
  await admin.query(`create database ${aside}`)
  const database = await openDatabase({ databaseUrl: withDatabaseName(adminUrl, aside), poolSize: 1 })
  try {
    await migrate(database, { municipalities })
  } finally {
    await database.close()
  }
  await admin.query(`comment on database ${aside} is '${Date.now()}'`)
  await admin.query(`alter database ${aside} rename to ${template}`)
}

async function hasDatabase(admin: pg.Client, name: string): Promise<boolean> {
  const { rows } = await admin.query('select 1 from pg_database where datname = $1', [name])
  return rows.length > 0
}

/** What broken-off test runs and changed migrations left behind. */
async function dropStale(admin: pg.Client): Promise<void> {
  const { rows } = await admin.query<{ name: string; madeAt: string | null }>(
    `select datname as name, coalesce(shobj_description(oid, 'pg_database'), '') as "madeAt"
     from pg_database where datname like 'signalen\\_test\\_%' or datname like 'signalen\\_template\\_%'`,
  )
  for (const { name, madeAt } of rows) {
    const stamp = name.startsWith('signalen_test_')
      ? Number.parseInt(name.split('_')[2] ?? '', 36)
      : Number(madeAt)
    if (stamp < Date.now() - STALE_AFTER_MS) await admin.query(`drop database if exists ${name} with (force)`)
  }
}
