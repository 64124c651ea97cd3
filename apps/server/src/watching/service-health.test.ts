import { MailRefused } from '@signalen/services'
import { describeEachDatabase } from '@signalen/testkit/database'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createServiceHealth, type ServiceHealth } from './service-health.ts'

describeEachDatabase('the health of services outside', (context) => {
  const opened: ServiceHealth[] = []
  let isResting = false

  beforeEach(async () => {
    isResting = false
    await context.database.pool.query('delete from signalen_shared.outside_service')
  })
  afterEach(async () => {
    for (const health of opened.splice(0)) await health.close()
  })

  const log = { info: () => {}, warn: () => {}, error: () => {} }
  function open(probes = {}): ServiceHealth {
    const health = createServiceHealth({
      database: context.database,
      log,
      names: ['mail', 'addresses'],
      breakers: { addresses: () => isResting },
      probes,
    })
    opened.push(health)
    return health
  }

  it('is what was noticed last, and whether a service is left alone', async () => {
    const health = open()
    health.notice('mail', new Error('fetch failed', { cause: new Error('connect ECONNREFUSED') }))
    health.notice('mail', new Error('once more'))
    isResting = true
    const [addresses, mail] = await health.list()
    expect(addresses).toMatchObject({ name: 'addresses', isResting: true, lastSuccessAt: null })
    expect(mail).toMatchObject({ failuresInARow: 2, lastFault: 'Error: once more' })
    const resting = Object.assign(new Error('left alone'), { name: 'ServiceResting' })
    health.notice('mail', resting)
    expect((await health.list())[1]).toMatchObject({ failuresInARow: 2, lastFault: 'Error: once more' })
    health.notice('mail', new MailRefused('this one not'))
    expect((await health.list())[1]).toMatchObject({ failuresInARow: 0 })
  })

  it('is known of other processes, and asked where nothing else tells', async () => {
    await context.database.pool.query(
      `insert into signalen_shared.outside_service
         (process, name, is_resting, failures_in_a_row, last_failure_at, last_fault, noticed_at)
       values ('other', 'mail', true, 5, now(), 'timeout', now()),
         ('gone', 'addresses', true, 5, now(), 'timeout', now() - interval '1 hour')`,
    )
    const health = open({ identity: async () => {} })
    await new Promise((done) => setTimeout(done, 20))
    const [addresses, identity, mail] = await health.list()
    expect(addresses).toMatchObject({ isResting: false, failuresInARow: 5 })
    expect(identity?.lastSuccessAt).toBeInstanceOf(Date)
    expect(mail).toMatchObject({ isResting: true, failuresInARow: 5, lastFault: 'timeout' })
  })
})
