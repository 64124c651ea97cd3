import type { MunicipalityHandle } from '@signalen/database'
import {
  type Actor,
  type AreaFields,
  type AreaShape,
  readAreaFeatures,
  unavailableChoice,
} from '@signalen/domain'
import { sql } from 'kysely'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'

export interface AreaImport {
  /** The code of their type. */
  readonly type: string
  readonly features: readonly unknown[]
  readonly fields: AreaFields
  /** Say what would happen, and change nothing. */
  readonly isDry: boolean
}

export interface ImportedArea {
  readonly code: string
  readonly name: string
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  /** Why it is refused. */
  readonly reason: string | null
}

export interface AreaImportResult {
  readonly areas: readonly ImportedArea[]
  /** Of this type, and not in the file: they stay as they are. */
  readonly untouched: readonly string[]
  readonly isStored: boolean
}

/** The areas of a file, all or none: one that is refused keeps the others out too. */
export async function importAreas(
  context: Context,
  actor: Actor,
  input: AreaImport,
): Promise<AreaImportResult> {
  if (input.features.length === 0) throw invalid({ features: ['In het bestand staan geen gebieden.'] })
  return context.db.transaction(async (db) => {
    const typeId = await getTypeId(db, input.type)
    const read = readAreaFeatures(input.features, input.fields)
    const reasons = await findShapeReasons(
      db,
      read.map(({ geometry }) => geometry),
    )
    const stored = await readStored(db, typeId)
    const areas = await judge(db, { typeId, read, reasons, stored })
    const isStored = !input.isDry && areas.every(({ outcome }) => outcome !== 'refused')
    if (isStored) await store({ ...context, db }, actor, { input, typeId, read, areas })
    const inFile = new Set(areas.map(({ code }) => code))
    return { areas, untouched: [...stored.keys()].filter((code) => !inFile.has(code)), isStored }
  })
}

async function getTypeId(db: MunicipalityHandle, code: string): Promise<number> {
  const type = await db.kysely
    .selectFrom('area_type')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  if (!type) throw invalid({ type: [unavailableChoice(code)] })
  return type.id
}

/** Why PostGIS cannot work with a shape, by the place of its feature. */
async function findShapeReasons(
  db: MunicipalityHandle,
  shapes: readonly (AreaShape | undefined)[],
): Promise<Map<number, string>> {
  const { rows } = await sql<{ place: number; reason: string }>`
    select place::int, reason
    from jsonb_array_elements(${JSON.stringify(shapes.map((shape) => shape ?? null))}::jsonb)
      with ordinality as given(shape, place),
      lateral (select public.st_isvalidreason(public.st_geomfromgeojson(shape::text)) as reason) as judged
    where jsonb_typeof(shape) = 'object' and reason <> 'Valid Geometry'`.execute(db.kysely)
  return new Map(rows.map(({ place, reason }) => [place - 1, reason]))
}

async function readStored(db: MunicipalityHandle, typeId: number): Promise<Map<string, string>> {
  const rows = await db.kysely
    .selectFrom('area')
    .select(['code', 'name'])
    .where('area_type_id', '=', typeId)
    .orderBy('code')
    .execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

interface Judging {
  readonly typeId: number
  readonly read: ReturnType<typeof readAreaFeatures>
  readonly reasons: ReadonlyMap<number, string>
  readonly stored: ReadonlyMap<string, string>
}

async function judge(
  db: MunicipalityHandle,
  { typeId, read, reasons, stored }: Judging,
): Promise<ImportedArea[]> {
  const isRefused = read.map(({ reason }, place) => reason ?? reasons.get(place))
  const known = read.filter(({ code }, place) => isRefused[place] === undefined && stored.has(code))
  const moved = await findMoved(db, { typeId, known })
  return read.map(({ code, name }, place) => {
    const reason = isRefused[place]
    if (reason !== undefined) return { code, name, outcome: 'refused', reason: shapeWords(reason) }
    if (!stored.has(code)) return { code, name, outcome: 'new', reason: null }
    const isChanged = stored.get(code) !== name || moved.has(code)
    return { code, name, outcome: isChanged ? 'changed' : 'same', reason: null }
  })
}

/** What PostGIS says begins with an English word; its place in the shape comes after it. */
function shapeWords(reason: string): string {
  return /^[A-Z][\w -]+\[/.test(reason) ? `De vorm klopt niet: ${reason}` : reason
}

/** Codes of the areas whose shape is another one than what is stored. */
async function findMoved(
  db: MunicipalityHandle,
  { typeId, known }: { readonly typeId: number; readonly known: Judging['read'] },
): Promise<Set<string>> {
  if (known.length === 0) return new Set()
  const given = JSON.stringify(known.map(({ code, geometry }) => ({ code, geometry })))
  const { rows } = await sql<{ code: string }>`
    select area.code
    from jsonb_array_elements(${given}::jsonb) as given(row)
    join ${db.table('area')} area on area.code = given.row->>'code' and area.area_type_id = ${typeId}
    where not public.st_equals(
      area.geometry, public.st_setsrid(public.st_geomfromgeojson((given.row->'geometry')::text), 4326)
    )`.execute(db.kysely)
  return new Set(rows.map(({ code }) => code))
}

interface Storing {
  readonly input: AreaImport
  readonly typeId: number
  readonly read: Judging['read']
  readonly areas: readonly ImportedArea[]
}

async function store(context: Context, actor: Actor, { input, typeId, read, areas }: Storing): Promise<void> {
  for (const [place, { code, name, geometry }] of read.entries()) {
    if (areas[place]?.outcome === 'same') continue
    await writeArea(context.db, { code, name, typeId, shape: JSON.stringify(geometry) })
  }
  const count = (outcome: ImportedArea['outcome']) => areas.filter((area) => area.outcome === outcome).length
  await recordInAuditLog(context, {
    by: actor.email,
    action: 'areas.imported',
    object: { type: 'area_type', id: input.type },
    detail: { new: count('new'), changed: count('changed') },
  })
}

interface AreaRow {
  readonly code: string
  readonly name: string
  readonly typeId: number
  readonly shape: string
}

async function writeArea(db: MunicipalityHandle, { code, name, typeId, shape }: AreaRow): Promise<void> {
  const geometry = sql<string>`public.st_setsrid(public.st_geomfromgeojson(${shape}), 4326)`
  await db.kysely
    .insertInto('area')
    .values({ code, name, area_type_id: typeId, geometry })
    .onConflict((conflict) => conflict.constraint('area_code_uq').doUpdateSet({ name, geometry }))
    .execute()
}
