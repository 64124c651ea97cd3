import type { Operation } from '@signalen/domain'
import { Button } from '@signalen/ui'
import { useState } from 'react'
import type { ListQuery } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import type { Selection } from '../use-selection.ts'
import { BulkDialog } from './BulkDialog.tsx'

export const BULK_ACTIONS = ['assign', 'department', 'category', 'status', 'priority', 'note'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

const NEEDS: Readonly<Record<BulkAction, Operation>> = {
  assign: 'signal.assignUser',
  department: 'signal.changeRouting',
  category: 'signal.changeCategory',
  status: 'signal.changeStatus',
  priority: 'signal.changePriority',
  note: 'signal.addNote',
}

interface BulkBarProps {
  readonly query: ListQuery
  readonly selection: Selection
  /** How many the filter finds, on all pages. */
  readonly count: number
}

/** What can be done with all that is selected, as far as one may. */
export function BulkBar({ query, selection, count }: BulkBarProps) {
  const { bulk } = useMessages()
  const { may } = useRights()
  const [action, setAction] = useState<BulkAction>()
  const canTakeAll = query.words === '' && !selection.isAll && count > selection.ids.size
  // What became of them is still to be read when nothing is selected any more.
  if (selection.ids.size === 0 && !selection.isAll && !action) return null
  return (
    <section className="bulk" aria-label={bulk.actions}>
      <p className="bulk__count" role="status">
        {selection.isAll ? bulk.allSelected(count) : bulk.selected(selection.ids.size)}
        {canTakeAll && (
          <button type="button" className="text-button bulk__all" onClick={selection.takeAll}>
            {bulk.takeAll(count)}
          </button>
        )}
      </p>
      {BULK_ACTIONS.filter((name) => may(NEEDS[name])).map((name) => (
        <Button key={name} aria-haspopup="dialog" onClick={() => setAction(name)}>
          {bulk[name]}
        </Button>
      ))}
      <Button purpose="subtle" onClick={selection.clear}>
        {bulk.clear}
      </Button>
      {action && (
        <BulkDialog
          action={action}
          query={query}
          selection={selection}
          count={selection.isAll ? count : selection.ids.size}
          onClose={() => setAction(undefined)}
        />
      )}
    </section>
  )
}
