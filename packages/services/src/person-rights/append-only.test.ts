import { buildSignal, createTestContext, describeEachDatabase, listHistory } from '@signalen/testkit'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import { recordObjectChange } from '../settings/object-history.ts'
import { whileRedacting } from './while-redacting.ts'

describeEachDatabase('what was told', (database) => {
  it('is kept by the database, but for what goes with its report or is taken out on purpose', async () => {
    await database.reset()
    const { context } = createTestContext(database.municipality)
    const { db } = context
    const id = await buildSignal(context, { statusText: 'Wij komen' })
    await recordInAuditLog(context, { by: null, action: 'test', object: { type: 'test', id: '1' } })
    await recordObjectChange(db, {
      kind: 'category',
      id: 1,
      change: { name: 'Oud' },
      at: context.clock.now(),
      by: null,
    })
    for (const table of ['signal_history', 'object_history', 'audit_log'] as const) {
      const refused = { message: expect.stringContaining(`${table} is only added to`) }
      const remove = sql`delete from ${db.table(table)}`
      const change = sql`update ${db.table(table)} set id = id + 1000`
      await expect(remove.execute(db.kysely)).rejects.toMatchObject(refused)
      await expect(change.execute(db.kysely)).rejects.toMatchObject(refused)
      const onPurpose = db.transaction((trx) =>
        whileRedacting({ db: trx }, async () => {
          await change.execute(trx.kysely)
          await remove.execute(trx.kysely)
        }),
      )
      await expect(onPurpose).rejects.toMatchObject(refused)
    }
    await db.transaction((trx) =>
      whileRedacting({ db: trx }, () =>
        trx.kysely.updateTable('signal_history').set({ text: 'Wij komen bij [verwijderd]' }).execute(),
      ),
    )
    expect(await listHistory(context, id)).toEqual(['status: m: Wij komen bij [verwijderd]'])
    // Saying so ends with the transaction.
    await expect(db.kysely.updateTable('signal_history').set({ text: 'x' }).execute()).rejects.toThrow()
    await db.kysely.deleteFrom('signal').where('id', '=', id).execute()
    expect(await listHistory(context, id)).toEqual([])
  })
})
