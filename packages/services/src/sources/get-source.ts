import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'

export async function getSource({ db }: Pick<Context, 'db'>, id: number) {
  const source = await db.kysely
    .selectFrom('source')
    .select(['id', 'name', 'description', 'is_active', 'can_be_selected'])
    .where(sql<boolean>`id = ${id}::bigint`)
    .executeTakeFirst()
  if (!source) throw notFound('Source')
  return source
}
