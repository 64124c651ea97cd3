import type { MunicipalityHandle } from '@signalen/database'
import type { FilterChoices } from '@signalen/domain'
import { sql } from 'kysely'
import type { Reference } from '../reference.ts'

/** What filters may name, of which the neighbourhoods are those of `neighbourhoods` that there are. */
export async function findFilterChoices(
  db: MunicipalityHandle,
  reference: Reference,
  neighbourhoods: unknown,
): Promise<FilterChoices> {
  const categories = [...reference.categories.values()]
  const mains = [...reference.mains.values()]
  return {
    areaCodes: reference.areaCodes,
    areaTypeCodes: reference.areaTypeCodes,
    neighbourhoodCodes: await findNeighbourhoods(db, reference, neighbourhoods),
    categoryIds: new Set([...reference.categories.keys(), ...reference.mains.keys()]),
    mainCategorySlugs: new Set(mains.map(({ slug }) => slug)),
    subCategorySlugs: new Set(categories.map(({ slug }) => slug)),
    departmentCodes: new Set(reference.departments.map(({ code }) => code)),
    sourceNames: new Set(reference.sources.map(({ name }) => name)),
  }
}

const LONGEST_CODE = 4

/** Their codes come along with reports and stand in no list of their own: one that an area or a report has, exists. */
async function findNeighbourhoods(
  db: MunicipalityHandle,
  { areaCodes }: Reference,
  asked: unknown,
): Promise<ReadonlySet<string>> {
  const codes = [asked].flat().filter((code): code is string => typeof code === 'string' && isCode(code))
  if (codes.length === 0) return areaCodes
  const { rows } = await sql<{ code: string }>`
    select code from unnest(${codes}::text[]) code
    where exists (select from ${db.table('signal')} where buurt_code = code)`.execute(db.kysely)
  return new Set([...areaCodes, ...rows.map(({ code }) => code)])
}

function isCode(text: string): boolean {
  return text.length <= LONGEST_CODE && !text.includes('\0')
}
