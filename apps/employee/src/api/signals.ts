import type {
  RelationAnswer,
  SignalDetail,
  SignalFacets,
  SignalListItem,
  SignalSuggestion,
  UrgencyAnswer,
} from '@signalen/contract'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { type Answer, read, request } from './request.ts'
import type {
  Attachment,
  ChildSignal,
  HistoryLine,
  LikelyDuplicate,
  LoggedMail,
  NearSignal,
  Page,
  PointCollection,
  Reporter,
  ReporterSignal,
  SignalContext,
} from './wire.ts'

const SIGNALS = '/signals/v1/private/signals'

export function signalPath(id: number, rest = ''): string {
  return `${SIGNALS}/${id}${rest}`
}

export interface SignalPage extends Page<SignalListItem> {
  /** When the server answered, on its own clock: what is newer is not in here. */
  readonly answeredAt: Date
}

/** One page of the list, or of what was searched for. `query` is the query string of the API. */
export function signalPageOptions(path: 'signals' | 'search', query: string) {
  return queryOptions({
    queryKey: ['signals', 'page', path, query],
    queryFn: ({ signal }) => fetchSignalPage(path, query, signal),
    placeholderData: keepPreviousData,
    staleTime: 20_000,
    gcTime: 30 * 60_000,
  })
}

async function fetchSignalPage(path: string, query: string, signal?: AbortSignal): Promise<SignalPage> {
  const answer = await request<Page<SignalListItem>>(`/signals/v1/private/${path}/?${query}`, { signal })
  return { ...answer.body, answeredAt: dateOf(answer) }
}

function dateOf(answer: Answer<unknown>): Date {
  const date = new Date(answer.headers.get('date') ?? '')
  return Number.isNaN(date.getTime()) ? new Date() : date
}

/** How many reports fit a filter, without fetching them. */
export async function countSignals(query: string): Promise<number> {
  const page = await read<Page<SignalListItem>>(`${SIGNALS}/?${query}&page_size=1`)
  return page.count
}

/** How many reports each value of a filter would give, beside the filters that are on. */
export function facetsOptions(query: string) {
  return queryOptions({
    queryKey: ['signals', 'facets', query],
    queryFn: ({ signal }) => read<SignalFacets>(`${SIGNALS}/facets?${query}`, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    retry: false,
  })
}

/** What changed since the list was fetched; only as many as it takes to tell new from changed. */
export function listSignalsSince(query: string): Promise<Page<SignalListItem>> {
  return read(`${SIGNALS}/?${query}&page_size=50`)
}

export interface LoadedSignal {
  readonly signal: SignalDetail
  /** The version, for `If-Match`. */
  readonly etag: string | undefined
}

export function signalOptions(id: number) {
  return queryOptions({
    queryKey: ['signals', 'one', id],
    queryFn: ({ signal }) => fetchSignal(id, signal),
    staleTime: 10_000,
  })
}

export async function fetchSignal(id: number, signal?: AbortSignal): Promise<LoadedSignal> {
  return toLoaded(await request<SignalDetail>(signalPath(id), { signal }))
}

export function toLoaded(answer: Answer<SignalDetail>): LoadedSignal {
  return { signal: answer.body, etag: answer.etag }
}

export function useHistory(id: number) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'history'],
    queryFn: () => read<readonly HistoryLine[]>(signalPath(id, '/history/')),
  })
}

export function useAttachments(id: number) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'attachments'],
    queryFn: () => read<Page<Attachment>>(signalPath(id, '/attachments/?page_size=100')),
    // Their addresses are signed for a few minutes only.
    staleTime: 60_000,
    refetchInterval: 4 * 60_000,
  })
}

export function useChildren(id: number, isParent: boolean) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'children'],
    queryFn: () => read<Page<ChildSignal>>(signalPath(id, '/children/?page_size=100')),
    enabled: isParent,
  })
}

export function useSignalContext(id: number) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'context'],
    queryFn: () => read<SignalContext>(signalPath(id, '/context/')),
    staleTime: 60_000,
  })
}

export function useNearSignals(id: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'near'],
    queryFn: () => read<PointCollection<NearSignal>>(signalPath(id, '/context/near/geography/')),
    enabled: isWanted,
  })
}

export function useReporterSignals(id: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'reporter-signals'],
    queryFn: () => read<Page<ReporterSignal>>(signalPath(id, '/context/reporter/?page_size=50')),
    enabled: isWanted,
  })
}

export function useReporters(id: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'reporters'],
    queryFn: () => read<Page<Reporter>>(signalPath(id, '/reporters/?page_size=100')),
    enabled: isWanted,
  })
}

export interface PlacedSignal {
  readonly id: number
  readonly created_at: string
}

/** The places of everything that a filter finds, without the rest. */
export function useGeography(query: string, isWanted: boolean) {
  return useQuery<PointCollection<PlacedSignal>>({
    queryKey: ['signals', 'geography', query],
    queryFn: ({ signal }) => read(`${SIGNALS}/geography?${query}`, { signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
}

export function useDuplicates(id: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'duplicates'],
    queryFn: () => read<Page<LikelyDuplicate>>(signalPath(id, '/duplicates')),
    enabled: isWanted,
    retry: false,
  })
}

/** How many people wait for news of a report by mail. */
export function useFollowerCount(id: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'followers'],
    queryFn: () => read<{ readonly count: number }>(signalPath(id, '/followers')),
    enabled: isWanted,
    retry: false,
  })
}

export function useRelations(id: number) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'relations'],
    queryFn: () => read<Page<RelationAnswer>>(signalPath(id, '/relations')),
  })
}

/** What the category could be, and why. */
export function useSuggestion(id: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['suggestion', id],
    queryFn: () => read<SignalSuggestion>(signalPath(id, '/suggestion')),
    enabled: isWanted,
    staleTime: 10 * 60_000,
    retry: false,
  })
}

/** The words of danger in a text. */
export function useUrgency(text: string) {
  return useQuery({
    queryKey: ['urgency', text],
    queryFn: async () => {
      const answer = await request<UrgencyAnswer>('/signals/v1/public/urgency', {
        method: 'POST',
        body: { text },
      })
      return answer.body.matches
    },
    staleTime: 10 * 60_000,
    retry: false,
  })
}

/** The mails that went out about a report. */
export function useSignalMails(id: number, isWanted: boolean) {
  return useQuery({
    queryKey: ['signals', 'one', id, 'mails'],
    queryFn: () => read<Page<LoggedMail>>(`/signals/v1/private/mails?signal=${id}&page_size=100`),
    enabled: isWanted,
  })
}
