import { createBuiltInGeocoder, createPdokGeocoder, guardGeocoder } from '@signalen/integrations'
import type { Geocoder } from '@signalen/services'
import addresses from '../../../../demo/addresses.json' with { type: 'json' }
import type { Environment } from '../configuration/variables.ts'
import { restOf } from './rest-of.ts'

/**
 * The configured source of addresses. `auto` serves the demonstration too: its invented town stands in no
 * register, so what the built-in set knows goes before what the register says.
 */
export function createGeocoder(environment: Environment): { geocoder: Geocoder; isResting(): boolean } {
  const pdok = guardGeocoder(createPdokGeocoder({ url: environment.PDOK_URL }), {
    restMilliseconds: restOf(environment),
  })
  const { isResting } = pdok
  if (environment.GEOCODER === 'pdok') return { geocoder: pdok, isResting }
  const builtIn = createBuiltInGeocoder(addresses as unknown as Parameters<typeof createBuiltInGeocoder>[0])
  const geocoder = environment.GEOCODER === 'built-in' ? builtIn : builtInFirst(builtIn, pdok)
  return { geocoder, isResting }
}

function builtInFirst(builtIn: Geocoder, register: Geocoder): Geocoder {
  return {
    async suggest(text, area) {
      const own = await builtIn.suggest(text, area)
      return own.length > 0 ? own : register.suggest(text, area)
    },
    async reverse(point) {
      return (await builtIn.reverse(point)) ?? register.reverse(point)
    },
    async check(address, point, area) {
      const own = await builtIn.check(address, point, area)
      return own === 'unknown' ? register.check(address, point, area) : own
    },
  }
}
