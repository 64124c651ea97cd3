import type { AnswerFault, FormFacts, Question } from '@signalen/domain'
import type { FieldError, ReportLanguage } from '@signalen/ui'
import type { Draft } from '../drafts/draft.ts'
import type { Messages } from '../messages/messages.ts'
import type { CitizenSite } from '../options.ts'
import type { PlaceData } from '../routes/place-data.ts'
import type { PlaceFault } from '../rules/place.ts'
import { categoryOf } from '../rules/report.ts'
import { CategoryPart } from './CategoryPart.tsx'
import { PlacePart } from './PlacePart.tsx'
import { QuestionsPart } from './QuestionsPart.tsx'
import { StepForm } from './StepForm.tsx'
import { TextNotices } from './TextNotices.tsx'

export interface PlacePageProps {
  readonly draft: Draft
  readonly data: PlaceData
  readonly language: ReportLanguage
  readonly messages: Messages
  readonly site: CitizenSite
  readonly errors: readonly FieldError[]
  readonly placeFault: PlaceFault | undefined
  readonly answerFaults: ReadonlyMap<string, AnswerFault>
  /** Asked with the answers as they are now. */
  readonly asked: readonly Question[]
}

/** Step 2: what it is about, where it is, and the questions that belong to it. */
export function PlacePage(props: PlacePageProps) {
  const { draft, data, messages, site, errors } = props
  const { main, sub } = categoryOf(draft)
  const facts: FormFacts = { category: main, subcategory: sub }
  return (
    <StepForm
      step={2}
      title={messages.place.title}
      action="/melden/plaats"
      messages={messages}
      errors={errors}
      notices={
        <TextNotices text={draft.text} danger={data.danger} messages={messages} contact={site.contact} />
      }
    >
      <CategoryPart draft={draft} data={data} messages={messages} />
      <PlacePart {...props} />
      <QuestionsPart {...props} facts={facts} />
    </StepForm>
  )
}
