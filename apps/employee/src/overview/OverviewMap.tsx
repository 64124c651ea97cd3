import type { SignalListItem } from '@signalen/contract'
import { Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { signalOptions, useGeography } from '../api/signals.ts'
import { type ListQuery, setFilter, toFilterParameters } from '../filters/list-query.ts'
import { useMessages } from '../language/language-context.tsx'
import { LazySignalsMap } from '../map/LazyMap.tsx'
import type { ListState } from './list-state.ts'
import { streetOf } from './street.ts'
import type { Selection } from './use-selection.ts'

const MOST_ON_MAP = 4000

interface OverviewMapProps {
  readonly query: ListQuery
  readonly signals: readonly SignalListItem[]
  readonly hovered: number | undefined
  readonly onHover: (id: number | undefined) => void
  readonly selection: Selection
  readonly listState: ListState
  readonly onChange: (query: ListQuery) => void
}

/** Everything that the filter finds, on the map, linked with the list: what one points at stands out in both. */
export function OverviewMap(props: OverviewMapProps) {
  const { query, hovered, onHover, selection, listState, onChange } = props
  const { overview } = useMessages()
  const navigate = useNavigate()
  const parameters = toFilterParameters({ filters: query.filters, sorting: undefined })
  const { data } = useGeography(parameters.toString(), true)
  const features = useMemo(() => data?.features ?? [], [data])
  const chosen = usePlaceOf(props, features)
  function hover(id: number | undefined) {
    if (id === hovered) return
    onHover(id)
    document.querySelector(`[data-row="${id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <section className="overview__map" aria-label={overview.map}>
      <LazySignalsMap
        label={overview.map}
        features={features}
        chosen={chosen}
        selected={selection}
        area={query.filters.within?.[0]}
        onArea={(polygon) =>
          onChange({
            ...query,
            page: 1,
            filters: setFilter(query.filters, 'within', polygon ? [polygon] : []),
          })
        }
        onOpen={(id) => void navigate(`/incident/${id}`, { state: listState })}
        onHover={hover}
        onSelect={selection.toggle}
      />
      <PointedAt id={hovered} isSelected={hovered !== undefined && selection.ids.has(hovered)} />
      <Paragraph className="overview__map-note">
        {overview.mapCount(features.length)}. {overview.mapHelp}
        {features.length >= MOST_ON_MAP && ` ${overview.mapLimited}`}
      </Paragraph>
    </section>
  )
}

type Features = NonNullable<NonNullable<ReturnType<typeof useGeography>['data']>['features']>

/** A row may be of a report that the map has not, as it shows only so many. */
function usePlaceOf({ hovered, signals }: OverviewMapProps, features: Features) {
  return useMemo((): readonly [number, number] | undefined => {
    if (hovered === undefined) return undefined
    const row = signals.find(({ id }) => id === hovered)?.location.geometrie.coordinates
    const [longitude, latitude] =
      row ?? features.find(({ properties }) => properties.id === hovered)?.geometry.coordinates ?? []
    return longitude === undefined || latitude === undefined ? undefined : [longitude, latitude]
  }, [hovered, signals, features])
}

interface PointedAtProps {
  readonly id: number | undefined
  readonly isSelected: boolean
}

/** What one points at in words, once it is fetched: it may not stand in the list. */
function PointedAt({ id, isSelected }: PointedAtProps) {
  const { overview } = useMessages()
  const { data } = useQuery({ ...signalOptions(id ?? 0), enabled: false })
  const signal = data?.signal
  return (
    <p className="overview__pointed">
      {id !== undefined && signal && (
        <>
          <strong>{signal.id_display}</strong> {signal.category.sub}, {streetOf(signal)}
          {isSelected && ` (${overview.mapSelected})`}
        </>
      )}
    </p>
  )
}
