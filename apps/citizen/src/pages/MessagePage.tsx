import { Actions, ButtonLink, Heading, Paragraph, Stack } from '@signalen/ui'
import type { Messages } from '../messages/messages.ts'

export interface MessagePageProps {
  readonly title: string
  readonly text: string
  readonly messages: Messages
}

/** One thing to say, and a way on. */
export function MessagePage({ title, text, messages }: MessagePageProps) {
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {title}
      </Heading>
      <Paragraph lead>{text}</Paragraph>
      <Actions>
        <ButtonLink href="/">{messages.errors.home}</ButtonLink>
      </Actions>
    </Stack>
  )
}
