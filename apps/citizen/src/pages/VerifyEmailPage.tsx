import { Actions, Button, Heading, Paragraph, Stack } from '@signalen/ui'
import type { Messages } from '../messages/messages.ts'

export function VerifyEmailPage({
  token,
  messages,
}: {
  readonly token: string
  readonly messages: Messages
}) {
  const text = messages.verify
  return (
    <Stack>
      <Heading level={1} id="titel">
        {text.title}
      </Heading>
      <Paragraph lead>{text.lead}</Paragraph>
      <form method="post" action={`/verify_email/${encodeURIComponent(token)}`}>
        <Actions>
          <Button type="submit" purpose="primary">
            {text.confirm}
          </Button>
        </Actions>
      </form>
    </Stack>
  )
}
