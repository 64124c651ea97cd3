import type { Actor } from '@signalen/domain'
import { buildSignal, describeEachDatabase, employeeWith } from '@signalen/testkit'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { openTown, type TestTown } from '../test-town.ts'
import { clearSignalsBefore } from './clear-signals-before.ts'
import { countSignals } from './count-signals.ts'
import { MOST_CHANGES } from './kept-results.ts'
import { selectionOf } from './signal-selection.ts'

const STATES = ['m', 'b', 'o']
const superuser: Actor = { ...employeeWith([]), isSuperuser: true }

/** Filters of every kind whose counts are kept, and one whose count is not. */
const FILTERS: readonly Record<string, string | string[]>[] = [
  {},
  { status: 'm' },
  { status: ['b', 'o'], priority: 'high' },
  { contact_details: 'email' },
  { address_text: 'kerk' },
  { kind: 'child_signal' },
  { assigned_user_email: 'null' },
  { created_after: '2026-11-24T00:00:00Z', source: 'online' },
  { punctuality: 'null' },
]

const step = fc.oneof(
  fc.record({ does: fc.constant('make' as const), state: fc.constantFrom(...STATES) }),
  fc.record({
    does: fc.constantFrom('change' as const, 'changeTwice' as const, 'undo' as const),
    which: fc.nat(30),
    state: fc.constantFrom(...STATES),
    priority: fc.constantFrom('high', 'low'),
    street: fc.constantFrom('Kerkweg 1', 'Dorpsstraat 2'),
    email: fc.constantFrom('een@voorbeeld.example', null),
  }),
  fc.record({ does: fc.constant('delete' as const), which: fc.nat(30) }),
  fc.record({ does: fc.constant('forget' as const), everything: fc.boolean() }),
  fc.record({ does: fc.constant('empty' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

type Change = Extract<Step, { does: 'change' | 'changeTwice' | 'undo' }>

class Undone extends Error {}

describeEachDatabase('counts of reports', (database) => {
  let town: TestTown

  beforeAll(async () => {
    town = await openTown(database)
  }, 60_000)

  async function countBoth(actor: Actor): Promise<{ kept: number[]; anew: number[] }> {
    const [kept, anew]: number[][] = [[], []]
    for (const filter of FILTERS) {
      const selection = await selectionOf(town.context, actor, filter)
      kept?.push(await countSignals(town.context, selection))
      anew?.push(await countSignals(town.context, { ...selection, isCountKept: false }))
    }
    return { kept: kept ?? [], anew: anew ?? [] }
  }

  it('are those of now, whatever happened since they were kept', async () => {
    const actor = employeeWith(['sia_read'], await listDepartmentIds(town))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const one of steps) {
          await take(town, one)
          for (const who of [superuser, actor]) {
            const { kept, anew } = await countBoth(who)
            expect(kept).toEqual(anew)
          }
        }
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('are made anew when more changed than is worth looking through', async () => {
    const { db } = town.context
    await buildSignal(town.context)
    const before = await countBoth(superuser)
    // Of reports that never were, so that whoever looks through these changes counts wrongly.
    await sql`insert into ${db.table('signal_before')} (id, existed, created_at)
      select -n, true, now() from generate_series(1, ${MOST_CHANGES + 1}::integer) n`.execute(db.kysely)
    expect((await countBoth(superuser)).kept).toEqual(before.anew)
    await sql`delete from ${db.table('signal_before')} where id < 0`.execute(db.kysely)
  })

  it('follow what departments may see', async () => {
    const [department] = await listDepartmentIds(town)
    const actor = employeeWith(['sia_read'], [department ?? 0])
    await buildSignal(town.context)
    expect((await countBoth(actor)).kept[0]).toBeGreaterThan(0)
    await town.context.db.kysely.deleteFrom('category_department').execute()
    expect((await countBoth(actor)).kept[0]).toBe(0)
  })

  it.skipIf(database.kind === 'embedded')('do not see what is not yet decided', async () => {
    await buildSignal(town.context, { state: 'b' })
    const before = await countBoth(superuser)
    const [written, counted] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const writing = town.context.db.transaction(async (trx) => {
      await trx.kysely.updateTable('signal').set({ status_state: 'o' }).execute()
      written.resolve()
      await counted.promise
    })
    await written.promise
    expect((await countBoth(superuser)).kept).toEqual(before.kept)
    counted.resolve()
    await writing
    const { kept, anew } = await countBoth(superuser)
    expect(kept).toEqual(anew)
    expect(kept).not.toEqual(before.kept)
  })
})

async function take(town: TestTown, one: Step): Promise<void> {
  const { context } = town
  switch (one.does) {
    case 'make':
      await buildSignal(context, { state: one.state })
      return
    case 'change':
    case 'changeTwice':
    case 'undo':
      return change(town, one)
    case 'delete':
      await context.db.kysely
        .deleteFrom('signal')
        .where('id', '=', await pick(town, one.which))
        .execute()
      return
    case 'forget': {
      const age = one.everything ? '2 hours' : '30 minutes'
      await sql`update ${context.db.table('signal_before')} set noted_at = noted_at - ${age}::interval`.execute(
        context.db.kysely,
      )
      await clearSignalsBefore(context)
      return
    }
    case 'empty':
      await sql`truncate ${context.db.table('signal')} cascade`.execute(context.db.kysely)
  }
}

async function change(town: TestTown, { does, which, ...to }: Change): Promise<void> {
  const id = await pick(town, which)
  const values = {
    status_state: to.state,
    priority: to.priority,
    address_text: to.street,
    reporter_email: to.email,
  }
  const changing = town.context.db.transaction(async (trx) => {
    const update = trx.kysely.updateTable('signal').where('id', '=', id)
    await update.set({ ...values, parent_id: null }).execute()
    if (does === 'change') return
    await update.set({ status_state: 'm' }).execute()
    const selection = await selectionOf({ ...town.context, db: trx }, superuser, {})
    await countSignals({ ...town.context, db: trx }, selection)
    if (does === 'undo') throw new Undone()
  })
  await changing.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
}

async function pick({ context }: TestTown, which: number): Promise<number> {
  const rows = await context.db.kysely.selectFrom('signal').select('id').orderBy('id').execute()
  return rows[which % Math.max(1, rows.length)]?.id ?? 0
}

async function listDepartmentIds({ context }: TestTown): Promise<number[]> {
  return (await context.db.kysely.selectFrom('department').select('id').execute()).map(({ id }) => id)
}
