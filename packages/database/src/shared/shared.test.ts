import { describeEachDatabase } from '@signalen/testkit/database'
import { beforeEach, expect, it } from 'vitest'
import { createAllowances } from './allowances.ts'
import { createSharedDrafts } from './drafts.ts'

describeEachDatabase('what processes share for a while', (context) => {
  beforeEach(async () => {
    await context.database.pool.query('delete from signalen_shared.draft')
    await context.database.pool.query('delete from signalen_shared.allowance')
  })

  it('is a draft that another process finds, until it is old', async () => {
    const one = createSharedDrafts(context.database, 24)
    const other = createSharedDrafts(context.database, 24)
    await one.set('a-name', Buffer.from('first'))
    await other.set('a-name', Buffer.from([0, 255, 1]))
    expect(await one.get('a-name')).toEqual(Buffer.from([0, 255, 1]))
    expect(await one.get('another')).toBeUndefined()
    await context.database.pool.query(
      "update signalen_shared.draft set changed_at = now() - interval '25 hours'",
    )
    expect(await one.get('a-name')).toBeUndefined()
    await createSharedDrafts(context.database, 24).set('new', Buffer.from('x'))
    const { rows } = await context.database.pool.query('select name from signalen_shared.draft')
    expect(rows).toEqual([{ name: 'new' }])
    await other.delete('new')
    expect(await one.get('new')).toBeUndefined()
  })

  it('is how much was asked, counted together and anew after a time', async () => {
    const one = createAllowances(context.database)
    const other = createAllowances(context.database)
    const used = [
      await one.use('k', 1, 60),
      await other.use('k', 1, 60),
      await one.use('k', 3, 60),
      await one.use('l', 1, 60),
    ]
    expect(used.map((use) => use.used)).toEqual([1, 2, 5, 1])
    expect(used[1]?.secondsLeft).toBeGreaterThan(50)
    await context.database.pool.query(
      "update signalen_shared.allowance set ends_at = now() - interval '1 second'",
    )
    expect((await other.use('k', 1, 60)).used).toBe(1)
    const many = await Promise.all(Array.from({ length: 20 }, () => one.use('m', 1, 60)))
    expect(many.map((use) => use.used).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 1),
    )
  })
})
