import type { MunicipalityHandle } from '@signalen/database'
import { PERMISSION_CODES, PERMISSIONS } from '@signalen/domain'
import { sql } from 'kysely'

/**
 * Of these municipalities the ones that do not know all permissions of this version yet: after an upgrade all,
 * and else none, which one question tells for any number of them.
 */
export async function listUnprepared(
  municipalities: readonly MunicipalityHandle[],
): Promise<readonly MunicipalityHandle[]> {
  const [first] = municipalities
  if (!first) return []
  const names = PERMISSION_CODES.map((code) => PERMISSIONS[code].name)
  const counts = municipalities.map(
    (db) => sql`select ${db.key}::text as key, (
      select count(*) from ${db.table('permission')} p join known on known.codename = p.codename and known.name = p.name
    )::integer as known`,
  )
  const { rows } = await sql<{ key: string; known: number }>`
    with known as materialized (
      select * from unnest(${[...PERMISSION_CODES]}::text[], ${names}::text[]) as known (codename, name)
    )
    ${sql.join(counts, sql` union all `)}`.execute(first.kysely)
  const prepared = new Set(
    rows.filter(({ known }) => known === PERMISSION_CODES.length).map(({ key }) => key),
  )
  return municipalities.filter(({ key }) => !prepared.has(key))
}
