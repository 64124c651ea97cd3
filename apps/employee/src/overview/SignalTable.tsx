import type { SignalListItem } from '@signalen/contract'
import { createColumnHelper, useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useMessages } from '../language/language-context.tsx'
import { COLUMNS } from './columns.tsx'
import type { SignalListProps } from './list-props.ts'
import { SignalRow } from './SignalRow.tsx'
import { SortHeader } from './SortHeader.tsx'
import { TABLE_FEATURES, type TableFeatures } from './table-features.ts'
import { useColumnChoice } from './use-column-choice.ts'

const helper = createColumnHelper<TableFeatures, SignalListItem>()

/** The list where there is room for columns. */
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
    features: TABLE_FEATURES,
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
            <SignalRow
              key={row.id}
              row={row}
              isSelected={selection.isAll || selection.ids.has(row.original.id)}
              isHovered={props.hovered === row.original.id}
              listState={props.listState}
              onToggle={selection.toggle}
              onHover={props.onHover}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
