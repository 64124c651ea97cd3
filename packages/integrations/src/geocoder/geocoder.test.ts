import { describe, expect, it } from 'vitest'
import { type AddressFile, createBuiltInGeocoder } from './built-in.ts'
import { GeocoderResting, guardGeocoder } from './guarded.ts'
import { createPdokGeocoder } from './pdok.ts'

const FILE: AddressFile = {
  town: 'Waterveste',
  streets: [
    {
      name: 'Burgemeester Tasstraat',
      postcodes: [
        {
          postcode: '2611AA',
          houses: [
            ['1', 4.35, 52.01],
            ['1A', 4.3501, 52.01],
            ['12', 4.351, 52.01],
          ],
        },
      ],
    },
    { name: 'Oude Café-kade', postcodes: [{ postcode: '2612BB', houses: [['7-2', 4.36, 52.02]] }] },
    {
      name: 'Tasweg',
      postcodes: [
        {
          postcode: '2613CC',
          houses: [
            ['3', 4.37, 52.03],
            ['5', 4.3701, 52.03],
          ],
        },
      ],
    },
  ],
}

describe('the built-in geocoder', () => {
  const geocoder = createBuiltInGeocoder(FILE)
  const suggest = async (text: string) => (await geocoder.suggest(text)).map(({ display }) => display)

  it.each([
    [
      'burg tas 1',
      [
        'Burgemeester Tasstraat 1, 2611 AA Waterveste',
        'Burgemeester Tasstraat 1A, 2611 AA Waterveste',
        'Burgemeester Tasstraat 12, 2611 AA Waterveste',
      ],
    ],
    ['BURGEMEESTER tasstraat 1a', ['Burgemeester Tasstraat 1A, 2611 AA Waterveste']],
    ['Tasstraat 1 a, Waterveste', ['Burgemeester Tasstraat 1A, 2611 AA Waterveste']],
    ['2611 aa 12', ['Burgemeester Tasstraat 12, 2611 AA Waterveste']],
    ['2612bb', ['Oude Café-kade 7-2, 2612 BB Waterveste']],
    ['oude cafe kade 7', ['Oude Café-kade 7-2, 2612 BB Waterveste']],
    // One house of each street, and the street that begins so first.
    ['tas', ['Tasweg 3, 2613 CC Waterveste', 'Burgemeester Tasstraat 1, 2611 AA Waterveste']],
    ['tasweg', ['Tasweg 3, 2613 CC Waterveste', 'Tasweg 5, 2613 CC Waterveste']],
    ['onbekend 1', []],
    ['', []],
    ['12', []],
    ['((', []],
  ])('finds for "%s"', async (text, found) => {
    expect(await suggest(text)).toEqual(found)
  })

  it('finds a street that is called after its town', async () => {
    const streets = ['Oude Gracht', 'Oude Waterveste'].map((name, index) => ({
      name,
      postcodes: [{ postcode: `26${index}1DD`, houses: [['1', 4.35, 52.01] as const] }],
    }))
    const { suggest } = createBuiltInGeocoder({ town: 'Waterveste', streets })
    const streetsFor = async (text: string) =>
      (await suggest(text)).map(({ address }) => address.openbare_ruimte)
    expect(await streetsFor('oude waterveste')).toEqual(['Oude Waterveste'])
    expect(await streetsFor('oude waterveste 1, Waterveste')).toEqual(['Oude Waterveste'])
    expect(await streetsFor('oude gracht waterveste')).toEqual(['Oude Gracht'])
  })

  it('finds the nearest address to a place, within fifty metres', async () => {
    expect((await geocoder.reverse({ longitude: 4.37009, latitude: 52.0301 }))?.display).toBe(
      'Tasweg 5, 2613 CC Waterveste',
    )
    expect(await geocoder.reverse({ longitude: 4.3701, latitude: 52.0306 })).toBeUndefined()
  })

  it.each([
    [{ openbare_ruimte: 'burgemeester tasstraat', huisnummer: '1', huisletter: 'a' }, '1', 'A'],
    [{ openbare_ruimte: 'Burgemeester Tasstraat', huisnummer: '1A', postcode: '2611 aa' }, '1', 'A'],
    [{ openbare_ruimte: 'Burgemeester Tasstraat', huisnummer: 12, woonplaats: 'waterveste' }, '12', ''],
  ])('knows %j in the spelling of the register', async (address, huisnummer, huisletter) => {
    expect(await geocoder.check(address, { longitude: 4.35, latitude: 52 })).toMatchObject({
      address: { openbare_ruimte: 'Burgemeester Tasstraat', huisnummer, huisletter, postcode: '2611AA' },
    })
  })

  it.each([
    { openbare_ruimte: 'Burgemeester Tasstraat', huisnummer: '2' },
    { openbare_ruimte: 'Burgemeester Tasstraat', huisnummer: '1', postcode: '9999ZZ' },
    { openbare_ruimte: 'Burgemeester Tasstraat', huisnummer: '1', woonplaats: 'Elders' },
    {},
  ])('does not know %j', async (address) => {
    expect(await geocoder.check(address, { longitude: 4.35, latitude: 52 })).toBe('unknown')
  })
})

