import { z } from 'zod'
import { queryNumber, queryText } from './query.ts'
import { geoPoint } from './signal-parts.ts'

/** An address of the register, in the form in which a report is sent with it. */
export const foundAddress = z.object({
  id: z.string(),
  display: z.string(),
  address: z.object({
    openbare_ruimte: z.string(),
    huisnummer: z.string(),
    huisletter: z.string(),
    huisnummer_toevoeging: z.string(),
    postcode: z.string(),
    woonplaats: z.string(),
  }),
  geometrie: geoPoint,
})
export type FoundAddressAnswer = z.infer<typeof foundAddress>

export const foundAddresses = z.object({ results: z.array(foundAddress) })

export const addressQuery = z.object({ q: queryText.min(2, 'Geef minimaal 2 tekens op.').max(200) })

const REQUIRED_NUMBER = 'Voer een getal in.'

export const nearestAddressQuery = z.object({
  lon: queryNumber.pipe(z.number(REQUIRED_NUMBER).min(-180).max(180)),
  lat: queryNumber.pipe(z.number(REQUIRED_NUMBER).min(-90).max(90)),
})
