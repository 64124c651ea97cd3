import type { BulkChangeAnswer, BulkChangePreviewAnswer } from '@signalen/contract'
import { useQuery } from '@tanstack/react-query'
import { read } from './request.ts'
import type { Page } from './wire.ts'

const BULK = '/signals/v1/private/bulk-changes'
export const BULK_KEY = ['bulk-changes']

export interface BulkBody {
  readonly signals?: readonly number[]
  readonly filter?: Readonly<Record<string, readonly string[]>>
  readonly changes: Readonly<Record<string, unknown>>
}

export function previewBulk(body: BulkBody): Promise<BulkChangePreviewAnswer> {
  return read(`${BULK}/preview`, { method: 'POST', body })
}

export function startBulk(body: BulkBody): Promise<BulkChangeAnswer> {
  return read(BULK, { method: 'POST', body })
}

export function undoBulk(id: number): Promise<BulkChangeAnswer> {
  return read(`${BULK}/${id}/undo`, { method: 'POST', body: {} })
}

function isBusy(change: BulkChangeAnswer | undefined): boolean {
  return change?.state === 'waiting' || change?.state === 'undoing'
}

/** Of oneself, the newest; followed closely while something happens. */
export function useNewestBulk(isWanted: boolean) {
  return useQuery({
    queryKey: BULK_KEY,
    queryFn: async () => (await read<Page<BulkChangeAnswer>>(BULK)).results[0] ?? null,
    enabled: isWanted,
    refetchInterval: ({ state }) => (isBusy(state.data ?? undefined) ? 700 : 60_000),
  })
}
