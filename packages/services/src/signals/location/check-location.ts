import type { Context } from '../../context.ts'
import { checkAddress } from '../../geocoding/check-address.ts'
import type { NewLocation } from '../create/new-signal.ts'

export interface CheckedLocation extends NewLocation {
  /** Whether the register of addresses knows the address. */
  readonly bagValidated: boolean
}

/**
 * A location with its address as the register spells it; how it was sent is kept beside it. Waits for the
 * register, so not inside a transaction.
 */
export async function checkLocation(context: Context, location: NewLocation): Promise<CheckedLocation> {
  const { address, isKnown, original } = await checkAddress(context, location.address, location.position)
  if (original === null) return { ...location, address, bagValidated: isKnown }
  const extraProperties = { ...asObject(location.extraProperties), original_address: original }
  return { ...location, address, bagValidated: isKnown, extraProperties }
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
