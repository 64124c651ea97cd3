import { type FormFacts, isTranslated, type Question, translateQuestion } from '@signalen/domain'
import { FORM_MESSAGES, Heading, QuestionField, toFieldId } from '@signalen/ui'
import { textLangFor } from '../messages/messages.ts'
import { ObjectsMap } from './ObjectsMap.tsx'
import type { PlacePageProps } from './PlacePage.tsx'

/** Of these nothing is asked here: the place has its own part, and the others are no questions. */
export function isAnswerable(question: Question): boolean {
  return question.kind !== 'information' && question.kind !== 'header' && question.kind !== 'location'
}

export interface QuestionsPartProps
  extends Pick<PlacePageProps, 'draft' | 'language' | 'messages' | 'answerFaults' | 'asked'> {
  readonly data: Pick<PlacePageProps['data'], 'questions' | 'assets'>
  readonly facts: FormFacts
}

/**
 * The questions of the category. One that is not asked with the present answers stands in a template: without
 * script it is not there, and a script can show it at once.
 */
export function QuestionsPart(props: QuestionsPartProps) {
  const { data, asked, messages, facts } = props
  const questions = data.questions.filter((question) => question.kind !== 'location')
  if (questions.length === 0) return <div id="vragen" data-questions="[]" />
  return (
    <section
      className="citizen-part signalen-stack"
      id="vragen"
      aria-labelledby="vragen-titel"
      data-questions={JSON.stringify(data.questions)}
      data-facts={JSON.stringify(facts)}
    >
      <Heading level={2} look={3} id="vragen-titel">
        {messages.place.questionsHeading}
      </Heading>
      {questions.map((question) => {
        const isAsked = asked.some(({ key }) => key === question.key)
        const field = <AskedQuestion key={question.key} {...props} question={question} />
        if (isAsked) return field
        return (
          <template key={question.key} data-question-template={question.key}>
            {field}
          </template>
        )
      })}
    </section>
  )
}

interface AskedQuestionProps extends QuestionsPartProps {
  readonly question: Question
}

function AskedQuestion({
  question,
  draft,
  data,
  answerFaults,
  language,
  facts,
  messages,
}: AskedQuestionProps) {
  const hasPlace = draft.place.chosen !== null
  return (
    <div data-question={question.key} id={`${toFieldId(question.key)}-vraag`}>
      {isAnswerable(question) && <input type="hidden" name="_shown" value={question.key} />}
      <QuestionField
        question={translateQuestion(question, language)}
        fields={draft.answers}
        fault={answerFaults.get(question.key)}
        messages={FORM_MESSAGES[language]}
        facts={facts}
        textLang={isTranslated(question, language) ? undefined : textLangFor(language)}
        assetsMap={question.kind === 'assets' && <ObjectsMap question={question} messages={messages} />}
        assets={hasPlace ? (data.assets.get(question.key) ?? []) : undefined}
      />
    </div>
  )
}
