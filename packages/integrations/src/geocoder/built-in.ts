import type { Address, FoundAddress, Geocoder, Point } from '@signalen/services'
import { displayAddress, fold, foldHouseNumber, foldPostcode, isSameHouse } from './house-number.ts'

/** A set of addresses in one file: houses by street and postcode, each with its place. */
export interface AddressFile {
  readonly town: string
  readonly streets: readonly AddressStreet[]
}

interface AddressStreet {
  readonly name: string
  readonly postcodes: readonly {
    readonly postcode: string
    readonly houses: readonly (readonly [number: string, longitude: number, latitude: number])[]
  }[]
}

interface House {
  readonly street: string
  readonly foldedStreet: string
  readonly number: string
  readonly foldedNumber: string
  readonly postcode: string
  readonly longitude: number
  readonly latitude: number
}

const MOST = 10
const REVERSE_METRES = 50
/** Degrees; somewhat more than the distance that is searched. */
const CELL = 0.001
const METRES_PER_DEGREE = 111_320

/** Addresses out of a file, for a demonstration without the internet. */
export function createBuiltInGeocoder(file: AddressFile): Geocoder {
  const houses = listHouses(file)
  const streets = Map.groupBy(houses, ({ foldedStreet }) => foldedStreet)
  const cells = Map.groupBy(houses, ({ longitude, latitude }) => cellOf(longitude, latitude))
  const present = (house: House) => presentHouse(house, file.town)

  return {
    suggest: async (text) => findHouses({ houses, streets, town: file.town }, text).map(present),

    async reverse({ longitude, latitude }) {
      const near = [-1, 0, 1].flatMap((east) =>
        [-1, 0, 1].flatMap(
          (north) => cells.get(cellOf(longitude + east * CELL, latitude + north * CELL)) ?? [],
        ),
      )
      const nearest = near
        .map((house) => ({ house, metres: distance(house, { longitude, latitude }) }))
        .filter(({ metres }) => metres <= REVERSE_METRES)
        .sort((left, right) => left.metres - right.metres)
      return nearest[0] && present(nearest[0].house)
    },

    async check(address) {
      const found = streets.get(fold(address.openbare_ruimte ?? '')) ?? []
      const isMeant = (house: House) => isSameHouse(address, toAddress(house, file.town))
      const house = isTown(address.woonplaats, file.town) ? found.find(isMeant) : undefined
      return house ? present(house) : 'unknown'
    },
  }
}

function isTown(asked: string | undefined, town: string): boolean {
  return !asked || fold(asked) === fold(town)
}

function listHouses({ streets }: AddressFile): House[] {
  return streets.flatMap(({ name, postcodes }) =>
    postcodes.flatMap(({ postcode, houses }) =>
      houses.map(([number, longitude, latitude]) => ({
        street: name,
        foldedStreet: fold(name),
        number,
        foldedNumber: fold(number).replaceAll(' ', ''),
        postcode,
        longitude,
        latitude,
      })),
    ),
  )
}

interface Index {
  readonly houses: readonly House[]
  readonly streets: ReadonlyMap<string, readonly House[]>
  readonly town: string
}

interface Asked {
  readonly words: string
  readonly number: string
  readonly postcode: string
}

function findHouses({ houses, streets, town }: Index, text: string): House[] {
  // A street may be called after its town, so the town is left out only where no street has its name.
  const whole = readQuestion(text, '')
  const isStreet = whole.words !== '' && [...streets.keys()].some((name) => matches(name, whole.words))
  const asked = isStreet ? whole : readQuestion(text, town)
  if (asked.postcode !== '') {
    return ranked(
      houses.filter(({ postcode }) => foldPostcode(postcode).startsWith(asked.postcode)),
      asked,
    )
  }
  if (asked.words === '') return []
  const names = [...streets.keys()].filter((name) => matches(name, asked.words))
  names.sort((left, right) => Number(right.startsWith(asked.words)) - Number(left.startsWith(asked.words)))
  const perStreet = names.map((name) => ranked(streets.get(name) ?? [], asked))
  // Without a number one house stands for its street, so that other streets are seen too.
  const chosen =
    asked.number === '' && perStreet.length > 1 ? perStreet.map((found) => found.slice(0, 1)) : perStreet
  return chosen.flat().slice(0, MOST)
}

/** Each word begins a word of the name, in the same order. */
function matches(name: string, words: string): boolean {
  const parts = name.split(' ')
  let from = 0
  return words.split(' ').every((word) => {
    const at = parts.findIndex((part, index) => index >= from && part.startsWith(word))
    from = at + 1
    return at >= 0
  })
}

/** `Oude Delft 12a`, `2611 cd 12`, `12 Oude Delft, Delft`. */
function readQuestion(text: string, town: string): Asked {
  const folded = fold(text)
  const [postcodePart = ''] = /\b\d{4} ?[a-z]{2}\b/.exec(folded) ?? []
  const place = folded.replace(postcodePart, ' ')
  const rest = town === '' ? place : place.replace(new RegExp(` ${fold(town)}$`), '')
  const [numberPart = ''] = /\b\d+ ?[a-z]?\b(?: \w{1,4})?(?= *$)|^\d+[a-z]?\b(?= )/.exec(rest) ?? []
  return {
    words: rest.replace(numberPart, ' ').replace(/ +/g, ' ').trim(),
    number: numberPart.replaceAll(' ', ''),
    postcode: postcodePart.replaceAll(' ', ''),
  }
}

/** The very number first, then those that begin with it. */
function ranked(houses: readonly House[], { number }: Asked): House[] {
  const exact = houses.filter(({ foldedNumber }) => foldedNumber === number)
  const longer = houses.filter(
    ({ foldedNumber }) => foldedNumber !== number && foldedNumber.startsWith(number),
  )
  return [...exact, ...longer].slice(0, MOST)
}

function presentHouse(house: House, town: string): FoundAddress {
  const address = toAddress(house, town)
  const id = `${foldPostcode(house.postcode)}-${foldHouseNumber(address)}`
  const { longitude, latitude } = house
  return { id, display: displayAddress(address), address, point: { longitude, latitude } }
}

function toAddress({ street, number, postcode }: House, town: string): Address {
  const [, digits = '', letter = '', addition = ''] = /^(\d+)([A-Za-z]?)(?:-(\w+))?$/.exec(number) ?? []
  return {
    openbare_ruimte: street,
    huisnummer: digits,
    huisletter: letter,
    huisnummer_toevoeging: addition,
    postcode,
    woonplaats: town,
  }
}

function cellOf(longitude: number, latitude: number): string {
  return `${Math.floor(longitude / CELL)},${Math.floor(latitude / CELL)}`
}

function distance(from: Point, to: Point): number {
  const north = (to.latitude - from.latitude) * METRES_PER_DEGREE
  const shrink = Math.cos((to.latitude * Math.PI) / 180)
  const east = (to.longitude - from.longitude) * METRES_PER_DEGREE * shrink
  return Math.hypot(north, east)
}
