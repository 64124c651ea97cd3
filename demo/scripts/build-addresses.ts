import type { Point } from '../geometry.ts'
import { isInRing, toDegrees } from '../geometry.ts'
import { hash } from '../random.ts'
import type { AddressFile, DemoArea } from '../types.ts'
import type { House } from './place-buildings.ts'

const TOWN = 'Delft'
const HOUSES_PER_POSTCODE = 24
/** The letters that postcodes use; the pairs SA, SD and SS are never given out. */
const LETTERS = 'ABCDEGHJKLMNPRSTVWXZ'

/** Gathers the houses by street and hands out postcodes: two digits of the town, two of the quarter, two letters per stretch. */
export function buildAddresses(houses: readonly House[], areas: readonly DemoArea[]): AddressFile {
  const givenOut = new Map<string, number>()
  const inside = houses.filter(({ front }) => findQuarter(toDegrees(front), areas) !== undefined)
  const names = [...new Set(inside.map(({ street }) => street))].sort((a, b) => a.localeCompare(b, 'nl'))
  const streets = names.map((name) => {
    const numbered = renumber(inside.filter(({ street }) => street === name))
    const stretches = new Map<string, { postcode: string; houses: [string, number, number][] }>()
    for (const { number, at } of numbered) {
      const quarter = findQuarter(at, areas) ?? ''
      const stretch = `${quarter} ${number % 2} ${Math.floor(number / 2 / HOUSES_PER_POSTCODE)}`
      const entry = stretches.get(stretch) ?? { postcode: nextPostcode(quarter, givenOut), houses: [] }
      stretches.set(stretch, entry)
      entry.houses.push([`${number}${extension(name, number)}`, at[0], at[1]])
    }
    return { name, postcodes: [...stretches.values()] }
  })
  return { format: 'signalen-addresses', version: 1, town: TOWN, streets, areas: [...areas] }
}

/** A street drawn in several pieces (two quays, a square) would have its numbers twice: the later ones move up. */
function renumber(houses: readonly House[]): { number: number; at: Point }[] {
  const used = new Set<number>()
  return houses.map(({ number, front }) => {
    let free = number
    while (used.has(free)) free += 2
    used.add(free)
    return { number: free, at: toDegrees(front) }
  })
}

function findQuarter(point: Point, areas: readonly DemoArea[]): string | undefined {
  return areas.find(
    ({ type, geometry }) => type === 'district' && isInRing(point, geometry.coordinates[0]?.[0] ?? []),
  )?.code
}

function nextPostcode(quarter: string, givenOut: Map<string, number>): string {
  const count = givenOut.get(quarter) ?? 0
  givenOut.set(quarter, count + 1)
  const pair = `${LETTERS[Math.floor(count / LETTERS.length)]}${LETTERS[count % LETTERS.length]}`
  return ['SA', 'SD', 'SS'].includes(pair) ? nextPostcode(quarter, givenOut) : `26${quarter}${pair}`
}

/** Now and then a house has a letter or a suffix, as in any town. */
function extension(street: string, number: number): string {
  const draw = hash(`${street} ${number}`) % 40
  if (draw === 0) return 'A'
  return draw === 1 ? '-2' : ''
}
