import { Actions, Alert, Button, Paragraph } from '@signalen/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { presentFailure } from '../../api/failure-text.ts'
import { read } from '../../api/request.ts'
import { announce } from '../../components/announcer.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { formatDateTime } from '../../language/dates.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'
import { PRIVATE, useMail } from '../api.ts'

/** One mail as it went out, and a way to send it once more. */
export function MailDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { language, messages } = useLanguage()
  const texts = messages.settings.mail
  const { may } = useRights()
  const client = useQueryClient()
  const { data, error } = useMail(id)
  const again = useMutation({
    mutationFn: () => read<unknown>(`${PRIVATE}/mails/${id}/send-again`, { method: 'POST', body: {} }),
    onSuccess: async () => {
      announce(texts.sendsAgain)
      await client.invalidateQueries({ queryKey: ['mails'] })
      onClose()
    },
  })
  const failure = error ?? again.error
  return (
    <Dialog title={texts.viewTitle} onClose={onClose} className="dialog--wide">
      {failure && (
        <Alert kind="error" role="alert">
          <Paragraph>{presentFailure(failure, messages)}</Paragraph>
        </Alert>
      )}
      {data && (
        <>
          <dl className="facts">
            <MailFact label={texts.subject} value={data.subject} />
            <MailFact label={texts.recipient} value={data.recipient} />
            <MailFact
              label={texts.state}
              value={`${texts.states[data.state]}, ${texts.attempts(data.attempts)}${
                data.sent_at ? `, ${formatDateTime(data.sent_at, language)}` : ''
              }`}
            />
          </dl>
          <iframe className="mail-preview__frame" title={data.subject} sandbox="" srcDoc={data.html} />
        </>
      )}
      {may('mail.sendAgain') && (
        <Actions>
          <Button disabled={again.isPending} onClick={() => again.mutate()}>
            {texts.sendAgain}
          </Button>
        </Actions>
      )}
    </Dialog>
  )
}

function MailFact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="fact">
      <dt className="fact__label">{label}</dt>
      <dd className="fact__value">{value}</dd>
    </div>
  )
}
