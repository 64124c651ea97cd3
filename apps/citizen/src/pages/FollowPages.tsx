import { Actions, Button, ButtonLink, ErrorSummary, Heading, Paragraph, Stack, TextField } from '@signalen/ui'
import type { ReactNode } from 'react'
import type { Messages } from '../messages/messages.ts'

export interface FollowPageProps {
  readonly title: string
  readonly lead: string
  readonly action: string
  /** What the address is used for, and how long it is kept. */
  readonly use: string
  readonly email: string
  readonly error: string | undefined
  readonly messages: Messages
  /** Where one goes who does not want this after all. */
  readonly back: { readonly href: string; readonly label: string }
  /** More to choose, between the address and the button. */
  readonly children?: ReactNode
}

/** Asks for the address to mail to. */
export function FollowPage(props: FollowPageProps) {
  const { title, lead, action, use, email, error, messages, back, children } = props
  const text = messages.follow
  const errors = error ? [{ fieldId: 'email', message: error }] : []
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {title}
      </Heading>
      <ErrorSummary title={messages.errorSummary(errors.length)} errors={errors} />
      <Paragraph lead>{lead}</Paragraph>
      <form method="post" action={action} noValidate>
        <Stack>
          {children}
          <TextField
            id="email"
            name="_email"
            type="email"
            label={text.email}
            description={use}
            error={error}
            defaultValue={email}
            autoComplete="email"
            required
          />
          <Actions>
            <Button type="submit" purpose="primary">
              {text.ask}
            </Button>
            <ButtonLink href={back.href}>{back.label}</ButtonLink>
          </Actions>
        </Stack>
      </form>
    </Stack>
  )
}

export interface AskedPageProps {
  readonly messages: Messages
  /** Someone who was about to report keeps that possible, and may throw it away. */
  readonly hasDraft: boolean
}

export function AskedPage({ messages, hasDraft }: AskedPageProps) {
  const text = messages.follow
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {text.askedTitle}
      </Heading>
      <Paragraph lead>{text.asked}</Paragraph>
      {hasDraft ? (
        <Stack>
          <Paragraph>{text.notSent}</Paragraph>
          <form method="post" action="/" encType="multipart/form-data">
            <Actions>
              <Button type="submit" name="_action" value="clear">
                {text.clear}
              </Button>
              <ButtonLink href="/melden/controle">{text.reportAnyway}</ButtonLink>
            </Actions>
          </form>
        </Stack>
      ) : (
        <Actions>
          <ButtonLink href="/">{messages.errors.home}</ButtonLink>
        </Actions>
      )}
    </Stack>
  )
}

export interface PressPageProps {
  readonly title: string
  readonly lead: string
  readonly press: string
  readonly action: string
}

/** Takes a press of a button, as mail programs open links by themselves. */
export function PressPage({ title, lead, press, action }: PressPageProps) {
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {title}
      </Heading>
      <Paragraph lead>{lead}</Paragraph>
      <form method="post" action={action}>
        <Actions>
          <Button type="submit" purpose="primary">
            {press}
          </Button>
        </Actions>
      </form>
    </Stack>
  )
}
