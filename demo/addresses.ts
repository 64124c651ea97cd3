import type { AddressedPlace, AddressFile } from './types.ts'

/** The compact file as one address per house, in the words of the API. */
export function listAddresses({ town, streets }: AddressFile): AddressedPlace[] {
  return streets.flatMap(({ name, postcodes }) =>
    postcodes.flatMap(({ postcode, houses }) =>
      houses.map(([number, longitude, latitude]) => {
        const [huisnummer = '', huisletter = '', huisnummer_toevoeging = ''] = splitNumber(number)
        const address = {
          openbare_ruimte: name,
          huisnummer,
          huisletter,
          huisnummer_toevoeging,
          postcode,
          woonplaats: town,
        }
        return { longitude, latitude, address }
      }),
    ),
  )
}

/** `12`, `12A` or `12-2`. */
function splitNumber(number: string): string[] {
  const [, digits = '', letter = '', suffix = ''] = /^(\d+)([A-Z]?)(?:-(\w+))?$/.exec(number) ?? []
  return [digits, letter, suffix]
}
