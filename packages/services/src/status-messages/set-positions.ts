import type { WireErrors } from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { invalid, invalidWhole } from '../problem.ts'

export interface MessagePosition {
  readonly status_message: number
  readonly position: number
}

/** Puts standard texts in their place among those of a category; one that is new there is added. */
export async function setMessagePositions(
  context: Context,
  categoryId: number,
  { positions, isList }: { readonly positions: readonly MessagePosition[]; readonly isList: boolean },
): Promise<void> {
  const { byId } = await getCategoryTree(context.db)
  if (!byId.has(categoryId)) throw invalidWhole(`Category with id ${categoryId} does not exist.`)
  if (isList) refuseRepeats(positions)
  await requireMessages(context, positions, isList)
  const rows = positions.map(({ status_message, position }) => ({
    status_message_id: status_message,
    category_id: categoryId,
    position,
  }))
  if (rows.length === 0) return
  await context.db.kysely
    .insertInto('status_message_category')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .constraint('status_message_category_uq')
        .doUpdateSet(({ ref }) => ({ position: ref('excluded.position') })),
    )
    .execute()
}

function refuseRepeats(positions: readonly MessagePosition[]): void {
  if (new Set(positions.map(({ status_message }) => status_message)).size < positions.length) {
    throw invalidWhole('Duplicate status messages in request.')
  }
  if (new Set(positions.map(({ position }) => position)).size < positions.length) {
    throw invalidWhole('Duplicate positions in request.')
  }
}

async function requireMessages(
  { db }: Context,
  positions: readonly MessagePosition[],
  isList: boolean,
): Promise<void> {
  if (positions.length === 0) return
  const found = await db.kysely
    .selectFrom('status_message')
    .select('id')
    .where(
      anyOf(
        'id',
        positions.map(({ status_message }) => status_message),
      ),
    )
    .execute()
  const known = new Set(found.map(({ id }) => id))
  const errors = positions.map(
    ({ status_message }): Record<string, WireErrors> =>
      known.has(status_message)
        ? {}
        : { status_message: [`Status message with id ${status_message} does not exist.`] },
  )
  const first = errors.find((error) => Object.keys(error).length > 0)
  if (first) throw isList ? invalidList(errors) : invalid(first)
}

/** Beside each item of the list what is wrong with it. */
function invalidList(errors: readonly WireErrors[]) {
  return invalid(errors as unknown as WireErrors)
}
