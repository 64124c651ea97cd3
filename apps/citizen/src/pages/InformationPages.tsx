import { formatDay, Heading, Link, Paragraph, type ReportLanguage, Stack } from '@signalen/ui'
import { type AccessibilityState, findStatus } from '../accessibility/statement.ts'
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

interface StatementProps extends InformationProps {
  /** Of which site this is the statement. */
  readonly url: string
  readonly language: ReportLanguage
  readonly state: AccessibilityState
}

/** The statement that the law asks for, made of what the tests of this version saw. */
export function AccessibilityPage({ messages, site, url, language, state }: StatementProps) {
  const text = messages.accessibility
  const day = formatDay(new Date(state.checkedOn), language)
  const status = findStatus(state)
  return (
    <Stack>
      <Heading level={1} id="titel">
        {text.title}
      </Heading>
      <Paragraph lead>{text.intro(site.municipality)}</Paragraph>
      <Part title={text.scopeTitle} texts={[text.scope(url), text.law]} />
      <Part title={text.statusTitle} texts={[text.statuses[status], text.statusMeaning]} />
      <Stack tight>
        <Heading level={2}>{text.testedTitle}</Heading>
        <Paragraph>{text.tested(day, state.tool, state.pages.length)}</Paragraph>
        {state.violations.length === 0 ? (
          <Paragraph>{text.nothingFound}</Paragraph>
        ) : (
          <>
            <Paragraph>{text.found}</Paragraph>
            <ul>
              {state.violations.map(({ rule, page }) => (
                <li key={`${rule} ${page}`}>
                  {rule}: {page}
                </li>
              ))}
            </ul>
          </>
        )}
        <details className="citizen-details">
          <summary>{text.pages}</summary>
          <ul>
            {state.pages.map((page) => (
              <li key={page}>{page}</li>
            ))}
          </ul>
        </details>
      </Stack>
      <Part title={text.withoutScriptTitle} texts={[text.withoutScript]} />
      <Part title={text.problemTitle} texts={[text.problem]} />
      <ContactLines messages={messages} site={site} />
      <Part title={text.ombudsmanTitle} texts={[text.ombudsman]} />
      <Paragraph>{text.madeOn(day)}</Paragraph>
    </Stack>
  )
}

function Part({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <Stack tight>
      <Heading level={2}>{title}</Heading>
      {texts.map((text) => (
        <Paragraph key={text}>{text}</Paragraph>
      ))}
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
