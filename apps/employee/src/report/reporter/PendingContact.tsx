import { Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import type { Reporter } from '../../api/wire.ts'
import { announce } from '../../components/announcer.tsx'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { useReport } from '../report-context.tsx'

/** A new address that its owner has not confirmed yet. */
export function PendingContact({ reporter }: { readonly reporter: Reporter }) {
  const messages = useMessages()
  const texts = messages.forms.reporter
  const { signal } = useReport()
  const { may } = useRights()
  const client = useQueryClient()
  const cancel = useMutation({
    mutationFn: () =>
      read(signalPath(signal.id, `/reporters/${reporter.id}/cancel`), { method: 'POST', body: {} }),
    onSuccess: () => {
      announce(texts.cancelled)
      return client.invalidateQueries({ queryKey: ['signals', 'one', signal.id] })
    },
  })
  return (
    <Alert kind="info">
      <Paragraph>{texts.pending(reporter.email ?? '')}</Paragraph>
      {cancel.error && <Paragraph>{presentFailure(cancel.error, messages)}</Paragraph>}
      {may('reporter.cancel') && (
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate()}>
          {texts.cancel}
        </Button>
      )}
    </Alert>
  )
}
