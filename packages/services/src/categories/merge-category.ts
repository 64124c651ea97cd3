import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, OPEN_STATUS_CODES } from '@signalen/domain'
import { sql } from 'kysely'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import { inPieces } from '../background/pieces.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { recordObjectChange } from '../settings/object-history.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { NOBODY } from '../signals/update/change-category.ts'
import { type Category, getCategoryTree } from './category-tree.ts'
import { getCategoryById } from './get-category.ts'

export interface Merge {
  readonly id: number
  /** The subcategory that takes its open reports over. */
  readonly into: number
}

/** What a merge would do, told before it is done. */
export interface MergePlan {
  readonly from: Category
  readonly into: Category
  /** These move. */
  readonly open: number
  /** These keep the category that they were handled under. */
  readonly ended: number
  /** Whether people keep the reports that they have: other departments cannot see them. */
  readonly keepsAssignment: boolean
  readonly questions: number
  readonly standardTexts: number
  /** Rules that name the category, which will no longer apply to new reports. */
  readonly rules: readonly string[]
}

const PIECE = 500

export async function planMerge(context: Context, { id, into }: Merge): Promise<MergePlan> {
  const [from, target] = [await getCategoryById(context, id), await getCategoryById(context, into)]
  requireMergeable(context, from, target)
  const { db } = context
  const { open, total } = await countReports(db, id)
  return {
    from,
    into: target,
    open,
    ended: total - open,
    keepsAssignment: hasSameResponsible(from, target),
    questions: await countLinks(db, 'category_question', id),
    standardTexts: await countLinks(db, 'status_message_category', id),
    rules: await listRulesNaming(db, from.name),
  }
}

/**
 * Moves the open reports of a category to another one and stops using it, whole or not at all. What was
 * promised stays promised: their deadlines do not change.
 */
export async function mergeCategory(context: Context, actor: Actor, merge: Merge): Promise<MergePlan> {
  const plan = await planMerge(context, merge)
  const at = context.clock.now()
  await context.db.transaction(async (db) => {
    const inside = { ...context, db }
    await lockBoth(db, merge)
    const moved = await moveReports(inside, actor, plan)
    await takeStandardTexts(db, merge)
    await db.kysely
      .updateTable('category')
      .set({ is_active: false, updated_at: at })
      .where('id', '=', merge.id)
      .execute()
    await recordObjectChange(db, {
      kind: 'category',
      id: merge.id,
      change: { isActive: false, mergedInto: plan.into.name },
      at,
      by: actor.email,
    })
    await recordObjectChange(db, {
      kind: 'category',
      id: merge.into,
      change: { mergedFrom: plan.from.name },
      at,
      by: actor.email,
    })
    await recordInAuditLog(inside, {
      by: actor.email,
      action: 'category.merged',
      object: { type: 'category', id: String(merge.id) },
      detail: { into: merge.into, reports: moved },
    })
  })
  return plan
}

function requireMergeable({ settings }: Context, from: Category, into: Category): void {
  const fault = findMergeFault(from, into, settings.predictionFallback)
  if (fault !== undefined) throw invalid({ into: [fault] })
}

function findMergeFault(from: Category, into: Category, fallback: string): string | undefined {
  if (from.id === into.id) return 'Kies een andere categorie.'
  if (from.parent === null || into.parent === null) return 'Alleen subcategorieën kunnen worden samengevoegd.'
  if (!from.isActive) return `${from.name} wordt al niet meer gebruikt.`
  if (!into.isActive) return `${into.name} wordt niet gebruikt.`
  if (`${from.parent.slug}/${from.slug}` !== fallback) return undefined
  return `${from.name} krijgt de meldingen waarvoor geen categorie is te vinden. Stel daarvoor eerst een andere in.`
}

function hasSameResponsible(left: Category, right: Category): boolean {
  const idsOf = ({ departments }: Category) =>
    departments.flatMap(({ id, isResponsible }) => (isResponsible ? [id] : [])).sort((a, b) => a - b)
  return idsOf(left).join() === idsOf(right).join()
}

