import { Paragraph } from '@signalen/ui'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { useGeography } from '../api/signals.ts'
import { type ListQuery, setFilter, toFilterParameters } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { LazySignalsMap } from '../map/LazyMap.tsx'
import type { ListState } from './list-state.ts'

const MOST_ON_MAP = 4000

interface OverviewMapProps {
  readonly query: ListQuery
  readonly chosen: number | undefined
  readonly listState: ListState
  readonly onChange: (query: ListQuery) => void
}

/** Everything that the filter finds, on the map; the row that one is at stands out. */
export function OverviewMap({ query, chosen, listState, onChange }: OverviewMapProps) {
  const { overview } = useMessages()
  const navigate = useNavigate()
  const parameters = toFilterParameters({ filters: query.filters, sorting: undefined })
  const { data } = useGeography(parameters.toString(), true)
  const features = useMemo(() => data?.features ?? [], [data])
  return (
    <section className="overview__map" aria-label={overview.map}>
      <LazySignalsMap
        label={overview.map}
        features={features}
        chosen={chosen}
        area={query.filters.within?.[0]}
        onArea={(polygon) =>
          onChange({
            ...query,
            page: 1,
            filters: setFilter(query.filters, 'within', polygon ? [polygon] : []),
          })
        }
        onOpen={(id) => void navigate(`/incident/${id}`, { state: listState })}
      />
      <Paragraph className="overview__map-note">
        {overview.mapCount(features.length)}. {overview.mapHelp}
        {features.length >= MOST_ON_MAP && ` ${overview.mapLimited}`}
      </Paragraph>
    </section>
  )
}
