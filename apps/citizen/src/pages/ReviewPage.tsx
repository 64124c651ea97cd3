import { type ExtraProperty, presentAnswer } from '@signalen/domain'
import {
  Alert,
  type FieldError,
  Heading,
  Icon,
  InLanguage,
  Link,
  Paragraph,
  type ReportLanguage,
  SummaryList,
  type SummaryRow,
  VisuallyHidden,
} from '@signalen/ui'
import type { ReactNode } from 'react'
import type { Subcategory } from '../api/categories.ts'
import type { NearbyReport } from '../api/nearby-reports.ts'
import type { FoundDanger } from '../api/urgency.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import type { ContactDetails } from '../options.ts'
import { NearbyReports } from './NearbyReports.tsx'
import { PhoneSentence } from './PhoneSentence.tsx'
import { PhotoPicture } from './PhotoField.tsx'
import { StepForm } from './StepForm.tsx'
import { TextNotices } from './TextNotices.tsx'

export type SendProblem = 'failed' | 'tooMany' | 'refused'

export interface ReviewPageProps {
  readonly draft: Draft
  readonly category: Pick<Subcategory, 'name' | 'lang'>
  readonly danger: FoundDanger
  readonly answers: readonly ExtraProperty[]
  /** In words, when the questions ask for it. */
  readonly moment: string | undefined
  readonly messages: Messages
  readonly nearby: readonly NearbyReport[]
  readonly language: ReportLanguage
  readonly textLang: string | undefined
  readonly contact: ContactDetails
  readonly problem: SendProblem | undefined
  readonly errors: readonly FieldError[]
}

/** Step 4: everything once more, each part with a way back to it. */
export function ReviewPage(props: ReviewPageProps) {
  const { draft, messages, contact, problem, errors } = props
  const text = messages.review
  return (
    <StepForm
      step={4}
      title={text.title}
      action="/melden/controle"
      messages={messages}
      errors={errors}
      nextLabel={text.send}
      notices={
        <>
          {problem && problem !== 'refused' && (
            <ProblemAlert problem={problem} messages={messages} contact={contact} />
          )}
          <TextNotices text={draft.text} danger={props.danger} messages={messages} contact={contact} />
          <NearbyReports reports={props.nearby} messages={messages} language={props.language} />
        </>
      }
    >
      <Paragraph lead>{text.lead}</Paragraph>
      <Section title={text.part.describe} href="/" change={text.changeDescribe} label={text.change}>
        <SummaryList rows={describeRows(props)} />
      </Section>
      <Section title={text.part.place} href="/melden/plaats" change={text.changePlace} label={text.change}>
        <SummaryList rows={placeRows(props)} />
      </Section>
      <Section
        title={text.part.contact}
        href="/melden/contact"
        change={text.changeContact}
        label={text.change}
      >
        <SummaryList rows={contactRows(props)} />
      </Section>
      <p className="signalen-visually-hidden" role="status" data-sending={text.sending} />
    </StepForm>
  )
}

function ProblemAlert(
  props: Pick<ReviewPageProps, 'messages' | 'contact'> & { readonly problem: SendProblem },
) {
  const text = props.messages.review
  const { phone } = props.contact
  return (
    <Alert kind="error" title={text.failedTitle} role="alert" tabIndex={-1} autoFocus data-send-problem="">
      <Paragraph>{text[props.problem]}</Paragraph>
      {phone && (
        <Paragraph>
          <PhoneSentence sentence={text.failedPhone} number={phone} />
        </Paragraph>
      )}
    </Alert>
  )
}

interface SectionProps {
  readonly title: string
  readonly href: string
  readonly label: string
  /** What the link changes, for who hears links one by one. */
  readonly change: string
  readonly children: ReactNode
}

function Section({ title, href, label, change, children }: SectionProps) {
  return (
    <section className="citizen-review-section">
      <div className="citizen-review-section__head">
        <Heading level={2} look={3}>
          {title}
        </Heading>
        <Link href={href}>
          {label}
          <VisuallyHidden>{change.replace(label, '')}</VisuallyHidden>
        </Link>
      </div>
      {children}
    </section>
  )
}

function describeRows({ draft, messages }: ReviewPageProps): SummaryRow[] {
  const text = messages.review
  return [
    { key: 'text', label: text.text, value: draft.text },
    {
      key: 'photos',
      label: text.photos,
      value: draft.photos.length > 0 ? <Photos draft={draft} messages={messages} /> : text.none,
    },
  ]
}

function Photos({ draft, messages }: Pick<ReviewPageProps, 'draft' | 'messages'>) {
  return (
    <ul className="citizen-photos">
      {draft.photos.map((photo, index) => (
        <li key={photo.id} className="citizen-photos__item">
          <PhotoPicture photo={photo} alt={messages.photos.number(index + 1)} />
        </li>
      ))}
    </ul>
  )
}

function placeRows({ draft, category, answers, moment, messages, textLang }: ReviewPageProps): SummaryRow[] {
  const text = messages.review
  const { chosen, description } = draft.place
  const rows: SummaryRow[] = [
    {
      key: 'category',
      label: text.category,
      value: <InLanguage lang={category.lang}>{category.name}</InLanguage>,
    },
    {
      key: 'place',
      label: text.place,
      value: (
        <>
          <Icon name="pin" /> {chosen?.display || messages.place.chosenPin}
        </>
      ),
    },
  ]
  if (description)
    rows.push({ key: 'description', label: messages.place.descriptionTitle, value: description })
  if (moment) rows.push({ key: 'moment', label: text.moment, value: moment })
  return [...rows, ...answers.map((answer) => toAnswerRow(answer, textLang))]
}

function toAnswerRow({ id, label, answer }: ExtraProperty, lang: string | undefined): SummaryRow {
  const value = presentAnswer(answer).join('\n')
  return {
    key: id,
    label: <InLanguage lang={lang}>{label}</InLanguage>,
    value: <InLanguage lang={lang}>{value}</InLanguage>,
  }
}

function contactRows({ draft, messages }: ReviewPageProps): SummaryRow[] {
  const text = messages.review
  const { email, phone, sharingAllowed } = draft.contact
  const rows: SummaryRow[] = [
    { key: 'email', label: text.email, value: email || text.notGiven },
    { key: 'phone', label: text.phone, value: phone || text.notGiven },
  ]
  if (email || phone)
    rows.push({ key: 'sharing', label: text.sharing, value: sharingAllowed ? text.yes : text.no })
  return rows
}
