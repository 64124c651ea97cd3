import { Alert, Paragraph } from '@signalen/ui'
import { Link } from 'react-router'
import { presentFailure } from '../../api/failure-text.ts'
import { useMessages } from '../../language/language-context.tsx'
import type { Progress } from './change-many.ts'

interface BulkResultProps {
  readonly ids: readonly number[]
  readonly progress: Progress | undefined
  readonly isRunning: boolean
}

/** How far it is, and in the end what was done and what could not be, with the reason of each. */
export function BulkResult({ ids, progress, isRunning }: BulkResultProps) {
  const messages = useMessages()
  const { bulk, overview } = messages
  const done = progress?.done.length ?? 0
  const failures = progress?.failures ?? []
  const skipped = ids.length - done - failures.length
  return (
    <div role="status">
      {isRunning && <Paragraph>{bulk.progress(done + failures.length, ids.length)}</Paragraph>}
      {!isRunning && done > 0 && (
        <Alert kind="ok">
          <Paragraph>{bulk.done(done)}</Paragraph>
        </Alert>
      )}
      {!isRunning && skipped > 0 && <Paragraph>{bulk.skipped(skipped)}</Paragraph>}
      {failures.length > 0 && (
        <Alert kind="error">
          <Paragraph>{bulk.failed(failures.length)}</Paragraph>
          <ul>
            {failures.map(({ id, error }) => (
              <li key={id}>
                <Link className="nl-link" to={`/incident/${id}`}>
                  {overview.open(id)}
                </Link>
                : {presentFailure(error, messages)}
              </li>
            ))}
          </ul>
          <Paragraph>{bulk.failedStay}</Paragraph>
        </Alert>
      )}
    </div>
  )
}
