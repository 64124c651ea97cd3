import { sql } from 'kysely'
import type { Database } from './connection/database.ts'

export interface Municipality {
  readonly key: string
  readonly hostNames: readonly string[]
}

export async function listMunicipalities(database: Database): Promise<Municipality[]> {
  const { rows } = await sql<{ key: string; hostNames: string[] }>`
    select municipality.key, coalesce(array_agg(host_name.name order by host_name.name)
      filter (where host_name.name is not null), '{}') as "hostNames"
    from signalen.municipality left join signalen.host_name on municipality_key = municipality.key
    group by municipality.key order by municipality.key`.execute(database.kysely)
  return rows
}

/**
 * The municipality that a request is for. An installation with one municipality serves it under every
 * name, so that it needs no configuration.
 */
export async function findMunicipalityByHost(database: Database, host: string): Promise<string | undefined> {
  const municipalities = await listMunicipalities(database)
  const name = host.toLowerCase().replace(/:\d+$/, '')
  const named = municipalities.find(({ hostNames }) => hostNames.includes(name))
  if (named) return named.key
  return municipalities.length === 1 ? municipalities[0]?.key : undefined
}

/** Needs the owner's rights. */
export async function updateHostNames(
  database: Database,
  key: string,
  hostNames: readonly string[],
): Promise<void> {
  const names = hostNames.map((name) => name.toLowerCase())
  await sql`
    with given as (select unnest(${names}::text[]) as name),
    gone as (
      delete from signalen.host_name
      where municipality_key = ${key} and name not in (select name from given)
    )
    insert into signalen.host_name (name, municipality_key)
    select name, ${key} from given where name not in (
      select name from signalen.host_name where municipality_key = ${key}
    )`.execute(database.kysely)
}
