import type { MunicipalityHandle } from '@signalen/database'
import {
  type Actor,
  type CategoryChange,
  type CategoryTranslations,
  cleanTranslations,
  decideCategoryConfiguration,
  listChangedLanguages,
  type ServiceLevel,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid, problemOf } from '../problem.ts'
import { recordObjectChange } from '../settings/object-history.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import {
  type DepartmentLinkInput,
  describeDepartments,
  replaceCategoryDepartments,
  requireResponsible,
} from './category-departments.ts'
import { type Category, childrenOf, getCategoryTree } from './category-tree.ts'
import { getCategoryById } from './get-category.ts'

/** The names are those of the v1 API. */
export interface CategoryInput {
  readonly name?: string | undefined
  readonly slug?: string | undefined
  readonly is_active?: boolean | undefined
  readonly description?: string | null | undefined
  readonly handling_message?: string | null | undefined
  readonly note?: string | null | undefined
  readonly public_name?: string | null | undefined
  readonly is_public_accessible?: boolean | undefined
  readonly configuration?: unknown
  /** When it is there, it takes the place of all that was translated. */
  readonly translations?: CategoryTranslations | undefined
  readonly new_sla?: { readonly n_days: number; readonly use_calendar_days: boolean } | undefined
  /** When it is there, it becomes the whole set. */
  readonly new_departments?: readonly DepartmentLinkInput[] | undefined
}

/** Changes what is sent. Deadlines of reports that are there already stay what they were promised to be. */
export async function updateCategory(
  context: Context,
  actor: Actor,
  { id, input }: { readonly id: number; readonly input: CategoryInput },
): Promise<Category> {
  const before = await getCategoryById(context, id)
  await requireConfiguration(context, before, input.configuration)
  const at = context.clock.now()
  const change = findCategoryChange(before, input)
  try {
    await context.db.transaction(async (db) => {
      await db.kysely
        .updateTable('category')
        .set({ ...categoryColumns(context, input), updated_at: at })
        .where('id', '=', id)
        .execute()
      if (change.serviceLevel)
        await addServiceLevel(db, { id, level: change.serviceLevel, at, by: actor.email })
      const departments = await changeDepartments(db, before, input.new_departments)
      await requireResponsible({ ...context, db }, [id])
      await recordObjectChange(db, {
        kind: 'category',
        id,
        change: { ...change, ...departments },
        at,
        by: actor.email,
      })
    })
  } catch (error) {
    if (isUniqueViolation(error, 'category_slug_uq')) throw invalid({ slug: ['Dit veld moet uniek zijn.'] })
    throw error
  }
  return getCategoryById(context, id)
}

async function changeDepartments(
  db: MunicipalityHandle,
  before: Category,
  links: readonly DepartmentLinkInput[] | undefined,
): Promise<CategoryChange> {
  if (!links) return {}
  await replaceCategoryDepartments(db, before.id, links)
  const after = describeDepartments(await getCategoryById({ db }, before.id))
  return after === describeDepartments(before) ? {} : { departments: after }
}

async function requireConfiguration(
  { db }: Context,
  category: Category,
  configuration: unknown,
): Promise<void> {
  if (configuration === undefined) return
  const hasChildren = childrenOf(await getCategoryTree(db), category).length > 0
  const decision = decideCategoryConfiguration(configuration, hasChildren)
  if (!decision.ok) throw problemOf(decision)
}

function categoryColumns({ settings }: Context, input: CategoryInput) {
  const { configuration, translations, new_sla: _, new_departments: __, slug, ...columns } = input
  const plain = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  return {
    ...plain,
    ...(slug !== undefined && settings.categorySlugEditable ? { slug } : {}),
    ...(translations && { translations: JSON.stringify(cleanTranslations(translations)) }),
    ...(configuration === undefined ? {} : { configuration: configuration && JSON.stringify(configuration) }),
  }
}

/** What the history tells: facts that became other facts, not everything that was sent. */
function findCategoryChange(before: Category, input: CategoryInput): CategoryChange {
  const level = input.new_sla && { days: input.new_sla.n_days, calendarDays: input.new_sla.use_calendar_days }
  const after: CategoryChange = {
    ...(level ? { serviceLevel: level } : {}),
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.description === undefined ? {} : { description: input.description }),
    ...(input.is_active === undefined ? {} : { isActive: input.is_active }),
    ...(input.handling_message === undefined ? {} : { handlingMessage: input.handling_message }),
    ...(input.public_name === undefined ? {} : { publicName: input.public_name }),
    ...(input.is_public_accessible === undefined ? {} : { isPublicAccessible: input.is_public_accessible }),
  }
  const isChanged = ([field, value]: [string, unknown]) =>
    field === 'serviceLevel'
      ? !isSameLevel(before.serviceLevel, level ?? null)
      : before[field as keyof Category] !== value
  const languages = input.translations
    ? listChangedLanguages(before.translations, cleanTranslations(input.translations))
    : []
  return {
    ...Object.fromEntries(Object.entries(after).filter(isChanged)),
    ...(languages.length > 0 && { translations: languages }),
  }
}

function isSameLevel(left: ServiceLevel | null, right: ServiceLevel | null): boolean {
  return left?.days === right?.days && left?.calendarDays === right?.calendarDays
}

async function addServiceLevel(
  db: MunicipalityHandle,
  added: { readonly id: number; readonly level: ServiceLevel; readonly at: Date; readonly by: string },
): Promise<void> {
  await db.kysely
    .insertInto('service_level_objective')
    .values({
      category_id: added.id,
      n_days: added.level.days,
      use_calendar_days: added.level.calendarDays,
      created_at: added.at,
      created_by: added.by,
    })
    .execute()
}
