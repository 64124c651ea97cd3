import { isAllowedSource, readGml } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid, Problem } from '../problem.ts'

export interface AreaSource {
  readonly url: string
  /** What a WFS calls the areas; empty where the address asks for them already. */
  readonly typeName: string
}

/**
 * The areas that another server publishes, as features of GeoJSON, with the coordinates as they came. Only from
 * servers that the municipality trusts, as with objects on the map.
 */
export async function fetchAreas(
  context: Context,
  { url, typeName }: AreaSource,
): Promise<readonly unknown[]> {
  const { objectSource, settings } = context
  if (!isAllowedSource(url, settings.objectOrigins))
    throw invalid({ url: ['Deze server staat niet bij "Bronnen van objecten" in de instellingen.'] })
  if (!objectSource?.readText)
    throw invalid({ url: ['Op deze installatie wordt niets van buiten opgehaald.'] })
  const json = await read(context, completeAddress(url, typeName, true))
  const found = readFeatures(json) ?? readFeatures(await read(context, completeAddress(url, typeName, false)))
  if (!found || found.length === 0)
    throw invalid({ url: ['Er kwamen geen gebieden. Klopt het adres, en de naam van de kaartlaag?'] })
  return found
}

async function read({ objectSource, log }: Context, url: string): Promise<string> {
  try {
    return (await objectSource?.readText?.(url)) ?? ''
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown'
    log.warn({ origin: new URL(url).origin, reason }, 'areas cannot be had')
    throw new Problem(503, { detail: 'De andere server gaf geen gebieden. Probeer het later nog eens.' })
  }
}

/** A server that has no GeoJSON is asked once more, for what it has. */
function completeAddress(given: string, typeName: string, asJson: boolean): string {
  const url = new URL(given)
  const has = (name: string) => [...url.searchParams.keys()].some((key) => key.toLowerCase() === name)
  if (typeName === '') return url.href
  const wanted = {
    service: 'WFS',
    version: '2.0.0',
    request: 'GetFeature',
    typeNames: typeName,
    ...(asJson ? { outputFormat: 'application/json' } : {}),
  }
  for (const [name, value] of Object.entries(wanted))
    if (!has(name.toLowerCase())) url.searchParams.set(name, value)
  return url.href
}

function readFeatures(text: string): readonly unknown[] | undefined {
  if (text.trimStart().startsWith('<')) return readGml(text)
  try {
    const { features } = Object(JSON.parse(text)) as { features?: unknown }
    return Array.isArray(features) ? features : undefined
  } catch {
    return undefined
  }
}
