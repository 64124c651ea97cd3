import type { MunicipalityHandle } from '@signalen/database'
import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { unknownPk } from '../unknown-pk.ts'
import type { Category } from './category-tree.ts'

export interface DepartmentLinkInput {
  readonly id: number
  readonly is_responsible: boolean
  readonly can_view: boolean
}

/**
 * The whole set of departments of a category. Links that stay keep their row, by which clients know them; of a
 * department that is named twice, what is said last counts.
 */
export async function replaceCategoryDepartments(
  db: MunicipalityHandle,
  categoryId: number,
  given: readonly DepartmentLinkInput[],
): Promise<void> {
  await requireDepartments(db, given)
  const links = [...new Map(given.map((link) => [link.id, link])).values()]
  const ids = links.map(({ id }) => id)
  await db.kysely
    .deleteFrom('category_department')
    .where('category_id', '=', categoryId)
    .where(sql<boolean>`not ${anyOf('department_id', ids)}`)
    .execute()
  if (links.length === 0) return
  await db.kysely
    .insertInto('category_department')
    .values(
      links.map(({ id, is_responsible, can_view }) => ({
        category_id: categoryId,
        department_id: id,
        is_responsible,
        can_view: can_view || is_responsible,
      })),
    )
    .onConflict((conflict) =>
      conflict.constraint('category_department_uq').doUpdateSet(({ ref }) => ({
        is_responsible: ref('excluded.is_responsible'),
        can_view: ref('excluded.can_view'),
      })),
    )
    .execute()
}

async function requireDepartments(
  db: MunicipalityHandle,
  links: readonly DepartmentLinkInput[],
): Promise<void> {
  const ids = links.map(({ id }) => id)
  const rows = await db.kysely.selectFrom('department').select('id').where(anyOf('id', ids)).execute()
  const known = new Set(rows.map(({ id }) => id))
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined) throw invalid({ new_departments: [unknownPk(unknown)] })
}

/** For the history of the category: who is responsible, and who sees it. */
export function describeDepartments({ departments }: Pick<Category, 'departments'>): string {
  return departments
    .map(({ code, isResponsible }) => (isResponsible ? `${code} (verantwoordelijk)` : code))
    .sort()
    .join(', ')
}

/**
 * Where the municipality wants it, a subcategory that is used has a department that is responsible. To be called
 * in the transaction of a change, with the categories that it is about.
 */
export async function requireResponsible(
  { db, settings }: Pick<Context, 'db' | 'settings'>,
  categoryIds: readonly number[],
): Promise<void> {
  if (!settings.requireResponsibleDepartment || categoryIds.length === 0) return
  const rows = await db.kysely
    .selectFrom('category')
    .select('name')
    .where(anyOf('id', categoryIds))
    .where('parent_id', 'is not', null)
    .where('is_active', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('category_department as link')
            .select('link.id')
            .whereRef('link.category_id', '=', 'category.id')
            .where('link.is_responsible', '=', true),
        ),
      ),
    )
    .orderBy('name')
    .execute()
  if (rows.length === 0) return
  const names = rows.map(({ name }) => name).join(', ')
  throw invalid({ departments: [`Geen afdeling is verantwoordelijk voor: ${names}.`] })
}
