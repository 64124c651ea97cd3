import type { Operation } from '@signalen/domain'
import { Button } from '@signalen/ui'
import { useState } from 'react'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import type { Selection } from '../use-selection.ts'
import { BulkDialog } from './BulkDialog.tsx'

export const BULK_ACTIONS = ['assign', 'status', 'priority', 'note'] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

const NEEDS: Readonly<Record<BulkAction, Operation>> = {
  assign: 'signal.assignUser',
  status: 'signal.changeStatus',
  priority: 'signal.changePriority',
  note: 'signal.addNote',
}

interface BulkBarProps {
  readonly selection: Selection
}

/** What can be done with all that is selected, as far as one may. */
export function BulkBar({ selection }: BulkBarProps) {
  const { bulk } = useMessages()
  const { may } = useRights()
  const [action, setAction] = useState<BulkAction>()
  // What became of them is still to be read when nothing is selected any more.
  if (selection.ids.size === 0 && !action) return null
  return (
    <section className="bulk" aria-label={bulk.actions}>
      <p className="bulk__count" role="status">
        {bulk.selected(selection.ids.size)}
      </p>
      {BULK_ACTIONS.filter((name) => may(NEEDS[name])).map((name) => (
        <Button key={name} aria-haspopup="dialog" onClick={() => setAction(name)}>
          {bulk[name]}
        </Button>
      ))}
      <Button purpose="subtle" onClick={selection.clear}>
        {bulk.clear}
      </Button>
      {action && <BulkDialog action={action} selection={selection} onClose={() => setAction(undefined)} />}
    </section>
  )
}
