import type { BulkChangeAnswer } from '@signalen/contract'
import { Alert, Button, Paragraph } from '@signalen/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { BULK_KEY, undoBulk, useNewestBulk } from '../../api/bulk.ts'
import { presentFailure } from '../../api/failure-text.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { canUndo, isWorthTelling } from './bulk-state.ts'

/** How far the last change of many reports is, what could not be done, and the way back as long as there is one. */
export function BulkNotice() {
  const { may } = useRights()
  const client = useQueryClient()
  const { data: change } = useNewestBulk(may('bulkChange.make'))
  const [dismissed, setDismissed] = useState<string>()
  const [now, setNow] = useState(() => new Date())
  const state = change ? `${change.id}:${change.state}` : undefined
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== undefined && state !== before.current) {
      void client.invalidateQueries({ queryKey: ['signals'] })
    }
    before.current = state
  }, [client, state])
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000)
    return () => clearInterval(timer)
  }, [])
  if (!change || dismissed === state || !isWorthTelling(change, now)) return <div role="status" />
  return (
    <div role="status">
      <BulkProgress change={change} now={now} onDismiss={() => setDismissed(state)} />
    </div>
  )
}

interface BulkProgressProps {
  readonly change: BulkChangeAnswer
  readonly now: Date
  readonly onDismiss: () => void
}

function BulkProgress({ change, now, onDismiss }: BulkProgressProps) {
  const messages = useMessages()
  const { bulk, shell } = messages
  const client = useQueryClient()
  const [failure, setFailure] = useState<string>()
  const { counts, state, refusals } = change
  const done = state === 'undoing' ? counts.undone + counts.kept : counts.all - counts.waiting
  const all = state === 'undoing' ? counts.changed + counts.undone + counts.kept : counts.all
  async function undo() {
    try {
      client.setQueryData(BULK_KEY, await undoBulk(change.id))
    } catch (error) {
      setFailure(presentFailure(error, messages))
    }
  }
  if (state === 'waiting' || state === 'undoing') {
    return (
      <Alert kind="info">
        <Paragraph>{state === 'waiting' ? bulk.progress(done, all) : bulk.undoing(done, all)}</Paragraph>
        <progress className="progress" aria-label={bulk.busy} max={all} value={done} />
      </Alert>
    )
  }
  return (
    <Alert kind={refusals.length > 0 ? 'warning' : 'ok'}>
      <Paragraph>{state === 'undone' ? bulk.undone(counts.undone) : bulk.done(counts.changed)}</Paragraph>
      {failure && <Paragraph>{failure}</Paragraph>}
      {refusals.length > 0 && (
        <details>
          <summary>{state === 'undone' ? bulk.notUndone(counts.kept) : bulk.failed(counts.refused)}</summary>
          <ul className="bulk__refusals">
            {refusals.map(({ signal, id_display: number, reason }) => (
              <li key={signal}>
                <Link className="nl-link" to={`/incident/${signal}`}>
                  {number}
                </Link>
                : {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="bulk__ways">
        {canUndo(change, now) && <Button onClick={() => void undo()}>{bulk.undo}</Button>}
        {canUndo(change, now) && <span>{bulk.held}</span>}
        <Button purpose="subtle" onClick={onDismiss}>
          {shell.close}
        </Button>
      </div>
    </Alert>
  )
}
