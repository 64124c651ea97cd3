import { describeEachDatabase } from '@signalen/testkit/database'
import { afterEach, expect, it } from 'vitest'
import { createDepartment } from '../connection/test-data.ts'
import { fingerprintDatabase } from './fingerprint.ts'

describeEachDatabase('the fingerprint of a database', (context) => {
  afterEach(() => context.reset())

  const departments = async () => {
    const all = await fingerprintDatabase(context.database)
    return all.filter(({ table }) => table === 'department')
  }
  const add = (code: string) => context.municipality.transaction((trx) => createDepartment(trx, code))

  it('tells the rows of each table, whatever their order, and nothing else', async () => {
    const all = await fingerprintDatabase(context.database)
    const places = all.map(({ schema, table }) => `${schema}.${table}`)
    expect(places).toContain('signalen.municipality')
    expect(places.some((place) => place.endsWith('.signal'))).toBe(true)
    expect(places.some((place) => place.startsWith('signalen_shared'))).toBe(false)
    expect(await departments()).toMatchObject([{ rows: 0, sum: '0' }])

    await add('AAA')
    await add('BBB')
    const before = await departments()
    expect(before).toMatchObject([{ rows: 2 }])
    await context.database.pool.query(
      `update ${before[0]?.schema}.department set name = name where code = 'AAA'`,
    )
    expect(await departments()).toEqual(before)
  })

  it('differs by one letter', async () => {
    await add('AAA')
    const before = await departments()
    await context.database.pool.query(`update ${before[0]?.schema}.department set code = 'AAB'`)
    const after = await departments()
    expect(after[0]?.rows).toBe(1)
    expect(after[0]?.sum).not.toBe(before[0]?.sum)
  })
})
