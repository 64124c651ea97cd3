import type { SignalListItem } from '@signalen/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import { signalPageOptions } from '../api/signals.ts'
import { PageHeading } from '../components/Page.tsx'
import { PAGE_SIZE, toApiQuery, writeListQuery } from '../filters/list-query.ts'
import { useComingUp } from '../keyboard/use-coming-up.ts'
import { useMessages } from '../language/language-context.tsx'
import { usePreferences } from '../preferences/use-preferences.ts'
import { NO_TABLE, useMedia } from '../state/use-media.ts'
import { ActiveFilters } from './ActiveFilters.tsx'
import { BulkBar } from './bulk/BulkBar.tsx'
import { BulkNotice } from './bulk/BulkNotice.tsx'
import { CsvButton } from './CsvButton.tsx'
import { ListFailure, ListNotice } from './ListNotice.tsx'
import { toListState } from './list-state.ts'
import { NewsBar } from './NewsBar.tsx'
import { OverviewMap } from './OverviewMap.tsx'
import { Pager } from './Pager.tsx'
import { SignalCards } from './SignalCards.tsx'
import { SignalTable } from './SignalTable.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useListKeys } from './use-list-keys.ts'
import { useListQuery } from './use-list-query.ts'
import { useListView } from './use-list-view.ts'
import { usePrefetch, usePrefetchList } from './use-prefetch.ts'
import { useReturnToRow } from './use-return-to-row.ts'
import { useSelection } from './use-selection.ts'
import { WorklistNavigation } from './WorklistNavigation.tsx'

const NOTHING: readonly SignalListItem[] = []

/** Every report that one may see: narrowed, sorted, counted, and gone through. */
export function Component() {
  const { overview } = useMessages()
  const [query, setQuery] = useListQuery()
  const [view] = useListView()
  const isNarrow = useMedia(NO_TABLE)
  const asked = toApiQuery(query)
  const { areKnown } = usePreferences()
  const page = useQuery({ ...signalPageOptions(asked.path, asked.query), enabled: areKnown })
  const selection = useSelection(JSON.stringify(query.filters))
  const [hovered, setHovered] = useState<number>()
  usePrefetch(hovered)
  const [pointedPage, setPointedPage] = useState<number>()
  usePrefetchList(pointedPage === undefined ? undefined : { ...query, page: pointedPage })
  const signals = page.data?.results ?? NOTHING
  const listState = useMemo(() => toListState(writeListQuery(query).toString(), signals), [query, signals])
  const { state } = useLocation()
  useListKeys({ isReady: page.data !== undefined, onSelect: selection.toggle })
  useComingUp(page.isPending)
  useReturnToRow(page.data !== undefined && !page.isPlaceholderData, state)
  useEffect(() => announceTitle(page.data?.count), [page.data?.count])
  useEffect(fetchReportScreen, [])
  const List = isNarrow || view === 'both' ? SignalCards : SignalTable
  return (
    <div className="overview">
      <WorklistNavigation query={query} isListThere={page.data !== undefined || page.isError} />
      <div className="overview__main">
        <div className="overview__head">
          <PageHeading title={overview.title} keepsFocus={state?.returnTo !== undefined} />
          <p className="overview__count" role="status">
            {page.data && overview.count(page.data.count)}
          </p>
          <CsvButton query={query} />
        </div>
        <Toolbar query={query} onChange={setQuery} />
        <ActiveFilters query={query} onChange={setQuery} />
        <BulkNotice />
        <NewsBar query={query} since={page.data?.answeredAt} onShow={() => void page.refetch()} />
        {page.isError && <ListFailure error={page.error} onRetry={() => void page.refetch()} />}
        <div className={`overview__panes overview__panes--${view}`}>
          {view !== 'map' && (
            <section className="overview__list" aria-label={overview.table} aria-busy={page.isFetching}>
              {signals.length > 0 ? (
                <List
                  signals={signals}
                  query={query}
                  onChange={setQuery}
                  selection={selection}
                  listState={listState}
                  hovered={hovered}
                  onHover={setHovered}
                />
              ) : (
                !page.isError && <ListNotice query={query} isLoading={page.isPending} />
              )}
              <Pager
                page={query.page}
                last={Math.ceil((page.data?.count ?? 0) / PAGE_SIZE)}
                onPoint={setPointedPage}
                toPage={(number) => `?${writeListQuery({ ...query, page: number })}`}
              />
            </section>
          )}
          {view !== 'list' && (
            <OverviewMap
              query={query}
              signals={signals}
              hovered={hovered}
              onHover={setHovered}
              selection={selection}
              listState={listState}
              onChange={setQuery}
            />
          )}
        </div>
        <BulkBar query={query} selection={selection} count={page.data?.count ?? 0} />
      </div>
    </div>
  )
}

/** The number of reports is in the title of the window, for who has many tabs. */
function announceTitle(count: number | undefined): void {
  if (count !== undefined) document.title = document.title.replace(/^(\(\d+\) )?/, `(${count}) `)
}

/** The screen that comes next is here before it is asked for. */
function fetchReportScreen(): void {
  void import('../report/ReportPage.tsx')
}
