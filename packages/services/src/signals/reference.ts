import type { MunicipalityHandle } from '@signalen/database'
import type { ServiceLevel, Source } from '@signalen/domain'
import { sql } from 'kysely'
import { createCachedRead } from '../settings/reference-cache.ts'

export interface DepartmentView {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly is_intern: boolean
}

export interface MainCategory {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly publicName: string | null
}

/** A subcategory with all that a report takes from it or is judged by. */
export interface CategoryReference {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly publicName: string | null
  readonly main: MainCategory
  readonly isPublicAccessible: boolean
  readonly handlingMessage: string | null
  readonly serviceLevel: ServiceLevel | null
  /** Codes of the departments that are responsible, as lists show them. */
  readonly responsible: string
  /** Departments that may see reports of this category. */
  readonly viewerIds: readonly number[]
}

/** What nearly every request about reports needs and seldom changes. */
export interface Reference {
  readonly categories: ReadonlyMap<number, CategoryReference>
  readonly mains: ReadonlyMap<number, MainCategory>
  /** In the order of their names. */
  readonly departments: readonly DepartmentView[]
  readonly sources: readonly Source[]
  readonly areaCodes: ReadonlySet<string>
  readonly areaTypeCodes: ReadonlySet<string>
}

export const readReference = createCachedRead<Reference>(async (db) => {
  const mains = await findMains(db)
  const categories = await findCategories(db, mains)
  const areas = await db.kysely
    .selectFrom('area_type')
    .leftJoin('area', 'area.area_type_id', 'area_type.id')
    .select(['area_type.code as type_code', 'area.code'])
    .execute()
  return {
    mains,
    categories: new Map(categories.map((category) => [category.id, category])),
    departments: await findDepartments(db),
    sources: await findSources(db),
    areaCodes: new Set(areas.flatMap(({ code }) => code ?? [])),
    areaTypeCodes: new Set(areas.map(({ type_code }) => type_code)),
  }
})

export function getCategory(reference: Reference, id: number): CategoryReference {
  const category = reference.categories.get(id)
  if (!category) throw new Error(`a report has category ${id}, which is no subcategory`)
  return category
}

export function pickDepartments(
  reference: Reference,
  ids: readonly number[] | null,
): readonly DepartmentView[] | null {
  return ids && reference.departments.filter(({ id }) => ids.includes(id))
}

async function findMains(db: MunicipalityHandle): Promise<Map<number, MainCategory>> {
  const rows = await db.kysely
    .selectFrom('category')
    .select(['id', 'slug', 'name', 'public_name'])
    .where('parent_id', 'is', null)
    .execute()
  return new Map(rows.map(({ public_name, ...main }) => [main.id, { ...main, publicName: public_name }]))
}

async function findCategories(
  db: MunicipalityHandle,
  mains: ReadonlyMap<number, MainCategory>,
): Promise<CategoryReference[]> {
  const levels = await findServiceLevels(db)
  const links = await findLinks(db)
  const rows = await db.kysely
    .selectFrom('category')
    .select(['id', 'slug', 'name', 'public_name', 'parent_id', 'is_public_accessible', 'handling_message'])
    .where('parent_id', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.flatMap((row) => {
    const main = mains.get(row.parent_id ?? 0)
    const own = links.get(row.id) ?? []
    if (!main) return []
    return {
      id: row.id,
      slug: row.slug,
      name: row.name,
      publicName: row.public_name,
      main,
      isPublicAccessible: row.is_public_accessible,
      handlingMessage: row.handling_message,
      serviceLevel: levels.get(row.id) ?? null,
      responsible: own.flatMap(({ is_responsible, code }) => (is_responsible ? code : [])).join(', '),
      viewerIds: own.flatMap(({ can_view, department_id }) => (can_view ? department_id : [])),
    }
  })
}

/** The newest of each category is in force. */
async function findServiceLevels(db: MunicipalityHandle): Promise<Map<number, ServiceLevel>> {
  const rows = await db.kysely
    .selectFrom('service_level_objective')
    .distinctOn('category_id')
    .select(['category_id', 'n_days', 'use_calendar_days'])
    .orderBy('category_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(
    rows.map((row) => [row.category_id, { days: row.n_days, calendarDays: row.use_calendar_days }]),
  )
}

async function findLinks(db: MunicipalityHandle) {
  const rows = await db.kysely
    .selectFrom('category_department as link')
    .innerJoin('department', 'department.id', 'link.department_id')
    .select([
      'link.category_id',
      'link.department_id',
      'link.is_responsible',
      'link.can_view',
      'department.code',
    ])
    .orderBy('link.id')
    .execute()
  return Map.groupBy(rows, ({ category_id }) => category_id)
}

function findDepartments(db: MunicipalityHandle): Promise<DepartmentView[]> {
  return db.kysely
    .selectFrom('department')
    .select(['id', 'code', 'name', 'is_intern'])
    .orderBy('name')
    .orderBy('id')
    .execute()
}

async function findSources(db: MunicipalityHandle): Promise<Source[]> {
  const rows = await db.kysely
    .selectFrom('source')
    .select(['name', 'is_active', 'is_public'])
    .orderBy(sql`"order" nulls last`)
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ name: row.name, isActive: row.is_active, isPublic: row.is_public }))
}