/** Two who change one category at once wait for each other here. */
async function lockBoth(db: MunicipalityHandle, { id, into }: Merge): Promise<void> {
  await db.kysely
    .selectFrom('category')
    .select('id')
    .where('id', 'in', [id, into])
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function moveReports(context: Context, actor: Actor, { from, into, keepsAssignment }: MergePlan) {
  const text = `${from.name} is samengevoegd met ${into.name}`
  const at = context.clock.now()
  return inPieces(async () => {
    const reports = await context.db.kysely
      .updateTable('signal')
      .set(({ eb }) => ({
        category_id: into.id,
        category_assigned_at: at,
        category_created_by: actor.email,
        category_text: text,
        handling_message: into.handlingMessage,
        updated_at: at,
        version: eb('version', '+', 1),
        ...(keepsAssignment ? {} : NOBODY),
      }))
      .where(
        'id',
        'in',
        context.db.kysely
          .selectFrom('signal')
          .select('id')
          .where('category_id', '=', from.id)
          .where('status_state', 'in', OPEN_STATUS_CODES)
          .orderBy('id')
          .limit(PIECE),
      )
      .returning(['id', 'deadline', 'deadline_factor_3'])
      .execute()
    await appendHistory(
      context,
      reports.map((report) => ({
        signalId: report.id,
        createdBy: actor.email,
        event: { type: 'category', name: into.name } as const,
        facts: {
          categoryId: into.id,
          reason: text,
          handlingMessage: into.handlingMessage,
          deadline: report.deadline,
          deadlineFactor3: report.deadline_factor_3,
        },
      })),
    )
    return reports.length
  }, PIECE)
}

async function takeStandardTexts(db: MunicipalityHandle, { id, into }: Merge): Promise<void> {
  await sql`
    insert into ${db.table('status_message_category')} (status_message_id, category_id, position)
    select link.status_message_id, ${into}, link.position
    from ${db.table('status_message_category')} link
    where link.category_id = ${id}
    on conflict (status_message_id, category_id) do nothing`.execute(db.kysely)
}

async function countReports(db: MunicipalityHandle, id: number) {
  const { open, total } = await db.kysely
    .selectFrom('signal')
    .select(({ fn }) => [
      fn.countAll<number>().as('total'),
      fn.countAll<number>().filterWhere('status_state', 'in', OPEN_STATUS_CODES).as('open'),
    ])
    .where('category_id', '=', id)
    .executeTakeFirstOrThrow()
  return { open: Number(open), total: Number(total) }
}

async function countLinks(
  db: MunicipalityHandle,
  table: 'category_question' | 'status_message_category',
  id: number,
): Promise<number> {
  const { count } = await db.kysely
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('category_id', '=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function listRulesNaming(db: MunicipalityHandle, name: string): Promise<string[]> {
  const rows = await db.kysely
    .selectFrom('expression')
    .innerJoin('routing_expression as rule', 'rule.expression_id', 'expression.id')
    .select('expression.name')
    .where('rule.is_active', '=', true)
    .where(sql<boolean>`strpos(expression.code, ${name}) > 0`)
    .orderBy('rule.order')
    .execute()
  return rows.map((row) => row.name)
}

/** Gives a subcategory another main category. Its reports come along: they have the same subcategory. */
export async function moveCategory(
  context: Context,
  actor: Actor,
  { id, main }: { readonly id: number; readonly main: number },
): Promise<Category> {
  const category = await getCategoryById(context, id)
  const parent = (await getCategoryTree(context.db)).byId.get(main)
  const fault = findMoveFault(category, parent, context.settings.predictionFallback)
  if (fault !== undefined || !parent) throw invalid({ main: [fault ?? ''] })
  const at = context.clock.now()
  await context.db.transaction(async (db) => {
    await lockBoth(db, { id, into: main })
    const taken = await db.kysely
      .selectFrom('category')
      .select('id')
      .where('parent_id', '=', main)
      .where('slug', '=', category.slug)
      .executeTakeFirst()
    if (taken) throw invalid({ main: [`Bij ${parent.name} is er al een subcategorie "${category.slug}".`] })
    await db.kysely
      .updateTable('category')
      .set({ parent_id: main, updated_at: at })
      .where('id', '=', id)
      .execute()
    await recordObjectChange(db, {
      kind: 'category',
      id,
      change: { movedTo: parent.name },
      at,
      by: actor.email,
    })
  })
  return getCategoryById(context, id)
}

function findMoveFault(
  category: Category,
  parent: Category | undefined,
  fallback: string,
): string | undefined {
  if (category.parent === null) return 'Alleen een subcategorie kan naar een andere hoofdcategorie.'
  if (!parent || parent.parent !== null) return 'Kies een hoofdcategorie.'
  if (parent.id === category.parent.id) return `${category.name} hoort al bij ${parent.name}.`
  if (!parent.isActive) return `${parent.name} wordt niet gebruikt.`
  if (`${category.parent.slug}/${category.slug}` !== fallback) return undefined
  return `${category.name} krijgt de meldingen waarvoor geen categorie is te vinden. Stel daarvoor eerst een andere in.`
}
