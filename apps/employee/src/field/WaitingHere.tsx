import { Alert } from '@signalen/ui'
import { useMessages } from '../language/language-context.tsx'
import { useReport } from '../report/report-context.tsx'
import { useOutbox } from './use-outbox.ts'

/** What was done to this report without connection, as the screen cannot show it yet. */
export function WaitingHere() {
  const { field } = useMessages()
  const { signal } = useReport()
  const here = useOutbox().filter(({ signalId }) => signalId === signal.id)
  if (here.length === 0) return null
  return (
    <Alert kind="info" title={field.outbox}>
      <ul>
        {here.map(({ id, what, refused }) => (
          <li key={id}>{refused === undefined ? what : `${what} (${field.refusedShort})`}</li>
        ))}
      </ul>
    </Alert>
  )
}
