import type { FormFields } from '@signalen/ui'
import { Actions, Button, ButtonLink, Heading, Paragraph, Stack } from '@signalen/ui'
import type { Messages } from '../messages/messages.ts'

export interface MessagePageProps {
  readonly title: string
  readonly text: string
  readonly messages: Messages
  /** The form that could not be taken, to be sent once more as it was. */
  readonly again?: { readonly path: string; readonly fields: FormFields } | undefined
}

/** One thing to say, and a way on. */
export function MessagePage({ title, text, messages, again }: MessagePageProps) {
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {title}
      </Heading>
      <Paragraph lead>{text}</Paragraph>
      {again && <SendAgain again={again} messages={messages} />}
      <Actions>
        <ButtonLink href="/">{messages.errors.home}</ButtonLink>
      </Actions>
    </Stack>
  )
}

/** All that was typed stands in it, so that nothing is lost without script either. */
function SendAgain({
  again,
  messages,
}: Pick<MessagePageProps, 'messages'> & { again: NonNullable<MessagePageProps['again']> }) {
  const fields = Object.entries(again.fields).flatMap(([name, values]) =>
    values.map((value, index) => ({ name, value, key: `${name} ${index}` })),
  )
  return (
    <form method="post" action={again.path} data-send-again="">
      {fields.map(({ key, name, value }) => (
        <input key={key} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" purpose="primary">
        {messages.errors.again}
      </Button>
    </form>
  )
}
