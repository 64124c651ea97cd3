import type { SignalListItem } from '@signalen/contract'
import { classNames } from '@signalen/ui'
import { FlexRender, type Row } from '@tanstack/react-table'
import { type MouseEvent, memo } from 'react'
import { Link, useNavigate } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { FamilyMark } from './FamilyMark.tsx'
import type { SignalListProps } from './list-props.ts'
import { findLastOpened, type ListState } from './list-state.ts'
import type { TableFeatures } from './table-features.ts'

interface SignalRowProps {
  readonly row: Row<TableFeatures, SignalListItem>
  readonly isSelected: boolean
  readonly isHovered: boolean
  readonly listState: ListState
  readonly onToggle: (id: number) => void
  readonly onHover: SignalListProps['onHover']
}

/**
 * A row is open to the mouse as a whole; for everyone else the number is the link. Drawn again only when something of
 * it changes: pointing at one row is no reason to draw fifty.
 */
export const SignalRow = memo(function SignalRow(props: SignalRowProps) {
  const { row, isSelected, isHovered, listState, onToggle, onHover } = props
  const signal = row.original
  const { overview } = useMessages()
  const navigate = useNavigate()
  const open = () => navigate(`/incident/${signal.id}`, { state: listState })
  return (
    <tr
      data-row={signal.id}
      className={classNames(
        'signals__row',
        isSelected && 'signals__row--selected',
        isHovered && 'signals__row--hovered',
        findLastOpened() === signal.id && 'signals__row--last',
      )}
      onClick={(event) => isPlainClick(event) && open()}
      onMouseEnter={() => onHover(signal.id)}
      onMouseLeave={() => onHover(undefined)}
      onFocus={() => onHover(signal.id)}
    >
      <td className="signals__select">
        <input
          type="checkbox"
          aria-label={overview.selectRow(signal.id)}
          checked={isSelected}
          onChange={() => onToggle(signal.id)}
        />
      </td>
      <th scope="row" className="signals__id">
        <Link className="nl-link" data-row-link="" to={`/incident/${signal.id}`} state={listState}>
          {signal.id_display}
        </Link>
        <FamilyMark hasChildren={signal.has_children} hasParent={signal.has_parent} />
      </th>
      {row.getAllCells().map((cell) => (
        <td key={cell.id} className={`signals__${cell.column.id}`}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  )
})

/** Not on a control, not while selecting text, not to open a new tab. */
function isPlainClick(event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return false
  if (event.target instanceof Element && event.target.closest('a, input, button, label, .signals__select'))
    return false
  return (window.getSelection()?.toString() ?? '') === ''
}
