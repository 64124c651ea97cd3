import { useQuery } from '@tanstack/react-query'
import { read } from './request.ts'
import type { FoundAddress, Page } from './wire.ts'

const PATH = '/signals/v1/public/addresses'

/** Addresses that fit what was typed, once there is enough of it. */
export function useAddressSearch(typed: string) {
  const query = typed.trim()
  return useQuery({
    queryKey: ['addresses', query],
    queryFn: ({ signal }) =>
      read<Pick<Page<FoundAddress>, 'results'>>(`${PATH}?${new URLSearchParams({ q: query })}`, { signal }),
    enabled: query.length >= 3,
    staleTime: 5 * 60_000,
    retry: false,
  })
}

/** The address nearest to a point, if there is one near. */
export async function findNearestAddress(
  longitude: number,
  latitude: number,
): Promise<FoundAddress | undefined> {
  const query = new URLSearchParams({ lon: String(longitude), lat: String(latitude) })
  const found = await read<Pick<Page<FoundAddress>, 'results'>>(`${PATH}/nearest?${query}`)
  return found.results[0]
}
