import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import { signalPageOptions } from '../api/signals.ts'
import { readListQuery, toApiQuery, writeListQuery } from '../filters/list-query.ts'
import { type ListState, readListState, toListState } from '../overview/list-state.ts'
import { usePrefetch } from '../overview/use-prefetch.ts'
import { useReport } from './report-context.tsx'

export interface Neighbours {
  readonly listAddress: string
  readonly returnState: { readonly returnTo: number }
  /** Of the page of the list that it was opened from. */
  readonly place: number | undefined
  readonly count: number
  readonly hasList: boolean
  goNext(): void
  goPrevious(): void
}

/** The reports before and after this one, in the order of the list that it was opened from. */
export function useNeighbours(): Neighbours {
  const { signal } = useReport()
  const client = useQueryClient()
  const navigate = useNavigate()
  const state = readListState(useLocation().state)
  const index = state ? state.ids.indexOf(signal.id) : -1

  usePrefetch(state?.ids[index + 1])

  function open(id: number | undefined, list: ListState | undefined) {
    if (id !== undefined && list) void navigate(`/incident/${id}`, { state: list })
  }
  async function turnPage(step: 1 | -1) {
    if (!state) return
    const query = readListQuery(new URLSearchParams(state.list))
    const turned = { ...query, page: query.page + step }
    if (turned.page < 1) return
    const { path, query: asked } = toApiQuery(turned)
    const page = await client.fetchQuery(signalPageOptions(path, asked)).catch(() => undefined)
    if (!page || page.results.length === 0) return
    const list = toListState(writeListQuery(turned).toString(), page.results)
    open(step === 1 ? list.ids[0] : list.ids.at(-1), list)
  }
  function go(step: 1 | -1) {
    if (!state) return
    const next = index === -1 ? undefined : state.ids[index + step]
    if (next === undefined) void turnPage(step)
    else open(next, state)
  }
  return {
    listAddress: state?.list ? `/incidents?${state.list}` : '/incidents',
    returnState: { returnTo: signal.id },
    place: index === -1 ? undefined : index + 1,
    count: state?.ids.length ?? 0,
    hasList: state !== undefined,
    goNext: () => go(1),
    goPrevious: () => go(-1),
  }
}
