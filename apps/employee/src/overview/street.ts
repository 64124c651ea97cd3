import { type Address, formatStreet } from '@signalen/domain'

interface Placed {
  readonly location: { readonly address: Readonly<Record<string, unknown>> | null }
}

export function addressOf({ location }: Placed): Address {
  return (location.address ?? {}) as Address
}

/** Street and number, which is what one looks for in a list. */
export function streetOf(signal: Placed): string {
  return formatStreet(addressOf(signal))
}
