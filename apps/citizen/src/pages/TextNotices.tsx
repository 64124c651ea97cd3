import { Alert, Link, Paragraph } from '@signalen/ui'
import type { FoundDanger } from '../api/urgency.ts'
import type { Messages } from '../messages/messages.ts'
import type { ContactDetails } from '../options.ts'
import { findPersonalData } from '../rules/personal-data.ts'
import { PhoneSentence } from './PhoneSentence.tsx'

export interface TextNoticesProps {
  readonly text: string
  readonly danger: FoundDanger
  readonly messages: Messages
  readonly contact: ContactDetails
}

/** What the text itself gives reason to say: danger first, then what had better be left out. */
export function TextNotices(props: TextNoticesProps) {
  return (
    <>
      <DangerNotice {...props} />
      <PersonalDataNotice {...props} />
    </>
  )
}

export function DangerNotice({ danger, messages, contact }: Omit<TextNoticesProps, 'text'>) {
  switch (danger.kind) {
    case 'emergency': {
      const number = contact.emergencyNumber ?? '112'
      return (
        <Alert
          kind="error"
          title={<PhoneSentence sentence={messages.danger.emergencyTitle} number={number} />}
          data-danger="emergency"
        >
          <Paragraph>{messages.danger.emergencyText}</Paragraph>
        </Alert>
      )
    }
    case 'urgent': {
      const phone = danger.number ?? contact.urgentNumber ?? contact.phone
      return (
        <Alert kind="warning" title={messages.danger.urgentTitle} data-danger="urgent">
          <Paragraph>
            {phone ? (
              <PhoneSentence sentence={messages.danger.urgentText} number={phone} />
            ) : (
              messages.danger.urgentTextNoPhone
            )}
          </Paragraph>
        </Alert>
      )
    }
    case undefined:
      return null
  }
}

function PersonalDataNotice({ text, messages }: TextNoticesProps) {
  const found = findPersonalData(text)
  if (found.length === 0) return null
  const kinds = found.map((kind) => messages.personalData.kinds[kind])
  return (
    <Alert kind="warning" title={messages.personalData.title} data-personal-data="">
      <Paragraph>
        {messages.personalData.text} {kinds.join(', ')}. {messages.personalData.advice}
      </Paragraph>
      <Paragraph>
        <Link href="/#text">{messages.personalData.change}</Link>
      </Paragraph>
    </Alert>
  )
}
