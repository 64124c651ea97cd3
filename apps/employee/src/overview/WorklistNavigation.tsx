import { classNames, Heading } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { Link } from 'react-router'
import { useDepartments, useSavedFilters, useSharedFilters } from '../api/reference.ts'
import { countSignals } from '../api/signals.ts'
import type { FilterOptions } from '../api/wire.ts'
import {
  EMPTY_QUERY,
  type Filters,
  fromFilterOptions,
  isSameFilter,
  type ListQuery,
  toFilterParameters,
  writeListQuery,
} from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { ManageFiltersDialog } from './filters/ManageFiltersDialog.tsx'
import { useOwnOrder } from './use-list-query.ts'
import { usePrefetchList } from './use-prefetch.ts'
import { listWorklists } from './worklists.ts'

interface WorklistNavigationProps {
  readonly query: ListQuery
  /** Whether the list is there: a browser asks only a few things at once, and the list goes first. */
  readonly isListThere: boolean
}

/** The lists that work is done from, each with how much is in it. */
export function WorklistNavigation({ query, isListThere }: WorklistNavigationProps) {
  const { overview } = useMessages()
  const { user } = useRights()
  const departments = useDepartments().data ?? []
  const saved = useSavedFilters().data ?? []
  const shared = (useSharedFilters().data ?? []).filter(({ is_own }) => !is_own)
  const [isManaging, setIsManaging] = useState(false)
  const departmentCodes = departments
    .filter(({ name }) => user?.profile.departments.includes(name))
    .map(({ code }) => code)
  const lists = user ? listWorklists({ email: user.email, departmentCodes }) : []
  const shown = saved.filter((filter) => filter.show_on_overview)
  return (
    <nav className="worklists" aria-label={overview.worklists}>
      <WorklistGroup title={overview.worklists}>
        {lists.map(({ name, filters }) => (
          <WorklistLink
            key={name}
            label={overview.lists[name]}
            filters={filters}
            query={query}
            isCounted={isListThere}
          />
        ))}
      </WorklistGroup>
      <WorklistGroup title={overview.myFilters}>
        {shown.map((filter) => (
          <WorklistLink
            key={filter.id}
            label={filter.name}
            filters={fromFilterOptions(filter.options)}
            query={query}
            isCounted={isListThere}
          />
        ))}
      </WorklistGroup>
      {shared.length > 0 && (
        <WorklistGroup title={overview.sharedFilters}>
          {shared.map((filter) => (
            <WorklistLink
              key={filter.id}
              label={filter.name}
              filters={fromFilterOptions(filter.options as FilterOptions)}
              query={query}
              isCounted={isListThere}
            />
          ))}
        </WorklistGroup>
      )}
      {saved.length === 0 ? (
        <p className="worklists__hint">{overview.noFilters}</p>
      ) : (
        <button
          type="button"
          className="text-button"
          aria-haspopup="dialog"
          onClick={() => setIsManaging(true)}
        >
          {overview.manageFilters}
        </button>
      )}
      {isManaging && <ManageFiltersDialog onClose={() => setIsManaging(false)} />}
    </nav>
  )
}

function WorklistGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <div className="worklists__group">
      <Heading level={2} look={4} id={id} className="worklists__title">
        {title}
      </Heading>
      <ul className="worklists__list" aria-labelledby={id}>
        {children}
      </ul>
    </div>
  )
}

interface WorklistLinkProps {
  readonly label: string
  readonly filters: Filters
  readonly query: ListQuery
  readonly isCounted: boolean
}

function WorklistLink({ label, filters, query, isCounted }: WorklistLinkProps) {
  const { overview } = useMessages()
  const isCurrent = query.words === '' && isSameFilter(query.filters, filters)
  const parameters = toFilterParameters({ filters, sorting: undefined }).toString()
  const [isPointedAt, setIsPointedAt] = useState(false)
  const own = useOwnOrder()
  usePrefetchList(isPointedAt && !isCurrent ? own({ ...EMPTY_QUERY, filters }) : undefined)
  const { data: count } = useQuery({
    queryKey: ['signals', 'count', parameters],
    queryFn: () => countSignals(parameters),
    staleTime: 30_000,
    refetchInterval: 60_000,
    enabled: isCounted,
  })
  return (
    <li>
      <Link
        className={classNames('worklists__link', isCurrent && 'worklists__link--current')}
        aria-current={isCurrent ? 'page' : undefined}
        to={`/incidents?${writeListQuery({ ...EMPTY_QUERY, filters })}`}
        onMouseEnter={() => setIsPointedAt(true)}
        onMouseLeave={() => setIsPointedAt(false)}
        onFocus={() => setIsPointedAt(true)}
        onBlur={() => setIsPointedAt(false)}
      >
        <span>{label}</span>
        {count !== undefined && (
          <span className="worklists__count">
            <span aria-hidden="true">{count.toLocaleString()}</span>
            <span className="signalen-visually-hidden">, {overview.count(count)}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
