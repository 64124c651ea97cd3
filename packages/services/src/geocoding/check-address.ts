import { type Address, isAddressComplete, normaliseAddress, type Position } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { FoundAddress } from '../ports.ts'
import { invalid } from '../problem.ts'
import { searchAreaOf } from './search-area.ts'

export const NON_EXISTING_ADDRESS = 'Niet-bestaand adres.'

export interface CheckedAddress {
  /** As it is to be stored: in the register's spelling when the register knows it. */
  readonly address: Address | null
  readonly isKnown: boolean
  /** As it was sent, when it was replaced. */
  readonly original: Address | null
}

/**
 * An address in the register's own spelling. Whether the register cannot be asked or does not know it, a
 * report is not refused for it, unless the municipality requires known addresses and this one is not. To be
 * called outside a transaction, as it may wait for another server.
 */
export async function checkAddress(
  context: Pick<Context, 'geocoder' | 'settings' | 'log'>,
  sent: Address | null,
  position: Position,
): Promise<CheckedAddress> {
  const mode = context.settings.addressCheck
  if (!isWorthAsking(sent) || mode === 'off') return asSent(sent)
  const found = await askAboutAddress(context, sent, position)
  if (found === 'unavailable') return asSent(sent)
  if (found !== 'unknown') return { address: found, isKnown: true, original: sent }
  if (mode === 'require') throw invalid({ location: { location: [NON_EXISTING_ADDRESS] } })
  return asSent(sent)
}

function asSent(address: Address | null): CheckedAddress {
  return { address, isKnown: false, original: null }
}

/** Whether there is an address at all. */
export function isWorthAsking(address: Address | null): address is Address {
  return Object.values(address ?? {}).some((part) => part !== null && part !== undefined && part !== '')
}

/** The address as it is to be stored, in the register's spelling. */
export async function askAboutAddress(
  context: Pick<Context, 'geocoder' | 'settings' | 'log'>,
  sent: Address,
  [longitude, latitude]: Position,
): Promise<Address | 'unknown' | 'unavailable'> {
  if (!isAddressComplete(sent)) return 'unknown'
  const found = await askRegister(context, sent, { longitude, latitude })
  return typeof found === 'string' ? found : normaliseAddress(toStored(found))
}

async function askRegister(
  context: Pick<Context, 'geocoder' | 'settings' | 'log'>,
  address: Address,
  point: { readonly longitude: number; readonly latitude: number },
): Promise<FoundAddress | 'unknown' | 'unavailable'> {
  try {
    return await context.geocoder.check(toAsked(address), point, searchAreaOf(context.settings))
  } catch (error) {
    context.log.warn(
      { reason: error instanceof Error ? error.name : 'unknown' },
      'the address register did not answer',
    )
    return 'unavailable'
  }
}

function toAsked(address: Address) {
  const { openbare_ruimte, huisnummer, huisletter, huisnummer_toevoeging, postcode, woonplaats } = address
  return {
    openbare_ruimte: openbare_ruimte ?? undefined,
    huisnummer: huisnummer ?? undefined,
    huisletter: huisletter ?? undefined,
    huisnummer_toevoeging: huisnummer_toevoeging == null ? undefined : String(huisnummer_toevoeging),
    postcode: postcode ?? undefined,
    woonplaats: woonplaats ?? undefined,
  }
}

function toStored({ address }: FoundAddress): Address {
  return Object.fromEntries(Object.entries(address).filter(([, part]) => part !== undefined))
}