describe('the geocoder of PDOK', () => {
  const document = (changes: object = {}) => ({
    id: 'adr-1',
    weergavenaam: 'Dorpsstraat 1A-2, 1234AB Waterveste',
    straatnaam: 'Dorpsstraat',
    huisnummer: 1,
    huisletter: 'A',
    huisnummertoevoeging: '2',
    postcode: '1234AB',
    woonplaatsnaam: 'Waterveste',
    centroide_ll: 'POINT(4.35 52.01)',
    ...changes,
  })

  function geocoderThatGets(answer: unknown, status = 200) {
    const asked: URL[] = []
    const geocoder = createPdokGeocoder({
      url: 'https://pdok.example/search/v3_1',
      fetch: async (url) => {
        asked.push(new URL(String(url)))
        return new Response(JSON.stringify(answer), { status })
      },
    })
    return { geocoder, asked }
  }

  const docs = (...documents: object[]) => ({ response: { numFound: documents.length, docs: documents } })

  it('asks for addresses in the places of the municipality, what is near first', async () => {
    const { geocoder, asked } = geocoderThatGets(docs(document(), document({ centroide_ll: 'POINT(x)' }), {}))
    const area = { municipalities: ['Water"veste', 'Vliet'], near: { longitude: 4.3, latitude: 52 } }
    expect(await geocoder.suggest('dorps', area)).toEqual([
      {
        id: 'adr-1',
        display: 'Dorpsstraat 1A-2, 1234AB Waterveste',
        address: {
          openbare_ruimte: 'Dorpsstraat',
          huisnummer: '1',
          huisletter: 'A',
          huisnummer_toevoeging: '2',
          postcode: '1234AB',
          woonplaats: 'Waterveste',
        },
        point: { longitude: 4.35, latitude: 52.01 },
      },
    ])
    expect(asked[0]?.pathname).toBe('/search/v3_1/suggest')
    expect(asked[0]?.searchParams.getAll('fq')).toEqual([
      'bron:BAG',
      'type:adres',
      'gemeentenaam:("Water\\"veste" "Vliet")',
    ])
    expect(asked[0]?.searchParams.get('lon')).toBe('4.3')
  })

  it('checks an address by street, house, postcode and town', async () => {
    const { geocoder, asked } = geocoderThatGets(docs(document({ huisnummer: 10 }), document()))
    const address = {
      openbare_ruimte: 'Dorpsstraat',
      huisnummer: '1a',
      huisnummer_toevoeging: '2',
      postcode: '1234 ab',
      woonplaats: 'Waterveste',
    }
    expect(await geocoder.check(address, { longitude: 4.35, latitude: 52 })).toMatchObject({
      address: { huisnummer: '1', huisletter: 'A', huisnummer_toevoeging: '2' },
    })
    expect(asked[0]?.searchParams.get('q')).toBe('Dorpsstraat 1a-2')
    expect(asked[0]?.searchParams.getAll('fq')).toContain('postcode:"1234AB"')
  })

  it('takes no other house for the one that was meant', async () => {
    const { geocoder } = geocoderThatGets(docs(document({ huisnummer: 10 })))
    const address = { openbare_ruimte: 'Dorpsstraat', huisnummer: '1' }
    expect(await geocoder.check(address, { longitude: 4.35, latitude: 52 })).toBe('unknown')
  })

  it('names the address at a place', async () => {
    const { geocoder, asked } = geocoderThatGets(docs(document()))
    expect((await geocoder.reverse({ longitude: 4.35, latitude: 52.01 }))?.id).toBe('adr-1')
    expect(asked[0]?.searchParams.get('distance')).toBe('50')
    expect(await geocoderThatGets(docs()).geocoder.reverse({ longitude: 4, latitude: 52 })).toBeUndefined()
  })

  it.each([
    [docs(), 503],
    ['<html>', 200],
    [null, 200],
    [{ response: {} }, 200],
  ])('fails on the answer %j with status %d', async (answer, status) => {
    await expect(geocoderThatGets(answer, status).geocoder.suggest('dorps')).rejects.toThrow(/Locatieserver/)
  })

  it('does not wait for an answer that does not come', async () => {
    const geocoder = createPdokGeocoder({
      url: 'https://pdok.example',
      timeoutMilliseconds: 20,
      fetch: (_url, init) =>
        new Promise((_, refuse) =>
          init?.signal?.addEventListener('abort', () => refuse(init.signal?.reason)),
        ),
    })
    await expect(geocoder.suggest('dorps')).rejects.toThrow(/timeout/)
  })
})

describe('a guarded geocoder', () => {
  function guarded() {
    const state = { time: 0, fails: false, asked: 0 }
    const ask = async () => {
      state.asked++
      if (state.fails) throw new Error('down')
      return []
    }
    const inner = {
      suggest: ask,
      reverse: async () => void (await ask()),
      check: async () => ask().then(() => 'unknown' as const),
    }
    const options = {
      failures: 2,
      restMilliseconds: 1000,
      keepMilliseconds: 5000,
      mostKept: 2,
      now: () => state.time,
    }
    return { state, geocoder: guardGeocoder(inner, options) }
  }

  it('keeps an answer for a while, and not more answers than there is room for', async () => {
    const { state, geocoder } = guarded()
    await geocoder.suggest('Dorp')
    await geocoder.suggest('dorp ')
    expect(state.asked).toBe(1)
    state.time = 5001
    await geocoder.suggest('dorp')
    expect(state.asked).toBe(2)
    await geocoder.suggest('a')
    await geocoder.suggest('b')
    await geocoder.suggest('dorp')
    expect(state.asked).toBe(5)
  })

  it('leaves a server alone that fails, and tries it again after a rest', async () => {
    const { state, geocoder } = guarded()
    const point = { longitude: 4, latitude: 52 }
    state.fails = true
    await expect(geocoder.reverse(point)).rejects.toThrow('down')
    await expect(geocoder.check({}, point)).rejects.toThrow('down')
    await expect(geocoder.suggest('x')).rejects.toThrow(GeocoderResting)
    expect(state.asked).toBe(2)
    state.time = 1000
    await expect(geocoder.suggest('x')).rejects.toThrow('down')
    await expect(geocoder.suggest('x')).rejects.toThrow(GeocoderResting)
    state.time = 2000
    state.fails = false
    expect(await geocoder.suggest('x')).toEqual([])
  })
})
