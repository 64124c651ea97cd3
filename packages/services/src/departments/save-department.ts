import type { MunicipalityHandle } from '@signalen/database'
import type { Actor, WireErrors } from '@signalen/domain'
import { recordSaved } from '../audit/record-saved.ts'
import { requireResponsible } from '../categories/category-departments.ts'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { isUniqueViolation } from '../unique-violation.ts'
import { unknownPk } from '../unknown-pk.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { type DepartmentDetail, getDepartment } from './departments.ts'

export interface DepartmentInput {
  readonly name?: string | undefined
  readonly code?: string | undefined
  readonly is_intern?: boolean | undefined
  readonly can_direct?: boolean | undefined
  /** When it is there, it becomes the whole set. */
  readonly categories?: readonly CategoryLinkInput[] | undefined
}

export interface CategoryLinkInput {
  readonly category_id: number
  readonly is_responsible?: boolean | undefined
  readonly can_view?: boolean | undefined
}

export async function createDepartment(
  context: Context,
  actor: Actor,
  input: DepartmentInput & { readonly name: string; readonly code: string },
): Promise<DepartmentDetail> {
  await requireCategories(context, input.categories)
  const { categories, ...columns } = input
  const now = context.clock.now()
  return saving(context, async (db) => {
    const { id } = await db.kysely
      .insertInto('department')
      .values({
        ...withoutUndefined(columns),
        name: input.name,
        code: input.code,
        created_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await replaceLinks(db, id, categories)
    await record({ ...context, db }, actor, { id, before: undefined })
    return id
  })
}

export async function updateDepartment(
  context: Context,
  actor: Actor,
  { id, input }: { readonly id: number; readonly input: DepartmentInput },
): Promise<DepartmentDetail> {
  const before = await getDepartment(context, id)
  await requireCategories(context, input.categories)
  const { categories, ...columns } = input
  return saving(context, async (db) => {
    await db.kysely
      .updateTable('department')
      .set({ ...withoutUndefined(columns), updated_at: context.clock.now() })
      .where('id', '=', id)
      .execute()
    await replaceLinks(db, id, categories)
    const touched = before.categories.map(({ category }) => category.id)
    await requireResponsible({ ...context, db }, categories ? touched : [])
    await record({ ...context, db }, actor, { id, before })
    return id
  })
}

async function record(
  context: Context,
  actor: Actor,
  { id, before }: { readonly id: number; readonly before: DepartmentDetail | undefined },
): Promise<void> {
  const after = await getDepartment(context, id)
  await recordSaved(context, {
    by: actor.email,
    type: 'department',
    id,
    before: before && factsOf(before),
    after: factsOf(after),
  })
}

function factsOf({ name, code, isIntern, canDirect, categories }: DepartmentDetail) {
  return {
    name,
    code,
    isIntern,
    canDirect,
    categories: categories.map(
      ({ category, link }) => `${category.name}${link.isResponsible ? ' (verantwoordelijk)' : ''}`,
    ),
  }
}

async function saving(
  context: Context,
  save: (db: MunicipalityHandle) => Promise<number>,
): Promise<DepartmentDetail> {
  try {
    const id = await context.db.transaction(save)
    return await getDepartment(context, id)
  } catch (error) {
    if (isUniqueViolation(error, 'department_code_uq')) throw invalid({ code: ['Dit veld moet uniek zijn.'] })
    throw error
  }
}

async function requireCategories(
  { db }: Context,
  links: readonly CategoryLinkInput[] | undefined,
): Promise<void> {
  if (!links) return
  const { byId } = await getCategoryTree(db)
  const errors: WireErrors[] = links.map(({ category_id }) =>
    byId.get(category_id)?.isActive ? {} : { category_id: [unknownPk(category_id)] },
  )
  if (errors.some((error) => Object.keys(error).length > 0)) throw invalid({ categories: errors })
}

/** Links that stay keep their row, and with it the id by which clients know them. */
async function replaceLinks(
  db: MunicipalityHandle,
  departmentId: number,
  links: readonly CategoryLinkInput[] | undefined,
): Promise<void> {
  if (!links) return
  const rows = [...new Map(links.map((link) => [link.category_id, link])).values()].map((link) => ({
    category_id: link.category_id,
    department_id: departmentId,
    is_responsible: link.is_responsible ?? false,
    // Whoever is responsible sees it.
    can_view: (link.can_view ?? false) || (link.is_responsible ?? false),
  }))
  let obsolete = db.kysely.deleteFrom('category_department').where('department_id', '=', departmentId)
  if (rows.length > 0) {
    obsolete = obsolete.where(
      'category_id',
      'not in',
      rows.map(({ category_id }) => category_id),
    )
  }
  await obsolete.execute()
  if (rows.length === 0) return
  await db.kysely
    .insertInto('category_department')
    .values(rows)
    .onConflict((conflict) =>
      conflict.constraint('category_department_uq').doUpdateSet(({ ref }) => ({
        is_responsible: ref('excluded.is_responsible'),
        can_view: ref('excluded.can_view'),
      })),
    )
    .execute()
}
