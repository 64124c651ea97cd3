import { Button, Heading } from '@signalen/ui'
import { Link } from 'react-router'
import { useMessages } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { removeOutgoing, sendAgain, type Waiting } from './outbox.ts'
import { useOutbox } from './use-outbox.ts'

/** What was done without connection and is still here; what was refused waits for a decision. */
export function Outbox() {
  const { field } = useMessages()
  const waiting = useOutbox()
  if (waiting.length === 0) return null
  return (
    <section className="panel" aria-labelledby="outbox">
      <Heading level={2} look={4} id="outbox">
        {field.outbox}
      </Heading>
      <ul className="plain-list">
        {waiting.map((one) => (
          <OutboxLine key={one.id} one={one} />
        ))}
      </ul>
    </section>
  )
}

function OutboxLine({ one }: { readonly one: Waiting }) {
  const { field, overview } = useMessages()
  const { user } = useRights()
  return (
    <li className="plain-list__item">
      <p className="route__note">
        <Link className="nl-link" to={`/incident/${one.signalId}`}>
          {overview.open(one.signalId)}
        </Link>
        {`, ${one.what}: `}
        {describe(one, field)}
      </p>
      {one.refused !== undefined && (
        <div className="route__tools">
          <Button onClick={() => void sendAgain(one.id, user?.email ?? '')}>{field.sendAnyway}</Button>
          <Button purpose="subtle" onClick={() => void removeOutgoing(one.id)}>
            {field.throwAway}
          </Button>
        </div>
      )}
    </li>
  )
}

function describe({ refused }: Waiting, field: ReturnType<typeof useMessages>['field']): string {
  if (refused === undefined) return field.waiting
  return refused === 'conflict' ? field.conflict : field.refused(refused)
}
