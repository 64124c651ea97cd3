import { describeEachDatabase } from '@signalen/testkit'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  categoryAddress,
  HANDLER,
  makeSignal,
  OTHER_HANDLER,
  openTown,
  READER,
  type TestTown,
} from '../test-town.ts'
import { editDistance } from './edit-distance.ts'
import { learnSearchWords } from './learn-search-words.ts'
import { findNumber, findPhone } from './search-conditions.ts'

describe('slips of the pen', () => {
  it.each([
    ['lantaarn', 'lantaarn', 0],
    ['lantarn', 'lantaarn', 1],
    ['lantaran', 'lantaarn', 1],
    ['lantern', 'lantaarn', 2],
    ['stoep', 'put', 3],
    ['', 'ab', 2],
  ])('between %s and %s are %i', (left, right, slips) => {
    expect(editDistance(left, right, 2)).toBe(slips)
  })

  it('are as many one way as the other', () => {
    const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') })
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right, 9)).toBe(editDistance(right, left, 9))
        expect(editDistance(left, left, 9)).toBe(0)
      }),
    )
  })
})

describe('what is asked', () => {
  it.each([
    ['123', 123],
    ['SIG-123', 123],
    ['sig 123', 123],
    ['#7', 7],
    ['ABC-1', undefined],
    ['0', undefined],
    ['99999999999', undefined],
    ['1111AA', undefined],
  ])('%s is number %s', (asked, number) => expect(findNumber(asked, 'SIG-')).toBe(number))

  it.each([
    ['06-12345678', '612345678'],
    ['+31 6 1234 5678', '612345678'],
    ['12345', undefined],
    ['bel 0612345678', undefined],
  ])('%s is telephone number %s', (asked, phone) => expect(findPhone(asked)).toBe(phone))
})

describeEachDatabase('searching reports', (database) => {
  let town: TestTown
  const made = { lamp: 0, bank: 0, tegel: 0 }

  beforeAll(async () => {
    town = await openTown(database)
    const address = {
      openbare_ruimte: 'Kerkweg',
      huisnummer: 7,
      postcode: '1111 AA',
      woonplaats: 'Waterveste',
    }
    made.lamp = await makeSignal(town, {
      text: 'De lantaarnpalen op de hoek branden niet meer',
      category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') },
      location: { geometrie: { type: 'Point', coordinates: [4.85, 52.35] }, address },
    })
    made.bank = await makeSignal(town, {
      text: 'Er staat een kapotte bank naast de container',
      reporter: { email: 'Piet@voorbeeld.example', phone: '06 - 12 34 56 78' },
    })
    made.tegel = await makeSignal(town, { text: 'Losse stoeptegel naast de bank' })
  }, 120_000)

  const search = async (question: string, as?: string) => {
    const answer = await town.api.ask('GET', `/private/search?q=${encodeURIComponent(question)}`, { as })
    return answer.body.results.map(({ id }: { id: number }) => id).sort()
  }

  it.each<[string, (keyof typeof made)[]]>([
    ['lantaarnpaal', ['lamp']],
    ['LANTAARN', ['lamp']],
    ['de brandende lantaarnpalen', ['lamp']],
    ['lantarenpaal', ['lamp']],
    ['lantaarnpaaal', ['lamp']],
    ['stoeptegle', ['tegel']],
    ['container bank', ['bank']],
    ['naast bank', ['bank', 'tegel']],
    ['naast onzinwoord', ['bank', 'tegel']],
    ['xyzzy', []],
    ['kerkweg', ['lamp']],
    ['1111AA', ['lamp']],
    ['1111 aa', ['lamp']],
    ['kerkweg 7', ['lamp']],
    ['grofvuil', ['bank', 'tegel']],
    ['afval', ['bank', 'tegel']],
    ['piet@voorbeeld.example', ['bank']],
    ['+31612345678', ['bank']],
    ['', ['lamp', 'bank', 'tegel']],
    ['de het een', []],
  ])('%j finds %j', async (question, names) => {
    expect(await search(question)).toEqual(names.map((name) => made[name]).sort())
  })

  it('knows words by what reports have in common, once it has learned them', async () => {
    for (let more = 0; more < 3; more++) await makeSignal(town, { text: `Rattenplaag achter huis ${more}` })
    expect(await learnSearchWords(town.context)).toBeGreaterThan(0)
    expect(await search('ratenplaag')).toHaveLength(3)
    const words = await town.context.db.kysely.selectFrom('search_word').select('word').execute()
    expect(words.map(({ word }) => word)).not.toContain('stoeptegel')
  })

  it('finds a report by its number, first', async () => {
    const { body } = await town.api.ask('GET', `/private/search?q=SIG-${made.tegel}`)
    expect(body.results[0].id).toBe(made.tegel)
  })

  it('shows no more than one may see', async () => {
    expect(await search('lantaarnpaal', HANDLER)).toEqual([])
    expect(await search('bank', HANDLER)).toEqual([made.bank, made.tegel].sort())
    expect(await search(`${made.bank}`, OTHER_HANDLER)).toEqual([])
    expect(await search('piet@voorbeeld.example', READER)).toEqual([])
    expect(await search('0612345678', READER)).toEqual([])
  })

  it('orders by time when asked, and by nothing else', async () => {
    const { body } = await town.api.ask('GET', '/private/search?q=bank&ordering=created_at')
    expect(body.results.map(({ id }: { id: number }) => id)).toEqual([made.bank, made.tegel])
    expect((await town.api.ask('GET', '/private/search?q=bank&ordering=text')).body).toEqual({
      ordering: "Cannot order by 'text'!",
    })
  })

  it('never falls over, whatever is typed', async () => {
    const odd = fc.oneof(
      fc.string(),
      fc.constantFrom("'", "a'b:*", '\\', '!&|()', ':*', '%_', '0', '💡', "''':A"),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(odd, { maxLength: 4 }), async (parts) => {
        const answer = await town.api.ask('GET', `/private/search?q=${encodeURIComponent(parts.join(' '))}`)
        expect(answer.status).toBe(200)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('looks within the filters of the list, but for a number', async () => {
    const find = async (query: string) =>
      (await town.api.ask('GET', `/private/search?${query}`)).body.results.map(({ id }: { id: number }) => id)
    expect(await find('q=bank&contact_details=email')).toEqual([made.bank])
    expect(await find('q=bank&contact_details=none')).toEqual([made.tegel])
    expect(await find(`q=${made.bank}&status=o`)).toEqual([made.bank])
    expect(await find('q=lantaarn&within=4.84,52.34;4.86,52.34;4.86,52.36;4.84,52.36')).toEqual([made.lamp])
    expect(await find('q=lantaarn&within=4.94,52.34;4.96,52.34;4.96,52.36')).toEqual([])
    expect((await town.api.ask('GET', '/private/signals?within=4,5')).status).toBe(400)
  })
})
