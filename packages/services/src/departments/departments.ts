import { sql } from 'kysely'
import { type Category, type CategoryDepartment, getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'

export interface Department {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly isIntern: boolean
  readonly canDirect: boolean
}

export interface DepartmentCategory {
  readonly category: Category
  readonly link: CategoryDepartment
}

export interface DepartmentDetail extends Department {
  /** Active ones, in the order in which they were linked. */
  readonly categories: readonly DepartmentCategory[]
}

export interface DepartmentFilter {
  readonly can_direct?: boolean | undefined
}

/** By name. */
export async function listDepartments(
  context: Pick<Context, 'db'>,
  filter: DepartmentFilter,
): Promise<DepartmentDetail[]> {
  let query = selectDepartments(context)
  if (filter.can_direct !== undefined) query = query.where('can_direct', '=', filter.can_direct)
  return addCategories(context, await query.execute())
}

export async function getDepartment(context: Pick<Context, 'db'>, id: number): Promise<DepartmentDetail> {
  const [department] = await addCategories(
    context,
    await selectDepartments(context).where('id', '=', id).execute(),
  )
  if (!department) throw notFound('Department')
  return department
}

function selectDepartments({ db }: Pick<Context, 'db'>) {
  return db.kysely
    .selectFrom('department')
    .select(['id', 'code', 'name', 'is_intern as isIntern', 'can_direct as canDirect'])
    .orderBy(sql`name collate "C"`)
    .orderBy('id')
}

async function addCategories(
  { db }: Pick<Context, 'db'>,
  departments: readonly Department[],
): Promise<DepartmentDetail[]> {
  const { all } = await getCategoryTree(db)
  const links = all
    .filter(({ isActive }) => isActive)
    .flatMap((category) => category.departments.map((link) => ({ category, link })))
    .sort((left, right) => left.link.linkId - right.link.linkId)
  const byDepartment = Map.groupBy(links, ({ link }) => link.id)
  return departments.map((department) => ({
    ...department,
    categories: byDepartment.get(department.id) ?? [],
  }))
}
