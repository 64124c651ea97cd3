import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { isUniqueViolation } from '../unique-violation.ts'

export interface AreaType {
  readonly id: number
  readonly name: string
  readonly code: string
}

/** By code. */
export function listAreaTypes({ db }: Pick<Context, 'db'>): Promise<AreaType[]> {
  return db.kysely
    .selectFrom('area_type')
    .select(['id', 'name', 'code'])
    .orderBy(sql`code collate "C"`)
    .execute()
}

export async function createAreaType(
  { db }: Context,
  input: { readonly name: string; readonly code: string; readonly description?: string | undefined },
): Promise<AreaType> {
  const { name, code, description = '' } = input
  try {
    return await db.kysely
      .insertInto('area_type')
      .values({ name, code, description })
      .returning(['id', 'name', 'code'])
      .executeTakeFirstOrThrow()
  } catch (error) {
    if (isUniqueViolation(error, 'area_type_code_uq')) throw invalid({ code: ['Dit veld moet uniek zijn.'] })
    throw error
  }
}
