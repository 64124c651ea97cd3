import {
  type Actor,
  isTestPassed,
  judgeTestReport,
  type TestStepName,
  type TestStepState,
} from '@signalen/domain'
import { sql } from 'kysely'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import { destroySignals } from '../background/delete-signals.ts'
import { getCategoryById } from '../categories/get-category.ts'
import type { Context } from '../context.ts'
import { conflict, invalid, notFound } from '../problem.ts'
import { createSignals } from '../signals/create/create-signals.ts'

const TEST_MADE = 'setup.test_made'
const TEST_REMOVED = 'setup.test_removed'
/** Kept once the report came all the way. */
export const TEST_PASSED = 'setup.test_passed'

const TEXT =
  'TEST bij het inrichten van Signalen. U hoeft hiermee niets te doen. Deze melding wordt weer verwijderd.'

export interface TestReport {
  readonly signalId: number
  readonly steps: Readonly<Record<TestStepName, TestStepState>>
  readonly isPassed: boolean
}

/** A report like that of a resident, with oneself as the reporter, in the middle of the municipality. */
export async function makeTestReport(
  context: Context,
  actor: Actor,
  categoryId: number,
): Promise<TestReport> {
  if (await findTest(context)) throw conflict('Er is al een testmelding. Verwijder die eerst.')
  const category = await getCategoryById(context, categoryId)
  if (!category.parent) throw invalid({ category: ['Kies een subcategorie.'] })
  const [id] = await createSignals(context, {
    actor,
    once: { key: context.random.uuid(), clientHash: 'set-up', fingerprint: 'set-up' },
    batch: {
      isList: false,
      signals: [
        {
          text: TEXT,
          textExtra: '',
          source: undefined,
          incidentDateStart: context.clock.now(),
          incidentDateEnd: null,
          operationalDate: null,
          category: {
            address: addressOf(category.parent.slug, category.slug),
            field: 'sub_category',
            text: null,
          },
          location: { ...NO_PLACE, position: await findMiddle(context) },
          reporter: { email: actor.email, phone: null, sharingAllowed: false },
          priority: 'normal',
          typeCode: 'SIG',
          extraProperties: null,
          parentId: null,
          attachments: [],
          session: null,
        },
      ],
    },
  })
  if (id === undefined) throw new Error('no report was made')
  await record(context, { actor, id, action: TEST_MADE })
  return getTestReport(context)
}

const NO_PLACE = {
  district: null,
  neighbourhoodCode: null,
  areaTypeCode: null,
  areaCode: null,
  areaName: null,
  address: null,
  extraProperties: null,
}

function addressOf(main: string, sub: string): string {
  return `/signals/v1/public/terms/categories/${main}/sub_categories/${sub}`
}

/** Within an area where there are any, as rules may ask for it. */
async function findMiddle({ db, settings }: Context): Promise<readonly [number, number]> {
  const { rows } = await sql<{ x: number; y: number }>`
    select public.st_x(middle) as x, public.st_y(middle) as y
    from (select public.st_pointonsurface(geometry) as middle from ${db.table('area')} order by id limit 1) one`.execute(
    db.kysely,
  )
  const [west, south, east, north] = settings.boundingBox
  const [point] = rows
  return point ? [point.x, point.y] : [(west + east) / 2, (south + north) / 2]
}

export async function getTestReport(context: Context): Promise<TestReport> {
  const test = await findTestReport(context)
  if (!test) throw notFound('TestReport')
  return test
}

/** How far the test report came; undefined while there is none. */
export async function findTestReport(context: Context): Promise<TestReport | undefined> {
  const signalId = await findTest(context)
  if (signalId === undefined) return undefined
  const { db } = context
  const { rows } = await sql<{ state: string; departments: number }>`
    select status_state as state,
      coalesce(cardinality(routing_department_ids), 0) + (select count(*)::int from ${db.table('category_department')} link
        where link.category_id = signal.category_id and link.is_responsible) as departments
    from ${db.table('signal')} signal where id = ${signalId}`.execute(db.kysely)
  const mails = await db.kysely
    .selectFrom('mail')
    .select(['template_key', 'state'])
    .where('signal_id', '=', signalId)
    .orderBy('id')
    .execute()
  const stateOf = (template: string) =>
    mails.find(({ template_key: key }) => key === template)?.state as 'queued' | 'sent' | 'failed' | undefined
  const steps = judgeTestReport({
    createdMail: stateOf('signal_created'),
    handledMail: stateOf('signal_status_changed_afgehandeld'),
    departments: rows[0]?.departments ?? 0,
    isHandled: rows[0]?.state === 'o',
  })
  return { signalId, steps, isPassed: isTestPassed(steps) }
}

/** Only the test report itself can be taken away so; whether it came all the way is kept. */
export async function removeTestReport(context: Context, actor: Actor): Promise<void> {
  const { signalId: id, isPassed } = await getTestReport(context)
  await context.db.transaction(async (db) => {
    const inside = { ...context, db }
    await destroySignals(inside, [id], {
      by: actor.email,
      batch: null,
      action: 'manual',
      note: sql`'Test report of the set-up'`,
    })
    await record(inside, { actor, id, action: TEST_REMOVED })
    if (isPassed) await record(inside, { actor, id, action: TEST_PASSED })
  })
}

/** The number of the test report that is there. */
async function findTest({ db }: Context): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select signal.id from ${db.table('audit_log')} log
    join ${db.table('signal')} signal on signal.id::text = log.object_id
    where log.action = ${TEST_MADE} and log.object_type = 'signal' order by log.id desc limit 1`.execute(
    db.kysely,
  )
  return rows[0]?.id
}

async function record(
  context: Context,
  { actor, id, action }: { readonly actor: Actor; readonly id: number; readonly action: string },
): Promise<void> {
  await recordInAuditLog(context, { by: actor.email, action, object: { type: 'signal', id: String(id) } })
}
