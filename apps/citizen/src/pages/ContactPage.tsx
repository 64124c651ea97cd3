import { Button, CheckboxField, type FieldError, Link, Paragraph, TextField } from '@signalen/ui'
import type { DraftContact } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import { StepForm } from './StepForm.tsx'

export interface ContactPageProps {
  readonly contact: DraftContact
  readonly messages: Messages
  readonly errors: readonly FieldError[]
}

/** Step 3: how to reach the reporter, who may leave all of it empty. */
export function ContactPage({ contact, messages, errors }: ContactPageProps) {
  const text = messages.contact
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message
  return (
    <StepForm step={3} title={text.title} action="/melden/contact" messages={messages} errors={errors}>
      <Paragraph lead>{text.lead}</Paragraph>
      <div>
        <Button type="submit" name="_action" value="skip" formNoValidate data-skip-contact="">
          {text.skip}
        </Button>
      </div>
      <TextField
        id="email"
        name="_email"
        type="email"
        label={text.email}
        note={messages.optional}
        description={text.emailHint}
        error={errorOf('email')}
        defaultValue={contact.email}
        autoComplete="email"
        inputMode="email"
        spellCheck={false}
      />
      <TextField
        id="telefoon"
        name="_phone"
        type="tel"
        label={text.phone}
        note={messages.optional}
        description={text.phoneHint}
        error={errorOf('telefoon')}
        defaultValue={contact.phone}
        autoComplete="tel"
        inputMode="tel"
      />
      <CheckboxField
        id="delen"
        name="_sharing"
        value="ja"
        label={text.sharing}
        defaultChecked={contact.sharingAllowed}
      />
      <details className="citizen-details">
        <summary>{text.why}</summary>
        <Paragraph>{text.whyText}</Paragraph>
        <Paragraph>
          <Link href="/privacy">{text.privacyLink}</Link>
        </Paragraph>
      </details>
    </StepForm>
  )
}
