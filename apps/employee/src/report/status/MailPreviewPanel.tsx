import { Alert, Paragraph } from '@signalen/ui'
import { useQuery } from '@tanstack/react-query'
import { presentFailure } from '../../api/failure-text.ts'
import { RequestRefused } from '../../api/failures.ts'
import { read } from '../../api/request.ts'
import { signalPath } from '../../api/signals.ts'
import type { MailPreview } from '../../api/wire.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useReport } from '../report-context.tsx'

export interface AskedPreview {
  readonly status: string
  readonly text: string
  readonly email_override?: string
}

/** The very mail that will go out. It is shown apart from the app: nothing in it can run or reach out. */
export function MailPreviewPanel({ asked }: { readonly asked: AskedPreview }) {
  const messages = useMessages()
  const { status } = messages.forms
  const { signal } = useReport()
  const { data, error } = useQuery({
    queryKey: ['mail-preview', signal.id, asked],
    queryFn: () =>
      read<MailPreview>(signalPath(signal.id, '/email/preview'), { method: 'POST', body: asked }),
    retry: false,
    gcTime: 0,
  })
  if (error) {
    const isNone = error instanceof RequestRefused && error.status === 404
    return (
      <Alert kind={isNone ? 'info' : 'error'} role="alert">
        <Paragraph>{isNone ? status.previewNone : presentFailure(error, messages)}</Paragraph>
      </Alert>
    )
  }
  if (!data) return <p role="status">{messages.shell.loading}</p>
  return (
    <div className="mail-preview">
      <p>
        <strong>{status.previewSubject}:</strong> {data.subject}
      </p>
      <iframe className="mail-preview__frame" title={status.previewFrame} sandbox="" srcDoc={data.html} />
    </div>
  )
}
