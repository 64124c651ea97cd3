import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, isSameJson } from '@signalen/domain'
import { sql } from 'kysely'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'

/** Where reports come from. */
export interface WrittenSource {
  /** Null for a new one. */
  readonly id: number | null
  readonly name: string
  readonly description: string
  readonly isActive: boolean
  /** Staff can choose it. */
  readonly canBeSelected: boolean
  /** For reports by the public site. */
  readonly isPublic: boolean
}

/** In the order in which they are offered. */
export async function readSources(db: MunicipalityHandle): Promise<WrittenSource[]> {
  return db.kysely
    .selectFrom('source')
    .select([
      'id',
      'name',
      'description',
      'is_active as isActive',
      'can_be_selected as canBeSelected',
      'is_public as isPublic',
    ])
    .orderBy(sql`"order" asc nulls last`)
    .orderBy(sql`name collate "C"`)
    .execute()
}

/** All sources as they become. One that is there cannot go, as reports name it; it can be no longer used. */
export async function saveSources(
  context: Context,
  actor: Actor,
  given: readonly WrittenSource[],
): Promise<WrittenSource[]> {
  requireUsable(context, given)
  return context.db.transaction(async (db) => {
    const before = await readSources(db)
    const ids = new Set(given.flatMap(({ id }) => id ?? []))
    const isWhole = before.every(({ id }) => id !== null && ids.has(id)) && ids.size === before.length
    if (!isWhole) throw invalid({ sources: ['De bronnen zijn ondertussen gewijzigd. Haal ze opnieuw op.'] })
    // So that two can change names with each other.
    await sql`update ${db.table('source')} set name = id::text || ' ' || gen_random_uuid()`.execute(db.kysely)
    for (const [index, source] of given.entries()) await writeSource(db, source, index + 1)
    const after = await readSources(db)
    if (!isSameJson(before, after)) {
      await recordInAuditLog(
        { ...context, db },
        {
          by: actor.email,
          action: 'sources.saved',
          object: { type: 'source', id: '' },
          detail: { before, after },
        },
      )
    }
    return after
  })
}

function requireUsable({ settings }: Context, given: readonly WrittenSource[]): void {
  const names = given.map(({ name }) => name.toLowerCase())
  const twice = given.find(({ name }, place) => names.indexOf(name.toLowerCase()) !== place)
  if (twice) throw invalid({ sources: [`De bron "${twice.name}" staat er twee keer.`] })
  const isChildThere = given.some(({ name, isActive }) => name === settings.childSource && isActive)
  const hadChild = given.some(({ name }) => name === settings.childSource)
  if (hadChild && !isChildThere)
    throw invalid({ sources: [`De bron "${settings.childSource}" is nodig voor deelmeldingen.`] })
  if (!given.some(({ isActive, isPublic }) => isActive && isPublic))
    throw invalid({ sources: ['Er moet een bron zijn voor meldingen van de site.'] })
}

async function writeSource(db: MunicipalityHandle, source: WrittenSource, order: number): Promise<void> {
  const values = {
    name: source.name,
    description: source.description,
    is_active: source.isActive,
    can_be_selected: source.canBeSelected,
    is_public: source.isPublic,
    order,
  }
  if (source.id === null) await db.kysely.insertInto('source').values(values).execute()
  else await db.kysely.updateTable('source').set(values).where('id', '=', source.id).execute()
}
