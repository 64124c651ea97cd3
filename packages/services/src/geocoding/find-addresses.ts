import type { Context } from '../context.ts'
import type { FoundAddress, Point } from '../ports.ts'
import { Problem } from '../problem.ts'
import { searchAreaOf } from './search-area.ts'

type Asking = Pick<Context, 'geocoder' | 'settings' | 'log'>

/** Addresses for what somebody types; of places outside the municipality none. */
export async function suggestAddresses(context: Asking, text: string): Promise<readonly FoundAddress[]> {
  const found = await asked(context, () => context.geocoder.suggest(text, searchAreaOf(context.settings)))
  return found.filter(({ point }) => isWithin(context, point))
}

/** The address at a place; undefined where there is none nearby. */
export async function findAddressAt(context: Asking, point: Point): Promise<FoundAddress | undefined> {
  if (!isWithin(context, point)) return undefined
  return asked(context, () => context.geocoder.reverse(point))
}

async function asked<Answer>(context: Asking, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    context.log.warn(
      { reason: error instanceof Error ? error.name : 'unknown' },
      'the address register did not answer',
    )
    throw new Problem(
      503,
      { detail: 'Adressen zoeken lukt nu niet. Vul het adres zelf in.' },
      { 'retry-after': '30' },
    )
  }
}

function isWithin({ settings }: Asking, { longitude, latitude }: Point): boolean {
  const [west, south, east, north] = settings.boundingBox
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north
}
