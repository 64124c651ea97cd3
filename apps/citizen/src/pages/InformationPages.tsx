import { Heading, Link, Paragraph, Stack } from '@signalen/ui'
import type { Messages } from '../messages/messages.ts'
import type { CitizenSite } from '../options.ts'

interface InformationProps {
  readonly messages: Messages
  readonly site: CitizenSite
}

export function PrivacyPage({ messages, site }: InformationProps) {
  const text = messages.privacy
  return (
    <Stack>
      <Heading level={1} id="titel">
        {text.title}
      </Heading>
      <Paragraph lead>{text.intro(site.municipality)}</Paragraph>
      {text.parts.map((part) => (
        <Stack tight key={part.title}>
          <Heading level={2}>{part.title}</Heading>
          <Paragraph>{part.text}</Paragraph>
        </Stack>
      ))}
      <ContactLines messages={messages} site={site} />
    </Stack>
  )
}

export function AccessibilityPage({ messages, site }: InformationProps) {
  const text = messages.accessibility
  return (
    <Stack>
      <Heading level={1} id="titel">
        {text.title}
      </Heading>
      <Paragraph lead>{text.intro(site.municipality)}</Paragraph>
      <Stack tight>
        <Heading level={2}>{text.statusTitle}</Heading>
        <Paragraph>{text.status}</Paragraph>
      </Stack>
      <Stack tight>
        <Heading level={2}>{text.withoutScriptTitle}</Heading>
        <Paragraph>{text.withoutScript}</Paragraph>
      </Stack>
      <Stack tight>
        <Heading level={2}>{text.problemTitle}</Heading>
        <Paragraph>{text.problem}</Paragraph>
      </Stack>
      <ContactLines messages={messages} site={site} />
    </Stack>
  )
}

function ContactLines({ messages, site }: InformationProps) {
  const { name, phone, email } = site.contact
  const text = messages.accessibility
  if (!phone && !email) return null
  return (
    <Stack tight>
      <Heading level={2}>{messages.errors.contact}</Heading>
      <Paragraph>{name ?? site.municipality}</Paragraph>
      {phone && (
        <Paragraph>
          {text.phone}: <Link href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</Link>
        </Paragraph>
      )}
      {email && (
        <Paragraph>
          {text.email}: <Link href={`mailto:${email}`}>{email}</Link>
        </Paragraph>
      )}
    </Stack>
  )
}
