import type { QuestionDesignAnswer } from '@signalen/contract'
import {
  findVisibleForm,
  isTranslated,
  type Question,
  readQuestions,
  translateQuestion,
  type WireQuestion,
} from '@signalen/domain'
import { type FormFields, Heading, Paragraph, readFormAnswers, SelectField } from '@signalen/ui'
import { useMemo, useState } from 'react'
import { CategoryQuestions } from '../../create/CategoryQuestions.tsx'
import { useMessages } from '../../language/language-context.tsx'

interface QuestionPreviewProps {
  readonly category: QuestionDesignAnswer['category']
  readonly questions: readonly WireQuestion[]
  readonly inherited: readonly WireQuestion[]
}

const NO_FAULTS = new Map()

/** The form as a resident gets it: made by what makes it there, and it answers as it does there. */
export function QuestionPreview({ category, questions, inherited }: QuestionPreviewProps) {
  const { questions: texts } = useMessages()
  const [language, setLanguage] = useState('nl')
  const [fields, setFields] = useState<FormFields>({})
  const asked = useMemo(() => readQuestions([...questions, ...inherited]), [questions, inherited])
  const place = { main: category.main?.slug ?? category.slug, sub: category.main ? category.slug : '' }
  const facts = { category: place.main, subcategory: place.sub }
  const visible = findVisibleForm({
    questions: asked,
    answers: readFormAnswers(asked, fields),
    facts,
    isStaff: false,
  })
  const shown = visible.questions.map((question) => translateQuestion(question, language))
  const lacking = language === 'nl' ? [] : visible.questions.filter((one) => !isTranslated(one, language))
  return (
    <aside className="question-preview" aria-labelledby="preview">
      <Heading level={2} look={4} id="preview">
        {texts.preview}
      </Heading>
      <SelectField
        id="preview-language"
        name="language"
        label={texts.previewLanguage}
        options={[
          { value: 'nl', label: 'Nederlands' },
          { value: 'en', label: 'English' },
        ]}
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
      />
      {lacking.length > 0 && <Paragraph>{texts.untranslated(lacking.map(({ label }) => label))}</Paragraph>}
      {shown.length === 0 && <Paragraph>{texts.previewEmpty}</Paragraph>}
      {shown.some(({ kind }) => kind === 'location') && <Paragraph>{texts.previewPlace}</Paragraph>}
      <CategoryQuestions
        key={`${language} ${keyOf(asked)}`}
        category={place}
        asked={{ ...visible, questions: shown }}
        fields={fields}
        faults={NO_FAULTS}
        place={null}
        onChange={setFields}
      />
      {visible.questions.some((question) => question.kind === 'information' && question.isBlocking) && (
        <p className="question-preview__stop" role="status">
          {texts.previewStops}
        </p>
      )}
    </aside>
  )
}

/** The fields start anew where a question becomes another one. */
function keyOf(questions: readonly Question[]): string {
  return questions.map(({ key, kind }) => `${key}:${kind}`).join(' ')
}
