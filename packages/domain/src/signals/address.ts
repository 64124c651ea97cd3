/** An address as it is sent and stored; anything may be missing. */
export interface Address {
  readonly openbare_ruimte?: string | null
  readonly huisnummer?: number | string | null
  readonly huisletter?: string | null
  readonly huisnummer_toevoeging?: number | string | null
  readonly postcode?: string | null
  readonly woonplaats?: string | null
}

/** `Dorpsstraat 1a-2 1234AB Voorbeeldstad`: what is searched for, and shown in a row of a list. */
export function formatAddressText(address: Address | null): string {
  if (address === null) return ''
  return [formatStreet(address), partOf(address.postcode), partOf(address.woonplaats)]
    .filter((part) => part !== '')
    .join(' ')
}

/** `Dorpsstraat 1a-2` */
export function formatStreet(address: Address): string {
  const addition = partOf(address.huisnummer_toevoeging)
  const number = `${partOf(address.huisnummer)}${partOf(address.huisletter)}${addition && `-${addition}`}`
  return `${partOf(address.openbare_ruimte)} ${number}`.trim()
}

/**
 * An address written in a municipality's own way. Letters stand for parts: `O` street, `h` number, `l`
 * letter, `t` addition, `T` addition after a dash, `p` postcode as stored, `P` postcode with a space,
 * `W` town; after a backslash a letter stands for itself.
 */
export function formatAddress(address: Address, format: string): string {
  const text = format.replace(/\\(.)|([OhltTpPW])/gs, (_, escaped?: string, letter?: string) =>
    letter === undefined ? (escaped ?? '') : formatPart(address, letter),
  )
  return text.trim()
}

function formatPart(address: Address, letter: string): string {
  switch (letter) {
    case 'O':
      return partOf(address.openbare_ruimte)
    case 'h':
      return partOf(address.huisnummer)
    case 'l':
      return partOf(address.huisletter)
    case 't':
      return partOf(address.huisnummer_toevoeging)
    case 'T': {
      const addition = partOf(address.huisnummer_toevoeging)
      return addition && `-${addition}`
    }
    case 'p':
      return partOf(address.postcode)
    case 'P':
      return formatPostcode(partOf(address.postcode))
    default:
      return partOf(address.woonplaats)
  }
}

/** `1234AB` → `1234 AB`; what is no Dutch postcode stays as it is. */
export function formatPostcode(postcode: string): string {
  return postcode.replace(/^(\d{4})\s*([A-Za-z]{2})$/, '$1 $2')
}

/** The address as the geocoder found it; what it does not know becomes empty. */
export function normaliseAddress(address: Address): Required<Address> {
  return {
    openbare_ruimte: partOf(address.openbare_ruimte),
    huisnummer: address.huisnummer ?? '',
    huisletter: partOf(address.huisletter),
    huisnummer_toevoeging: partOf(address.huisnummer_toevoeging),
    postcode: partOf(address.postcode),
    woonplaats: partOf(address.woonplaats),
  }
}

/** Whether there is enough of it to look it up. */
export function isAddressComplete(address: Address): boolean {
  return partOf(address.openbare_ruimte) !== '' && partOf(address.huisnummer) !== ''
}

function partOf(value: unknown): string {
  return typeof value === 'string' || (typeof value === 'number' && value !== 0) ? String(value).trim() : ''
}
