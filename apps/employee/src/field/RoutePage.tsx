import { Alert, Button, Paragraph, Stack } from '@signalen/ui'
import { useState } from 'react'
import { presentFailure } from '../api/failure-text.ts'
import { PageHeading } from '../components/Page.tsx'
import { useLanguage } from '../language/language-context.tsx'
import type { Place } from '../map/distance.ts'
import { LazyRouteMap } from '../map/LazyMap.tsx'
import { Outbox } from './Outbox.tsx'
import { routeMetres } from './order-route.ts'
import { StopList } from './StopList.tsx'
import { TakeAlong } from './TakeAlong.tsx'
import { MOST_STOPS, useRoute } from './use-route.ts'

/** What one has to do outside, in the order in which one comes past it. */
export function Component() {
  const { language, messages } = useLanguage()
  const { field } = messages
  const [start, setStart] = useState<Place>()
  const [isPlaceMissing, setIsPlaceMissing] = useState(false)
  const { stops, page, address } = useRoute(start)
  function beginHere() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setIsPlaceMissing(false)
        setStart([coords.longitude, coords.latitude])
      },
      () => setIsPlaceMissing(true),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  const kilometres = (routeMetres(stops, start) / 1000).toLocaleString(language, { maximumFractionDigits: 1 })
  return (
    <Stack>
      <PageHeading title={field.title} />
      <Paragraph>{field.intro}</Paragraph>
      <Outbox />
      {page.isError && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(page.error, messages)}</Paragraph>
          <Button onClick={() => void page.refetch()}>{messages.shell.tryAgain}</Button>
        </Alert>
      )}
      {page.data && stops.length === 0 && <Paragraph>{field.empty}</Paragraph>}
      {stops.length > 0 && (
        <>
          <div className="route__tools">
            <Button onClick={beginHere}>{field.start}</Button>
            <span role="status">{isPlaceMissing ? field.noPlace : field.distance(kilometres)}</span>
          </div>
          {page.data && page.data.count > MOST_STOPS && <Paragraph>{field.tooMany(MOST_STOPS)}</Paragraph>}
          <TakeAlong ids={stops.map(({ signal }) => signal.id)} paths={[address]} />
          <div className="route">
            <StopList stops={stops} />
            <LazyRouteMap label={field.map} stops={stops.map(({ place }) => place)} start={start} />
          </div>
        </>
      )}
    </Stack>
  )
}
