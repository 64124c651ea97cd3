import type { SignalListItem } from '@signalen/contract'
import { classNames } from '@signalen/ui'
import { createColumnHelper, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { type MouseEvent, type ReactNode, useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { COLUMNS } from './columns.tsx'
import { FamilyMark } from './FamilyMark.tsx'
import type { SignalListProps } from './list-props.ts'
import { findLastOpened } from './list-state.ts'
import { SortHeader } from './SortHeader.tsx'
import { useColumnChoice } from './use-column-choice.ts'

const features = tableFeatures({ rowSortingFeature })
const helper = createColumnHelper<typeof features, SignalListItem>()

/** A row is open to the mouse as a whole; for everyone else the number is the link. */
export function SignalTable(props: SignalListProps) {
  const { signals, query, selection } = props
  const { overview } = useMessages()
  const [chosen] = useColumnChoice()
  const data = useMemo(() => [...signals], [signals])
  const columns = useMemo(
    () =>
      helper.columns(
        chosen.map((name) =>
          helper.display({ id: name, cell: ({ row }) => COLUMNS[name].render(row.original) }),
        ),
      ),
    [chosen],
  )
  const sorting = query.sorting ? [{ id: query.sorting.by, desc: query.sorting.isDescending }] : []
  const table = useTable({
    features,
    columns,
    data,
    manualSorting: true,
    getRowId: (signal: SignalListItem) => String(signal.id),
    state: { sorting },
  })
  const areAllSelected = selection.isAll || signals.every(({ id }) => selection.ids.has(id))
  return (
    <div className="table-frame">
      <table className="signals">
        <thead>
          <tr>
            <th className="signals__select">
              <input
                type="checkbox"
                aria-label={overview.selectAll}
                checked={areAllSelected}
                onChange={(event) =>
                  selection.set(
                    signals.map(({ id }) => id),
                    event.target.checked,
                  )
                }
              />
            </th>
            <SortHeader {...props} column={{ name: 'id', ordering: 'id', startsDescending: true }} />
            {chosen.map((name) => (
              <SortHeader key={name} {...props} column={{ name, ...COLUMNS[name] }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <SignalRow key={row.id} {...props} signal={row.original}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id} className={`signals__${cell.column.id}`}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </SignalRow>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps extends SignalListProps {
  readonly signal: SignalListItem
  readonly children: ReactNode
}

function SignalRow({ signal, selection, listState, hovered, onHover, children }: RowProps) {
  const { overview } = useMessages()
  const navigate = useNavigate()
  const isSelected = selection.isAll || selection.ids.has(signal.id)
  const open = () => navigate(`/incident/${signal.id}`, { state: listState })
  return (
    <tr
      data-row={signal.id}
      className={classNames(
        'signals__row',
        isSelected && 'signals__row--selected',
        hovered === signal.id && 'signals__row--hovered',
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
          onChange={() => selection.toggle(signal.id)}
        />
      </td>
      <th scope="row" className="signals__id">
        <Link className="nl-link" data-row-link="" to={`/incident/${signal.id}`} state={listState}>
          {signal.id_display}
        </Link>
        <FamilyMark hasChildren={signal.has_children} hasParent={signal.has_parent} />
      </th>
      {children}
    </tr>
  )
}

/** Not on a control, not while selecting text, not to open a new tab. */
function isPlainClick(event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return false
  if (event.target instanceof Element && event.target.closest('a, input, button, label, .signals__select'))
    return false
  return (window.getSelection()?.toString() ?? '') === ''
}
