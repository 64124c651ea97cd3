import type { OutsideServiceAnswer } from '@signalen/contract'
import { useQuery } from '@tanstack/react-query'
import { read } from '../../api/request.ts'
import { PRIVATE } from '../api.ts'

const POLL = 60_000
/** A map of our own stands in its place: nothing is missing. */
const REPLACED = 'map'

/** Asked by every open screen, so not often. */
export function useOutsideServices() {
  return useQuery({
    queryKey: ['outside-services'],
    queryFn: () => read<readonly OutsideServiceAnswer[]>(`${PRIVATE}/outside-services`),
    refetchInterval: POLL,
    staleTime: POLL / 2,
  })
}

/** What is missing, each sentence once: several sources of open data are one thing to who works with them. */
export function listMissing(
  services: readonly Pick<OutsideServiceAnswer, 'name' | 'state'>[],
  sentenceOf: (name: string) => string,
): string[] {
  const down = services.filter(({ name, state }) => state === 'down' && name !== REPLACED)
  return [...new Set(down.map(({ name }) => sentenceOf(name)))]
}
