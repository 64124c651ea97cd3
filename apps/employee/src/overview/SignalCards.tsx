import { classNames } from '@signalen/ui'
import { Link } from 'react-router'
import { DeadlineBadge, PriorityMark, StatusBadge } from '../components/badges.tsx'
import { useMessages } from '../language/language-context.tsx'
import { Moment } from './columns.tsx'
import { FamilyMark } from './FamilyMark.tsx'
import type { SignalListProps } from './list-props.ts'
import { findLastOpened } from './list-state.ts'
import { SortSelect } from './SortSelect.tsx'
import { streetOf } from './street.ts'

/** The list on a phone: what one needs to choose, and nothing that needs scrolling sideways. */
export function SignalCards(props: SignalListProps) {
  const { signals, selection, listState, hovered, onHover } = props
  const { overview } = useMessages()
  return (
    <>
      <SortSelect query={props.query} onChange={props.onChange} />
      <ul className="cards">
        {signals.map((signal) => (
          <li
            key={signal.id}
            data-row={signal.id}
            onMouseEnter={() => onHover(signal.id)}
            onMouseLeave={() => onHover(undefined)}
            onFocus={() => onHover(signal.id)}
            className={classNames(
              'card',
              findLastOpened() === signal.id && 'card--last',
              hovered === signal.id && 'card--hovered',
            )}
          >
            <div className="card__head">
              <input
                type="checkbox"
                aria-label={overview.selectRow(signal.id)}
                checked={selection.isAll || selection.ids.has(signal.id)}
                onChange={() => selection.toggle(signal.id)}
              />
              <Link
                className="nl-link card__link"
                data-row-link=""
                to={`/incident/${signal.id}`}
                state={listState}
              >
                {signal.id_display} · {signal.category.sub}
              </Link>
              <PriorityMark priority={signal.priority.priority} />
              <FamilyMark hasChildren={signal.has_children} hasParent={signal.has_parent} />
            </div>
            <p className="card__text">{signal.text}</p>
            <p className="card__place">{streetOf(signal) || signal.location.area_name}</p>
            <div className="card__facts">
              <StatusBadge state={signal.status.state} />
              <DeadlineBadge
                state={signal.status.state}
                deadline={signal.category.deadline}
                deadlineFactor3={signal.category.deadline_factor_3}
              />
              <Moment moment={signal.created_at} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
