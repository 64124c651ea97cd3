import type { MunicipalityHandle } from '@signalen/database'
import { STATUS_CODES, type StatusCode } from '@signalen/domain'
import type { Category } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'

export interface TemplateText {
  readonly title: string | null
  readonly text: string | null
  readonly is_active: boolean
}

/** The standard texts of one state. */
export interface StateTemplates {
  readonly state: string
  readonly templates: readonly TemplateText[]
}

export const MOST_TEMPLATES = 20

/** Standard texts of the first generation, by state in the order of the states. */
export async function listStatusMessageTemplates(
  { db }: { readonly db: MunicipalityHandle },
  category: Category,
): Promise<StateTemplates[]> {
  const rows = await db.kysely
    .selectFrom('status_message_template')
    .select(['state', 'title', 'text', 'is_active'])
    .where('category_id', '=', category.id)
    .orderBy('order')
    .orderBy('id')
    .execute()
  const groups = Map.groupBy(rows, ({ state }) => state)
  const known: readonly string[] = STATUS_CODES
  return [...groups]
    .sort(([left], [right]) => known.indexOf(left) - known.indexOf(right))
    .map(([state, templates]) => ({
      state,
      templates: templates.map(({ title, text, is_active }) => ({ title, text, is_active })),
    }))
}

export interface StateTemplatesInput {
  readonly state: StatusCode
  readonly templates: readonly TemplateText[]
}

/** Of every state that is named the texts are replaced; of the others they stay. */
export async function replaceStatusMessageTemplates(
  context: Context,
  category: Category,
  input: readonly StateTemplatesInput[],
): Promise<StateTemplates[]> {
  const byState = new Map(input.map(({ state, templates }) => [state, templates]))
  if ([...byState.values()].some((templates) => templates.length > MOST_TEMPLATES)) {
    const message = `Only ${MOST_TEMPLATES} StatusMessageTemplate instances allowed per Category/State combination`
    throw new Problem(400, [message])
  }
  const now = context.clock.now()
  const rows = [...byState].flatMap(([state, templates]) =>
    templates.map((template, order) => ({
      ...template,
      category_id: category.id,
      state,
      order,
      created_at: now,
      updated_at: now,
    })),
  )
  return context.db.transaction(async (db) => {
    if (byState.size > 0) await removeTemplates(db, category, [...byState.keys()])
    if (rows.length > 0) await db.kysely.insertInto('status_message_template').values(rows).execute()
    return listStatusMessageTemplates({ db }, category)
  })
}

async function removeTemplates(
  db: MunicipalityHandle,
  { id }: Category,
  states: readonly StatusCode[],
): Promise<void> {
  await db.kysely
    .deleteFrom('status_message_template')
    .where('category_id', '=', id)
    .where('state', 'in', states)
    .execute()
}
