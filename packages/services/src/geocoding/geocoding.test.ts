import type { Address } from '@signalen/domain'
import { createTestContext, describeEachDatabase, openStaffApi } from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import type { FoundAddress, Geocoder } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'
import { checkAddress } from './check-address.ts'

const FOUND: FoundAddress = {
  id: '1',
  display: 'Dorpsstraat 1A, 1234 AB Waterveste',
  address: {
    openbare_ruimte: 'Dorpsstraat',
    huisnummer: '1',
    huisletter: 'A',
    postcode: '1234AB',
    woonplaats: 'Waterveste',
  },
  point: { longitude: 4.35, latitude: 52.01 },
}
const SENT: Address = { openbare_ruimte: 'dorpsstraat', huisnummer: '1a' }

function geocoder(answers: Partial<Geocoder>): Geocoder {
  return { suggest: async () => [], reverse: async () => undefined, check: async () => 'unknown', ...answers }
}

const DOWN: Partial<Geocoder> = {
  suggest: () => Promise.reject(new Error('down')),
  reverse: () => Promise.reject(new Error('down')),
  check: () => Promise.reject(new Error('down')),
}

describeEachDatabase('addresses', (database) => {
  beforeEach(() => database.reset())

  function contextWith(answers: Partial<Geocoder>, settings: Partial<Settings> = {}) {
    const test = createTestContext(database.municipality, { settings })
    return { ...test, context: { ...test.context, geocoder: geocoder(answers) } }
  }

  describe('checking one', () => {
    const check = (answers: Partial<Geocoder>, settings: Partial<Settings>, sent: Address | null = SENT) =>
      checkAddress(contextWith(answers, settings).context, sent, [4.35, 52.01])
    const asSent = { address: SENT, isKnown: false, original: null }

    it.each(['mark', 'require'] as const)(
      'stores the spelling of the register and keeps what was sent (%s)',
      async (addressCheck) => {
        expect(await check({ check: async () => FOUND }, { addressCheck })).toEqual({
          address: { ...FOUND.address, huisnummer_toevoeging: '' },
          isKnown: true,
          original: SENT,
        })
      },
    )

    it('asks in the places of the municipality', async () => {
      const asked: unknown[] = []
      const answers: Partial<Geocoder> = {
        async check(...question) {
          asked.push(...question)
          return 'unknown'
        },
      }
      await check(answers, { addressMunicipalities: ['Waterveste'], boundingBox: [4, 51, 5, 53] })
      expect(asked).toEqual([
        SENT,
        { longitude: 4.35, latitude: 52.01 },
        { municipalities: ['Waterveste'], near: { longitude: 4.5, latitude: 52 } },
      ])
    })

    it('never refuses a report because the register does not answer', async () => {
      for (const addressCheck of ['mark', 'require'] as const) {
        expect(await check(DOWN, { addressCheck })).toEqual(asSent)
      }
    })

    it('marks what the register does not know, and refuses it only where known addresses are required', async () => {
      expect(await check({}, { addressCheck: 'mark' })).toEqual(asSent)
      await expect(check({}, { addressCheck: 'require' })).rejects.toMatchObject({
        status: 400,
        body: { location: { location: ['Niet-bestaand adres.'] } },
      })
    })

    it('does not ask where there is nothing to ask or nobody wants to know', async () => {
      const never: Partial<Geocoder> = { check: () => Promise.reject(new Error('asked')) }
      for (const sent of [null, {}, { postcode: '' }]) {
        expect(await check(never, { addressCheck: 'require' }, sent)).toEqual({ ...asSent, address: sent })
      }
      expect(await check(never, { addressCheck: 'off' })).toEqual(asSent)
      // Too little of it to look it up.
      expect(await check(never, { addressCheck: 'mark' }, { postcode: '1234AB' })).toMatchObject({
        isKnown: false,
      })
      await expect(check(never, { addressCheck: 'require' }, { postcode: '1234AB' })).rejects.toMatchObject({
        status: 400,
      })
    })

    it('tells nothing of the address to the log', async () => {
      const test = contextWith(DOWN)
      await checkAddress(test.context, SENT, [4.35, 52.01])
      expect(JSON.stringify(test.logs)).not.toMatch(/dorpsstraat|4\.35/i)
      expect(test.logs).toHaveLength(1)
    })
  })

  describe('for forms', () => {
    const ask = async (path: string, answers: Partial<Geocoder>) => {
      const { context } = contextWith(answers, { boundingBox: [4, 51, 5, 53] })
      return (await openStaffApi(context)).ask('GET', `/public/addresses${path}`, { as: null })
    }
    const presented = {
      id: '1',
      display: 'Dorpsstraat 1A, 1234 AB Waterveste',
      address: { ...FOUND.address, huisnummer_toevoeging: '' },
      geometrie: { type: 'Point', coordinates: [4.35, 52.01] },
    }

    it('are found by what is typed, within the municipality', async () => {
      const elsewhere = { ...FOUND, point: { longitude: 6, latitude: 52 } }
      const { status, body } = await ask('?q=dorps', { suggest: async () => [elsewhere, FOUND] })
      expect([status, body]).toEqual([200, { results: [presented] }])
    })

    it('are found by a place', async () => {
      const answers = { reverse: async () => FOUND }
      expect((await ask('/nearest?lon=4.35&lat=52.01', answers)).body).toEqual({ results: [presented] })
      expect((await ask('/nearest?lon=7&lat=52.01', answers)).body).toEqual({ results: [] })
      expect((await ask('/nearest?lon=4.35&lat=52.01', {})).body).toEqual({ results: [] })
    })

    it.each([
      '?q=a',
      '',
      '?q=%00%00',
      `?q=${'x'.repeat(201)}`,
      '/nearest?lon=x&lat=1',
      '/nearest?lon=4',
      '/nearest?lon=181&lat=1',
    ])('are not looked for with "%.30s"', async (path) => {
      expect((await ask(path, DOWN)).status).toBe(400)
    })

    it('can be typed when the register does not answer', async () => {
      for (const path of ['?q=dorps', '/nearest?lon=4.35&lat=52.01']) {
        const { status, headers, body } = await ask(path, DOWN)
        expect([status, headers['retry-after'], Object.keys(body)]).toEqual([503, '30', ['detail']])
      }
    })
  })
})
