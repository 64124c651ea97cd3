import type { MunicipalityHandle } from '@signalen/database'
import type { CategoryTranslations, ServiceLevel } from '@signalen/domain'
import { sql } from 'kysely'
import { createCachedRead } from '../settings/reference-cache.ts'

export interface CategoryDepartment {
  /** Of the link, by which some clients know it. */
  readonly linkId: number
  readonly id: number
  readonly code: string
  readonly name: string
  readonly isIntern: boolean
  readonly isResponsible: boolean
  readonly canView: boolean
}

export interface Category {
  readonly id: number
  readonly parent: { readonly id: number; readonly slug: string; readonly name: string } | null
  readonly slug: string
  readonly name: string
  readonly publicName: string | null
  readonly isPublicAccessible: boolean
  readonly isActive: boolean
  readonly handling: string
  readonly handlingMessage: string | null
  readonly description: string | null
  readonly note: string | null
  /** What residents read in other languages than Dutch. */
  readonly translations: CategoryTranslations
  readonly configuration: Readonly<Record<string, unknown>> | null
  /** Of the category itself or else of its main category: where the file lies. */
  readonly icon: string | null
  readonly ownIcon: string | null
  readonly questionnaireUuid: string | null
  /** The one in force. */
  readonly serviceLevel: ServiceLevel | null
  /** In the order in which they were linked. */
  readonly departments: readonly CategoryDepartment[]
}

export interface CategoryTree {
  /** Main categories and subcategories by name. */
  readonly all: readonly Category[]
  readonly byId: ReadonlyMap<number, Category>
  readonly mains: readonly Category[]
  /** Subcategories by name, under the id of their main category. */
  readonly children: ReadonlyMap<number, readonly Category[]>
}

/** Every category of the municipality with what hangs on it, kept in memory until anything of it changes. */
export const getCategoryTree = createCachedRead<CategoryTree>(async (db) => {
  const all = await readCategories(db)
  const subs = all.filter(({ parent }) => parent !== null)
  return {
    all,
    byId: new Map(all.map((category) => [category.id, category])),
    mains: all.filter(({ parent }) => parent === null),
    children: Map.groupBy(subs, ({ parent }) => parent?.id ?? 0),
  }
})

export function findMainCategory(tree: CategoryTree, slug: string): Category | undefined {
  return tree.mains.find((main) => main.slug === slug)
}

export function findSubcategory(tree: CategoryTree, mainSlug: string, slug: string): Category | undefined {
  const main = findMainCategory(tree, mainSlug)
  return main && childrenOf(tree, main).find((sub) => sub.slug === slug)
}

export function childrenOf(tree: CategoryTree, { id }: Category): readonly Category[] {
  return tree.children.get(id) ?? []
}

async function readCategories(db: MunicipalityHandle): Promise<Category[]> {
  const rows = await db.kysely
    .selectFrom('category')
    .leftJoin('category as main', 'main.id', 'category.parent_id')
    .selectAll('category')
    .select(['main.slug as main_slug', 'main.name as main_name', 'main.icon as main_icon'])
    .orderBy(sql`category.name collate "C"`)
    // Of two with one name the subcategory is the one that reports have, so it is found first.
    .orderBy(sql`category.parent_id is null`)
    .orderBy('category.id')
    .execute()
  const levels = await readServiceLevels(db)
  const departments = await readDepartments(db)
  return rows.map((row) => ({
    id: row.id,
    parent:
      row.parent_id === null
        ? null
        : { id: row.parent_id, slug: row.main_slug ?? '', name: row.main_name ?? '' },
    slug: row.slug,
    name: row.name,
    publicName: row.public_name,
    isPublicAccessible: row.is_public_accessible,
    isActive: row.is_active,
    handling: row.handling,
    handlingMessage: row.handling_message,
    description: row.description,
    note: row.note,
    translations: row.translations ?? {},
    configuration: row.configuration,
    icon: row.icon ?? row.main_icon,
    ownIcon: row.icon,
    questionnaireUuid: row.questionnaire_uuid,
    serviceLevel: levels.get(row.id) ?? null,
    departments: departments.get(row.id) ?? [],
  }))
}

/** The newest of each category is in force. */
async function readServiceLevels(db: MunicipalityHandle): Promise<Map<number, ServiceLevel>> {
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

async function readDepartments(db: MunicipalityHandle): Promise<Map<number, CategoryDepartment[]>> {
  const rows = await db.kysely
    .selectFrom('category_department as link')
    .innerJoin('department', 'department.id', 'link.department_id')
    .select([
      'link.category_id as categoryId',
      'link.id as linkId',
      'department.id',
      'department.code',
      'department.name',
      'department.is_intern as isIntern',
      'link.is_responsible as isResponsible',
      'link.can_view as canView',
    ])
    .orderBy('link.id')
    .execute()
  const grouped = Map.groupBy(rows, ({ categoryId }) => categoryId)
  return new Map([...grouped].map(([id, links]) => [id, links.map(({ categoryId: _, ...link }) => link)]))
}
