import { SUBSCRIPTION_WORDS } from '@signalen/domain'
import {
  Actions,
  ButtonLink,
  formatDay,
  Heading,
  InLanguage,
  Link,
  Paragraph,
  type ReportLanguage,
  Stack,
  SummaryList,
} from '@signalen/ui'
import type { Subcategory } from '../api/categories.ts'
import type { Progress } from '../api/progress.ts'
import type { Messages } from '../messages/messages.ts'

interface ProgressPageProps {
  readonly progress: Progress
  readonly subject: Pick<Subcategory, 'name' | 'lang'>
  readonly language: ReportLanguage
  readonly messages: Messages
  readonly myReports: boolean | undefined
}

/** How a report is getting on, in plain words. */
export function ProgressPage({ progress, subject, language, messages, myReports }: ProgressPageProps) {
  const text = messages.progress
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {text.title(progress.number)}
      </Heading>
      <Paragraph lead>{SUBSCRIPTION_WORDS[language].news[progress.news]}</Paragraph>
      <SummaryList
        rows={[
          {
            key: 'subject',
            label: text.subject,
            value: <InLanguage lang={subject.lang}>{subject.name}</InLanguage>,
          },
          { key: 'reported', label: text.reported, value: formatDay(progress.createdAt, language) },
          { key: 'since', label: text.since, value: formatDay(progress.since, language) },
        ]}
      />
      <Paragraph>{text.keep}</Paragraph>
      {myReports && (
        <Paragraph>
          {text.more} <Link href="/mijn-meldingen">{messages.footer.myReports}</Link>
        </Paragraph>
      )}
      <Actions>
        <ButtonLink href="/">{messages.sent.another}</ButtonLink>
      </Actions>
    </Stack>
  )
}
