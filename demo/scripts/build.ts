/** Makes the data files of the demonstration town from its hand-drawn sources: `node demo/scripts/build.ts`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildAreas, buildOutline } from './areas.ts'
import { buildAddresses } from './build-addresses.ts'
import { buildBasemap } from './build-basemap.ts'
import { buildObjects } from './build-objects.ts'
import { placeBuildings } from './place-buildings.ts'
import { readTown } from './read-town.ts'

const fileIn = (name: string) => new URL(`../${name}`, import.meta.url)

const town = readTown()
const areas = buildAreas()
const { buildings, houses } = placeBuildings(town)
const addresses = buildAddresses(houses, areas)

writeLines('addresses.json', addresses, 'streets')
writeLines('basemap.geojson', buildBasemap(town, buildings), 'features')
writeLines('objects.geojson', buildObjects(town, buildOutline()), 'features')
writeAreas()

/** One item of the long list on each line: small, and a change shows as the lines that changed. */
function writeLines(name: string, value: object, list: string): void {
  const entries = Object.entries(value).map(([key, part]) => {
    if (key !== list || !Array.isArray(part)) return `${JSON.stringify(key)}:${JSON.stringify(part)}`
    return `${JSON.stringify(key)}:[\n${part.map((item) => JSON.stringify(item)).join(',\n')}\n]`
  })
  writeFileSync(fileIn(name), `{${entries.join(',\n')}}\n`)
}

/** The municipality is written by hand, its areas excepted; a file that already has them is left as it is. */
function writeAreas(): void {
  const municipality = JSON.parse(readFileSync(fileIn('municipality.json'), 'utf8'))
  if (JSON.stringify(municipality.areas) === JSON.stringify(areas)) return
  writeFileSync(fileIn('municipality.json'), `${JSON.stringify({ ...municipality, areas }, null, 2)}\n`)
}
