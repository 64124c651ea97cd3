import { randomUUID } from 'node:crypto'
import { type Context, hashSecret, whileRedacting } from '@signalen/services'
import { sql } from 'kysely'

export interface SignalToBuild {
  readonly text?: string
  readonly state?: string
  readonly statusText?: string | null
  readonly statusCreatedAt?: Date
  readonly sendEmail?: boolean
  readonly emailOverride?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly createdAt?: Date
  readonly parentId?: number | null
  readonly categoryId?: number
  readonly address?: object | null
  readonly extraProperties?: readonly object[] | null
}

/** Rows that stand for a report as it could be, without the rules by which it came to be so. */
export async function buildSignal(context: Context, signal: SignalToBuild = {}): Promise<number> {
  const createdAt = signal.createdAt ?? context.clock.now()
  const categoryId = signal.categoryId ?? (await findAnyCategory(context))
  const { id } = await context.db.kysely
    .insertInto('signal')
    .values({
      uuid: randomUUID(),
      created_at: createdAt,
      updated_at: createdAt,
      incident_date_start: createdAt,
      text: signal.text ?? 'Er ligt afval naast de container',
      extra_properties: signal.extraProperties ? JSON.stringify(signal.extraProperties) : null,
      parent_id: signal.parentId ?? null,
      status_state: signal.state ?? 'm',
      status_text: signal.statusText ?? null,
      status_send_email: signal.sendEmail ?? false,
      status_email_override: signal.emailOverride ?? null,
      status_created_at: signal.statusCreatedAt ?? createdAt,
      geometry: sql`public.ST_SetSRID(public.ST_MakePoint(4.898, 52.37), 4326)`,
      address: signal.address ? JSON.stringify(signal.address) : null,
      category_id: categoryId,
      category_assigned_at: createdAt,
      handling_message: 'Wij laten u binnen 3 werkdagen weten wat wij met uw melding doen.',
      reporter_email: signal.email === undefined ? 'melder@voorbeeld.example' : signal.email,
      reporter_phone: signal.phone === undefined ? '0612345678' : signal.phone,
      type_created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addReporter(context, id, createdAt)
  await addStatusHistory(context, id)
  if (signal.parentId) await countChild(context, signal.parentId)
  return id
}

async function addReporter(context: Context, signalId: number, createdAt: Date): Promise<void> {
  const { reporter_email: email, reporter_phone: phone } = await context.db.kysely
    .selectFrom('signal')
    .select(['reporter_email', 'reporter_phone'])
    .where('id', '=', signalId)
    .executeTakeFirstOrThrow()
  const { id } = await context.db.kysely
    .insertInto('reporter')
    .values({
      signal_id: signalId,
      email,
      phone,
      state: 'approved',
      email_verification_token_hash: null,
      email_verification_token_expires: null,
      created_at: createdAt,
      updated_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await context.db.kysely.updateTable('signal').set({ reporter_id: id }).where('id', '=', signalId).execute()
}

async function addStatusHistory(context: Context, signalId: number): Promise<void> {
  const signal = await context.db.kysely
    .selectFrom('signal')
    .select(['status_state', 'status_text', 'status_created_at', 'status_send_email'])
    .where('id', '=', signalId)
    .executeTakeFirstOrThrow()
  const { id } = await context.db.kysely
    .insertInto('signal_history')
    .values({
      signal_id: signalId,
      kind: 'status',
      created_at: signal.status_created_at,
      created_by: null,
      text: signal.status_text,
      data: JSON.stringify({ state: signal.status_state, sendEmail: signal.status_send_email }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await context.db.kysely.updateTable('signal').set({ status_id: id }).where('id', '=', signalId).execute()
}

async function countChild(context: Context, parentId: number): Promise<void> {
  await context.db.kysely
    .updateTable('signal')
    .set((eb) => ({ child_count: eb('child_count', '+', 1) }))
    .where('id', '=', parentId)
    .execute()
}

/** The subcategory "Overig" of the main category "Overig", made when there is none yet. */
async function findAnyCategory(context: Context): Promise<number> {
  const found = await context.db.kysely
    .selectFrom('category')
    .select('id')
    .where('parent_id', 'is not', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (found) return found.id
  const main = await addCategory(context, { name: 'Overig', parentId: null })
  return addCategory(context, { name: 'Overig', parentId: main })
}

export interface CategoryToBuild {
  readonly name: string
  readonly parentId: number | null
}

export async function addCategory(context: Context, category: CategoryToBuild): Promise<number> {
  const { id } = await context.db.kysely
    .insertInto('category')
    .values({
      parent_id: category.parentId,
      slug: category.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      name: category.name,
      public_name: null,
      handling_message: null,
      description: null,
      note: null,
      configuration: null,
      icon: null,
      questionnaire_uuid: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Has the history say what it could have said: as told, it cannot be changed. */
export async function rewriteHistory(
  context: Context,
  {
    signalId,
    ...changes
  }: { readonly signalId?: number; readonly created_by?: null; readonly data?: object },
): Promise<void> {
  await context.db.transaction((trx) =>
    whileRedacting({ db: trx }, () =>
      trx.kysely
        .updateTable('signal_history')
        .set({
          ...('created_by' in changes ? { created_by: null } : {}),
          ...(changes.data ? { data: JSON.stringify(changes.data) } : {}),
        })
        .$if(signalId !== undefined, (rows) => rows.where('signal_id', '=', signalId ?? 0))
        .execute(),
    ),
  )
}

/** An open feedback form. Answers the secret of its link. */
export async function buildFeedbackForm(context: Context, signalId: number): Promise<string> {
  const token = context.random.token()
  await context.db.kysely
    .insertInto('feedback')
    .values({
      token_hash: hashSecret(token),
      signal_id: signalId,
      created_at: context.clock.now(),
      submitted_at: null,
      is_satisfied: null,
      text_list: null,
      text_extra: null,
    })
    .execute()
  return token
}

/** The texts of the history of a report, oldest first, each after its kind. */
export async function listHistory(context: Context, signalId: number): Promise<string[]> {
  const rows = await context.db.kysely
    .selectFrom('signal_history')
    .select(['kind', 'text', 'data'])
    .where('signal_id', '=', signalId)
    .orderBy('id')
    .execute()
  return rows.map(({ kind, text, data }) => {
    const { state, change } = data as { state?: string; change?: string }
    return [kind, state ?? change, text].filter((part) => part).join(': ')
  })
}
