import type { BulkChangePreviewAnswer } from '@signalen/contract'
import { Alert, Paragraph } from '@signalen/ui'
import { useMessages } from '../../language/language-context.tsx'

/** What would happen, mails and refusals included, before it does. */
export function BulkPreview({ preview }: { readonly preview: BulkChangePreviewAnswer }) {
  const { bulk } = useMessages()
  return (
    <div role="status">
      <Paragraph>{bulk.willChange(preview.changing, preview.count)}</Paragraph>
      <Paragraph>{preview.mails === 0 ? bulk.noMails : bulk.willMail(preview.mails)}</Paragraph>
      {preview.colleague_mails > 0 && <Paragraph>{bulk.willTell(preview.colleague_mails)}</Paragraph>}
      {preview.refusals.length > 0 && (
        <Alert kind="warning">
          <Paragraph>{bulk.willNot(preview.count - preview.changing)}</Paragraph>
          <ul>
            {preview.refusals.map(({ reason, count }) => (
              <li key={reason}>{bulk.refusal(reason, count)}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  )
}
