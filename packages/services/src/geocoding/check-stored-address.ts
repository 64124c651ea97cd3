import type { Address, Position } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { queueJob } from '../queue-job.ts'
import type { CheckedLocation } from '../signals/location/check-location.ts'
import { type PlacedLocation, toAddressColumns } from '../signals/location/place-row.ts'
import { askAboutAddress, isWorthAsking } from './check-address.ts'

/** Nobody waits for the register of addresses where it only marks: it is asked once the report is there. */
export function isCheckedLater({ settings }: Pick<Context, 'settings'>): boolean {
  return settings.addressCheck === 'mark'
}

/** In the transaction that makes the reports. */
export async function queueAddressChecks(
  context: Context,
  made: readonly { readonly id: number; readonly location: PlacedLocation }[],
): Promise<void> {
  if (!isCheckedLater(context)) return
  for (const { id, location } of made) {
    if (!isWorthAsking(location.address)) continue
    await queueJob(context, 'address.check', { signalId: id }, { key: `address/${id}` })
  }
}

/**
 * Gives a report the address as the register spells it, and marks it as known. Fails towards the queue while
 * the register is silent. An address that was changed meanwhile stays.
 */
export async function checkStoredAddress(context: Context, signalId: number): Promise<void> {
  const stored = await findAddress(context, signalId)
  if (!stored || context.settings.addressCheck === 'off') return
  const found = await askAboutAddress(context, stored.address, stored.position)
  if (found === 'unavailable') throw new Error('the address register did not answer')
  if (found === 'unknown') return
  const extraProperties = { ...asObject(stored.extraProperties), original_address: stored.address }
  const columns = toAddressColumns({ address: found, extraProperties, bagValidated: true })
  await context.db.kysely
    .updateTable('signal')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1), updated_at: context.clock.now() }))
    .where('id', '=', signalId)
    .where('bag_validated', '=', false)
    .where(sql<boolean>`address = ${JSON.stringify(stored.address)}::jsonb`)
    .execute()
}

interface StoredAddress extends Pick<CheckedLocation, 'extraProperties'> {
  readonly address: Address
  readonly position: Position
}

async function findAddress(context: Context, signalId: number): Promise<StoredAddress | undefined> {
  const row = await context.db.kysely
    .selectFrom('signal')
    .select(['address', 'location_extra_properties'])
    .select([
      sql<number>`public.ST_X(geometry)`.as('longitude'),
      sql<number>`public.ST_Y(geometry)`.as('latitude'),
    ])
    .where('id', '=', signalId)
    .where('bag_validated', '=', false)
    .executeTakeFirst()
  const address = (row?.address ?? null) as Address | null
  if (!row || address === null || !isWorthAsking(address)) return undefined
  return {
    address,
    position: [row.longitude, row.latitude],
    extraProperties: row.location_extra_properties as CheckedLocation['extraProperties'],
  }
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
