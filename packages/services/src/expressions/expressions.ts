import { parseExpression, unavailableChoice, type WireErrors } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { invalid, notFound } from '../problem.ts'

export interface ExpressionView {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly type: string
  /** What is wrong with the code, so that it never applies. */
  readonly fault: string | null
  readonly route: ExpressionRoute | null
}

/** Where what the expression applies to goes. */
export interface ExpressionRoute {
  readonly department: {
    readonly id: number
    readonly code: string
    readonly name: string
    readonly isIntern: boolean
  }
  readonly userEmail: string | null
  readonly order: number
  readonly isActive: boolean
}

export interface ExpressionFilter {
  readonly name?: string | undefined
  readonly type_name?: readonly string[] | undefined
}

export async function listExpressions(
  context: Pick<Context, 'db'>,
  filter: ExpressionFilter,
): Promise<ExpressionView[]> {
  await requireKnownChoices(context, filter)
  let query = selectExpressions(context)
  if (filter.name) query = query.where('expression.name', '=', filter.name)
  if (filter.type_name?.length) query = query.where('type.name', 'in', filter.type_name)
  return (await query.execute()).map(viewExpression)
}

export async function getExpression(context: Pick<Context, 'db'>, id: number): Promise<ExpressionView> {
  const row = await selectExpressions(context)
    .where(sql<boolean>`expression.id = ${id}::bigint`)
    .executeTakeFirst()
  if (!row) throw notFound('Expression')
  return viewExpression(row)
}

function selectExpressions({ db }: Pick<Context, 'db'>) {
  return db.kysely
    .selectFrom('expression')
    .innerJoin('expression_type as type', 'type.id', 'expression.expression_type_id')
    .leftJoin('routing_expression as route', 'route.expression_id', 'expression.id')
    .leftJoin('department', 'department.id', 'route.department_id')
    .leftJoin('app_user as user', 'user.id', 'route.user_id')
    .select([
      'expression.id',
      'expression.name',
      'expression.code',
      'type.name as type',
      'department.id as department_id',
      'department.code as department_code',
      'department.name as department_name',
      'department.is_intern',
      'user.email as user_email',
      'route.order',
      'route.is_active',
    ])
    .orderBy('expression.id')
}

interface ExpressionRow {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly type: string
  readonly department_id: number | null
  readonly department_code: string | null
  readonly department_name: string | null
  readonly is_intern: boolean | null
  readonly user_email: string | null
  readonly order: number | null
  readonly is_active: boolean | null
}

function viewExpression(row: ExpressionRow): ExpressionView {
  const { id, name, code, type } = row
  const parsed = parseExpression(code)
  return { id, name, code, type, fault: parsed.ok ? null : parsed.error.message, route: viewRoute(row) }
}

function viewRoute(row: ExpressionRow): ExpressionRoute | null {
  if (row.department_id === null) return null
  return {
    department: {
      id: row.department_id,
      code: row.department_code ?? '',
      name: row.department_name ?? '',
      isIntern: row.is_intern ?? true,
    },
    userEmail: row.user_email,
    order: row.order ?? 0,
    isActive: row.is_active ?? false,
  }
}

async function requireKnownChoices({ db }: Pick<Context, 'db'>, filter: ExpressionFilter): Promise<void> {
  const errors: Record<string, WireErrors> = {}
  const { name, type_name: typeNames = [] } = filter
  if (name) {
    const found = await db.kysely
      .selectFrom('expression')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirst()
    if (!found) errors.name = [unavailableChoice(name)]
  }
  if (typeNames.length > 0) {
    const known = await db.kysely
      .selectFrom('expression_type')
      .select('name')
      .where('name', 'in', typeNames)
      .execute()
    const unknown = typeNames.find((asked) => !known.some((type) => type.name === asked))
    if (unknown !== undefined) errors.type_name = [unavailableChoice(unknown)]
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}
