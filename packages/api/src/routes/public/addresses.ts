import {
  addressQuery,
  type FoundAddressAnswer,
  foundAddresses,
  nearestAddressQuery,
} from '@signalen/contract'
import { type FoundAddress, findAddressAt, suggestAddresses } from '@signalen/services'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const tags = ['addresses']
const config = { operation: 'public.address.read', throttle: 'look-ups', errors: [503] } as const

/** Searching an address and naming a place on the map: by way of this server, as forms need no other. */
export function addressRoutes(app: Api): void {
  app.get(
    '/v1/public/addresses',
    {
      config,
      schema: {
        tags,
        summary: 'Addresses that fit what is typed',
        querystring: addressQuery,
        response: { 200: foundAddresses },
      },
    },
    async (request) => {
      const found = await suggestAddresses(contextOf(request), request.query.q)
      return { results: found.map(presentAddress) }
    },
  )

  app.get(
    '/v1/public/addresses/nearest',
    {
      config,
      schema: {
        tags,
        summary: 'The address at a place, if there is one',
        querystring: nearestAddressQuery,
        response: { 200: foundAddresses },
      },
    },
    async (request) => {
      const { lon: longitude, lat: latitude } = request.query
      const found = await findAddressAt(contextOf(request), { longitude, latitude })
      return { results: found ? [presentAddress(found)] : [] }
    },
  )
}

function presentAddress({ id, display, address, point }: FoundAddress): FoundAddressAnswer {
  const { openbare_ruimte = '', huisnummer = '', huisletter = '', huisnummer_toevoeging = '' } = address
  const { postcode = '', woonplaats = '' } = address
  return {
    id,
    display,
    address: {
      openbare_ruimte,
      huisnummer: String(huisnummer),
      huisletter,
      huisnummer_toevoeging,
      postcode,
      woonplaats,
    },
    geometrie: { type: 'Point', coordinates: [point.longitude, point.latitude] },
  }
}
