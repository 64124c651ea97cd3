import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChosenPlace, DraftPlace } from '../drafts/draft.ts'
import { findDanger } from './danger.ts'
import { findPersonalData } from './personal-data.ts'
import { findPhotoType, nameOfPhoto } from './photo-type.ts'
import { decidePlace, readPlaceValue, writePlaceValue } from './place.ts'

describe('personal data in a text', () => {
  test.each([
    ['Mail mij op iemand@voorbeeld.example', ['email']],
    ['Bel 06 12345678 of 06-12345678', ['phone']],
    ['Mijn nummer is +31 6 12 34 56 78.', ['phone']],
    ['Een rode auto met kenteken 12-abc-3', ['plate']],
    ['Busje met GX-123-B', ['plate']],
    ['Mijn bsn is 111222333', ['bsn']],
    ['Boete op NL91 ABNA 0417 1643 00', ['iban']],
  ])('%s', (text, kinds) => {
    expect(findPersonalData(text)).toEqual(kinds)
  })

  test.each([
    'De lantaarnpaal met nummer 123456789 doet het niet',
    'Op 24-11-2026 om 13:30 lag er een bank op straat',
    'Container 0512345 bij huisnummer 12 tot en met 100',
    'Er liggen 10 zakken naast de container aan de Markt 87, 2611GW',
  ])('nothing in: %s', (text) => {
    expect(findPersonalData(text)).toEqual([])
  })
})

describe('danger in a text', () => {
  test.each([
    ['Er is brand in de container!', 'emergency'],
    ['Een man ligt bewusteloos op de stoep', 'emergency'],
    ['Ik ruik een gaslucht', 'emergency'],
    ['De putdeksel ontbreekt, het is een open put', 'urgent'],
    ['Er is een boom omgewaaid', 'urgent'],
  ] as const)('%s', (text, danger) => {
    expect(findDanger(text)).toBe(danger)
  })

  test.each([
    'Er wordt de hele avond vuurwerk afgestoken',
    'De brandgang achter ons huis ligt vol afval',
    'Kapotte lantaarnpaal, hij brandt overdag',
    'Er is geen brand, maar het stinkt',
    'Er staan brandnetels langs het pad',
  ])('none in: %s', (text) => {
    expect(findDanger(text)).toBeUndefined()
  })
})

describe('photos', () => {
  test.each([
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[0x89, 0x50, 0x4e, 0x47], 'image/png'],
    [[...Buffer.from('GIF89a')], 'image/gif'],
    [[0, 0, 0, 24, ...Buffer.from('ftypheic')], 'image/heic'],
    [[...Buffer.from('<svg xmlns=')], undefined],
    [[...Buffer.from('%PDF-1.7')], undefined],
    [[], undefined],
  ])('are known by their first bytes: %j', (bytes, type) => {
    expect(findPhotoType(Uint8Array.from(bytes))).toBe(type)
  })

  test('get a name that is no path and fits what they are', () => {
    expect(nameOfPhoto('C:\\fakepath\\mijn foto.PNG', 'image/jpeg')).toBe('mijn foto.jpg')
    expect(nameOfPhoto('../../etc/passwd', 'image/png')).toBe('passwd.png')
    fc.assert(fc.property(fc.string(), (name) => /^[^/\\]+\.jpg$/.test(nameOfPhoto(name, 'image/jpeg'))))
  })
})

const MAP = {
  tiles: '',
  attribution: '',
  zoom: 12,
  center: [4.36, 52],
  bounds: [4.3, 51.9, 4.4, 52.1],
} as const
const EMPTY: DraftPlace = { query: '', candidates: [], chosen: null, description: '' }
const INPUT = { query: '', picked: undefined, description: '' }

function place(display: string, longitude = 4.35): ChosenPlace {
  return { source: 'address', longitude, latitude: 52, address: null, display }
}

describe('where it is', () => {
  test('one address that fits is chosen', async () => {
    const decision = await decidePlace(EMPTY, { ...INPUT, query: 'Markt 87' }, MAP, async () => [
      place('Markt 87'),
    ])
    expect(decision).toMatchObject({ place: { query: '', chosen: { display: 'Markt 87' } } })
    expect(decision.fault).toBeUndefined()
  })

  test('of several, one must be picked', async () => {
    const found = [place('Markt 1'), place('Markt 2')]
    const decision = await decidePlace(EMPTY, { ...INPUT, query: 'Markt' }, MAP, async () => found)
    expect(decision).toMatchObject({ fault: 'pickMissing', place: { candidates: found, chosen: null } })
  })

  test.each([
    [[], 'notFound'],
    [undefined, 'searchFailed'],
  ])('what nobody knows can be sent as it was typed (%j)', async (found, fault) => {
    const decision = await decidePlace(EMPTY, { ...INPUT, query: 'Bij de molen' }, MAP, async () => found)
    expect(decision.fault).toBe(fault)
    expect(decision.place.candidates).toMatchObject([
      { source: 'typed', display: 'Bij de molen', longitude: 4.36 },
    ])
  })

  test('a place elsewhere is not taken', async () => {
    const far = place('Verweg 1', 6.5)
    expect((await decidePlace(EMPTY, { ...INPUT, query: 'Verweg' }, MAP, async () => [far])).fault).toBe(
      'outside',
    )
    expect((await decidePlace(EMPTY, { ...INPUT, picked: far }, MAP, async () => [])).fault).toBe('outside')
  })

  test('a choice stays until another is made', async () => {
    const known = { ...EMPTY, chosen: place('Markt 87') }
    const never = async () => {
      throw new Error('not asked')
    }
    expect((await decidePlace(known, INPUT, MAP, never)).place.chosen?.display).toBe('Markt 87')
    const other = await decidePlace(known, { ...INPUT, picked: place('Plein 1') }, MAP, never)
    expect(other.place.chosen?.display).toBe('Plein 1')
    expect((await decidePlace(EMPTY, INPUT, MAP, never)).fault).toBe('missing')
  })

  test('the value of a choice says all of it, and nonsense says nothing', () => {
    const chosen = { ...place('Markt 87'), address: null }
    expect(readPlaceValue(writePlaceValue(chosen))).toEqual(chosen)
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (value) => readPlaceValue(value) === undefined))
  })
})
