import { Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation } from '@tanstack/react-query'
import { formatTime } from '../language/dates.ts'
import { useLanguage } from '../language/language-context.tsx'
import { useRights } from '../rights/use-rights.ts'
import { canTakeAlong, leaveBehind, takeAlong, useTakenAlong } from './taken-along.ts'
import { useOutbox } from './use-outbox.ts'

interface TakeAlongProps {
  readonly ids: readonly number[]
  /** The addresses that this page itself asks for. */
  readonly paths: readonly string[]
}

/** Puts the reports on the device, and takes them off it again. */
export function TakeAlong({ ids, paths }: TakeAlongProps) {
  const { language, messages } = useLanguage()
  const { field } = messages
  const { user } = useRights()
  const taken = useTakenAlong()
  const waiting = useOutbox().length
  const take = useMutation({ mutationFn: () => takeAlong(user?.email ?? '', { ids, paths }) })
  const leave = useMutation({ mutationFn: leaveBehind })
  if (!canTakeAlong()) return null
  return (
    <div className="route__take">
      <div className="route__tools">
        <Button purpose="primary" disabled={take.isPending} onClick={() => take.mutate()}>
          {taken ? field.takeAgain : field.take}
        </Button>
        {taken && (
          <Button purpose="subtle" disabled={waiting > 0} onClick={() => leave.mutate()}>
            {field.leave}
          </Button>
        )}
      </div>
      <p role="status" className="route__note">
        {take.isPending && field.taking}
        {!take.isPending && taken && field.taken(taken.ids.length, formatTime(taken.at, language))}
        {!taken && leave.isSuccess && field.left}
      </p>
      {taken && waiting > 0 && <p className="route__note">{field.leaveWaiting(waiting)}</p>}
      {take.isError && (
        <Alert kind="error" role="alert">
          <Paragraph>{field.takeFailed}</Paragraph>
        </Alert>
      )}
      <p className="route__note">{field.takeHint}</p>
    </div>
  )
}
