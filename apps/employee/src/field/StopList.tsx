import { Link } from 'react-router'
import { PriorityMark, StatusBadge } from '../components/badges.tsx'
import { useMessages } from '../language/language-context.tsx'
import { Deadline } from '../overview/columns.tsx'
import { streetOf } from '../overview/street.ts'
import type { RouteStop } from './use-route.ts'

/** The route in words, each stop with the way to it by whatever the device navigates with. */
export function StopList({ stops }: { readonly stops: readonly RouteStop[] }) {
  const { field } = useMessages()
  const state = { list: '', ids: stops.map(({ signal }) => signal.id) }
  return (
    <ol className="cards" aria-label={field.list}>
      {stops.map(({ signal, place: [longitude, latitude] }, index) => (
        <li key={signal.id} className="card" data-row={signal.id}>
          <div className="card__head">
            <span className="route__number">
              <span className="signalen-visually-hidden">{field.stop(index + 1)}</span>
              <span aria-hidden="true">{index + 1}</span>
            </span>
            <Link className="nl-link card__link" data-row-link="" to={`/incident/${signal.id}`} state={state}>
              {signal.id_display} · {signal.category.sub}
            </Link>
            <PriorityMark priority={signal.priority.priority} />
          </div>
          <p className="card__place">{streetOf(signal) || signal.location.area_name}</p>
          <p className="card__text">{signal.text}</p>
          <div className="card__facts">
            <StatusBadge state={signal.status.state} />
            <Deadline signal={signal} />
            <a className="nl-link" href={`geo:${latitude},${longitude}?q=${latitude},${longitude}`}>
              {field.navigate}
              <span className="signalen-visually-hidden">: {signal.id_display}</span>
            </a>
          </div>
        </li>
      ))}
    </ol>
  )
}
