import { Actions, Alert, Button, ButtonLink, Heading, Link, Paragraph, RichText, Stack } from '@signalen/ui'
import type { SentReport } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import { progressPath } from '../routes/progress.tsx'

export interface SentPageProps {
  readonly sent: SentReport
  readonly messages: Messages
  readonly textLang: string | undefined
  /** Where the reporter can see how it goes, when there is such a page and an address to know them by. */
  readonly followHref?: string | undefined
}

/** The number, what happens next, and what did not arrive. */
export function SentPage({ sent, messages, textLang, followHref }: SentPageProps) {
  const text = messages.sent
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {text.title}
      </Heading>
      <div className="citizen-number">
        <span>{text.number}</span>
        <strong data-number="">{sent.number}</strong>
        <Paragraph>{text.keep}</Paragraph>
      </div>
      {sent.failedPhotos.length > 0 && <FailedPhotos sent={sent} messages={messages} />}
      <Stack tight>
        <Heading level={2}>{text.nextTitle}</Heading>
        {sent.handlingMessage ? (
          <div lang={textLang}>
            <RichText text={sent.handlingMessage} />
          </div>
        ) : (
          <Paragraph>{text.nextDefault}</Paragraph>
        )}
        <Paragraph>{sent.mailFollows ? text.mail : text.noMail}</Paragraph>
        <Paragraph>
          <Link href={progressPath(sent.signalId)}>{text.follow}</Link>
        </Paragraph>
        {sent.sentPhotos > 0 && <Paragraph>{text.photos(sent.sentPhotos)}</Paragraph>}
      </Stack>
      <Actions>
        <ButtonLink href="/" purpose="primary">
          {text.another}
        </ButtonLink>
        {followHref && <ButtonLink href={followHref}>{messages.footer.myReports}</ButtonLink>}
      </Actions>
    </Stack>
  )
}

function FailedPhotos({ sent, messages }: Pick<SentPageProps, 'sent' | 'messages'>) {
  const text = messages.sent
  return (
    <Alert kind="warning" title={text.photosFailedTitle} data-failed-photos="">
      <Paragraph>{text.photosFailed}</Paragraph>
      <ul>
        {sent.failedPhotos.map((photo) => (
          <li key={photo.id}>
            {photo.name}: {text.photoFailure[photo.failure]}
          </li>
        ))}
      </ul>
      <form method="post" action={`/melden/verzonden/${encodeURIComponent(sent.number)}`}>
        <Button type="submit" name="_action" value="retry">
          {text.photosRetry}
        </Button>
      </form>
    </Alert>
  )
}
