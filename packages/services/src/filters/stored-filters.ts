import { type Actor, decideStoredFilter, type StoredOptions } from '@signalen/domain'
import type { Context } from '../context.ts'
import { notFound, problemOf } from '../problem.ts'
import { findFilterChoices } from '../signals/list/filter-choices.ts'
import { readReference } from '../signals/reference.ts'
import { withoutUndefined } from '../without-undefined.ts'

export interface StoredFilter {
  readonly id: number
  readonly name: string
  readonly options: StoredOptions
  readonly refresh: boolean
  readonly showOnOverview: boolean
  readonly createdAt: Date
}

export interface StoredFilterInput {
  readonly name?: string | undefined
  /** Judged by the rules of the list of reports. */
  readonly options?: unknown
  readonly refresh?: boolean | undefined
  readonly show_on_overview?: boolean | undefined
}

/** One's own, newest first. */
export async function listStoredFilters({ db }: Context, actor: Actor): Promise<StoredFilter[]> {
  const rows = await selectOwn({ db }, actor).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(viewFilter)
}

/** Somebody else's is not there. */
export async function getStoredFilter(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  id: number,
): Promise<StoredFilter> {
  const row = await selectOwn({ db }, actor).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('StoredSignalFilter')
  return viewFilter(row)
}

export async function createStoredFilter(
  context: Context,
  actor: Actor,
  input: StoredFilterInput & { readonly name: string },
): Promise<StoredFilter> {
  const options = await checkOptions(context, input.options)
  const now = context.clock.now()
  const { name, refresh, show_on_overview } = input
  const { id } = await context.db.kysely
    .insertInto('stored_filter')
    .values({
      name,
      ...withoutUndefined({ refresh, show_on_overview }),
      options: JSON.stringify(options),
      created_by: actor.email,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return getStoredFilter(context, actor, id)
}

export interface StoredFilterChange {
  readonly id: number
  readonly input: StoredFilterInput
  /** A replacement must say what is filtered on; a change may leave it as it is. */
  readonly isWhole?: boolean
}

export async function updateStoredFilter(
  context: Context,
  actor: Actor,
  { id, input, isWhole = false }: StoredFilterChange,
): Promise<StoredFilter> {
  await getStoredFilter(context, actor, id)
  const { options, name, refresh, show_on_overview } = input
  const checked = options === undefined && !isWhole ? undefined : await checkOptions(context, options)
  await context.db.kysely
    .updateTable('stored_filter')
    .set({
      ...withoutUndefined({ name, refresh, show_on_overview }),
      ...(checked ? { options: JSON.stringify(checked) } : {}),
      updated_at: context.clock.now(),
    })
    .where('id', '=', id)
    .execute()
  return getStoredFilter(context, actor, id)
}

export async function deleteStoredFilter(context: Context, actor: Actor, id: number): Promise<void> {
  await getStoredFilter(context, actor, id)
  await context.db.kysely.deleteFrom('stored_filter').where('id', '=', id).execute()
}

async function checkOptions({ db }: Context, options: unknown): Promise<StoredOptions> {
  const asked = typeof options === 'object' && options !== null && 'buurt_code' in options
  const choices = await findFilterChoices(db, await readReference(db), asked ? options.buurt_code : undefined)
  const decision = decideStoredFilter(options, choices)
  if (!decision.ok) throw problemOf(decision)
  return decision.value
}

function selectOwn({ db }: Pick<Context, 'db'>, { email }: Actor) {
  return db.kysely
    .selectFrom('stored_filter')
    .select(['id', 'name', 'options', 'refresh', 'show_on_overview', 'created_at'])
    .where('created_by', '=', email)
}

function viewFilter(row: {
  readonly id: number
  readonly name: string
  readonly options: unknown
  readonly refresh: boolean
  readonly show_on_overview: boolean
  readonly created_at: Date
}): StoredFilter {
  const { id, name, refresh } = row
  return {
    id,
    name,
    refresh,
    options: row.options as StoredOptions,
    showOnOverview: row.show_on_overview,
    createdAt: row.created_at,
  }
}
