import type { MunicipalityHandle, MunicipalityTransaction } from '@signalen/database'
import { sql } from 'kysely'
import { ensurePermissionCatalogue } from '../permissions/ensure-permission-catalogue.ts'
import type { Clock, MailRenderer } from '../ports.ts'
import { applyPlan } from './apply/apply-plan.ts'
import { findMailTemplateFaults } from './check-mail-templates.ts'
import { findReferenceFaults } from './check-references.ts'
import {
  type IconParts,
  type PreparedIcons,
  prepareIcons,
  readStoredIcons,
  type StoredIcons,
  withoutIcons,
} from './icons.ts'
import { describePlan, type ImportPlan, planImport } from './plan-import.ts'
import { type ConfigurationFault, type ReadConfiguration, readConfiguration } from './read-configuration.ts'
import { readStored } from './stored/read-stored.ts'

export type ImportOutcome =
  | { readonly ok: false; readonly faults: readonly ConfigurationFault[] }
  /** `changes`: in sentences; empty when the municipality is as the file says already. */
  | { readonly ok: true; readonly changes: readonly string[]; readonly plan: ImportPlan }

export interface ImportOptions {
  readonly clock: Clock
  /** Say what would change, and change nothing. */
  readonly dryRun?: boolean | undefined
  /** By which mail templates are read; without it they are taken as they are. */
  readonly mailRenderer?: MailRenderer | undefined
  /** Where icons are kept; without it those of the file are left alone. */
  readonly icons?: IconParts | undefined
}

/**
 * Gives a municipality what a configuration file asks for, whole or not at all. What the file does not name
 * stays as it is, so the same file twice changes nothing the second time.
 */
export async function importConfiguration(
  db: MunicipalityHandle,
  text: string,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const read = readConfiguration(text)
  const { icons: parts } = options
  if (!parts) return db.transaction((trx) => importRead(trx, { read, ...options }))
  const stored = await readStoredIcons(db, parts.files)
  const icons = await prepareIcons(parts, db, { read, stored })
  return keepPictures(parts, icons, options, () =>
    db.transaction((trx) => importRead(trx, { read, ...options, prepared: { ...icons, stored } })),
  )
}

/** The files are there before a category names them, and go again when none came to. */
async function keepPictures(
  { files }: IconParts,
  { pictures, faults }: PreparedIcons,
  { dryRun }: ImportOptions,
  work: () => Promise<ImportOutcome>,
): Promise<ImportOutcome> {
  const kept = faults.length > 0 || dryRun ? [] : pictures
  let outcome: ImportOutcome | undefined
  try {
    for (const { key, bytes, mimetype } of kept) await files.put(key, bytes, mimetype)
    outcome = await work()
    return outcome
  } finally {
    if (!outcome?.ok) await Promise.allSettled(kept.map(({ key }) => files.delete(key)))
  }
}

interface ReadImport extends Omit<ImportOptions, 'icons'> {
  readonly read: ReadConfiguration
  readonly prepared?: PreparedIcons & { readonly stored: StoredIcons }
}

async function importRead(
  db: MunicipalityTransaction,
  { read, clock, dryRun, mailRenderer, prepared }: ReadImport,
): Promise<ImportOutcome> {
  const stored = await readStored(db, prepared?.stored)
  const found = [
    ...read.faults,
    ...(prepared?.faults ?? []),
    ...(mailRenderer ? findMailTemplateFaults(read, mailRenderer) : []),
    ...findReferenceFaults(read, stored),
    ...(await findShapeFaults(db, read)),
  ]
  if (found.length > 0) return { ok: false, faults: found.sort(byPlace) }
  const plan = planImport(stored.configuration, prepared?.given ?? withoutIcons(read.given))
  if (!dryRun) {
    await ensurePermissionCatalogue(db)
    await applyPlan({ db, now: clock.now(), ids: stored.ids, iconFiles: prepared?.files ?? new Map() }, plan)
  }
  return { ok: true, changes: describePlan(plan), plan }
}

/** Whether a place lies in an area can only be asked of a shape that does not cross itself. */
async function findShapeFaults(
  db: MunicipalityTransaction,
  read: ReadConfiguration,
): Promise<ConfigurationFault[]> {
  const areas = read.given.areas.filter(({ geometry }) => geometry !== undefined)
  if (areas.length === 0) return []
  const shapes = JSON.stringify(areas.map(({ geometry }) => geometry))
  const { rows } = await sql<{ place: number; reason: string }>`
    select place::int, reason
    from jsonb_array_elements(${shapes}::jsonb) with ordinality as given(shape, place),
      lateral (select public.st_isvalidreason(public.st_geomfromgeojson(shape::text)) as reason) as judged
    where reason <> 'Valid Geometry'
    order by place`.execute(db.kysely)
  return rows.flatMap(({ place, reason }) => {
    const area = areas[place - 1]
    return area ? [read.faultAt([...read.pathOf(area), 'geometry'], `is no valid shape: ${reason}`)] : []
  })
}

function byPlace(left: ConfigurationFault, right: ConfigurationFault): number {
  return left.line - right.line || left.column - right.column
}

/** One line for a person: where, and what is wrong. */
export function formatFault({ line, column, path, reason }: ConfigurationFault): string {
  return path === ''
    ? `line ${line}, column ${column}: ${reason}`
    : `line ${line}, column ${column}: ${path} ${reason}`
}
