import { TEXT_LIMITS } from '@signalen/domain'
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  type FieldError,
  Heading,
  InLanguage,
  Paragraph,
  RichText,
  Stack,
  TextareaField,
} from '@signalen/ui'
import type { AskedQuestion, AskedSession, ExplanationSection, SessionAnswer } from '../api/questionnaires.ts'
import type { Messages } from '../messages/messages.ts'
import { PhotoInput } from './FeedbackPage.tsx'

export const PHOTO_ANSWER_ID = 'fotos'

export function answerFieldId(uuid: string): string {
  return `antwoord-${uuid}`
}

export interface ReplyPageProps {
  readonly isExternal: boolean
  readonly session: AskedSession
  readonly answers: readonly SessionAnswer[]
  readonly errors: readonly FieldError[]
  readonly isFailed?: boolean
  readonly action: string
  readonly messages: Messages
  readonly textLang: string | undefined
}

/** What is asked, with what it is about, and room for the answer. */
export function ReplyPage(props: ReplyPageProps) {
  const { isExternal, session, errors, isFailed = false, action, messages } = props
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {isExternal ? messages.external.title : messages.reply.title}
      </Heading>
      <ErrorSummary title={messages.errorSummary(errors.length)} errors={errors} />
      {isFailed && (
        <Alert kind="error" title={messages.reply.failedTitle} role="alert">
          <Paragraph>{messages.reply.failed}</Paragraph>
        </Alert>
      )}
      {isExternal ? (
        <Assignment session={session} messages={messages} textLang={props.textLang} />
      ) : (
        <Paragraph lead>{messages.reply.aboutReport}</Paragraph>
      )}
      <form method="post" action={action} encType="multipart/form-data" noValidate>
        <Stack>
          {session.questions
            .filter((question) => question.kind === 'text')
            .map((question) => (
              <AnswerField key={question.uuid} {...props} question={question} />
            ))}
          <PhotoInput messages={messages} error={errorOf(errors, PHOTO_ANSWER_ID)} />
          <Actions>
            <Button type="submit" purpose="primary">
              {isExternal ? messages.external.send : messages.reply.send}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Stack>
  )
}

function AnswerField({
  question,
  answers,
  errors,
  isExternal,
  messages,
  textLang,
}: ReplyPageProps & { readonly question: AskedQuestion }) {
  const id = answerFieldId(question.uuid)
  return (
    <Stack tight>
      {!isExternal && (
        <div className="citizen-question">
          <Heading level={2} look={4}>
            {messages.reply.question}
          </Heading>
          <div lang={textLang}>
            <RichText text={question.label} />
          </div>
        </div>
      )}
      <TextareaField
        id={id}
        name={question.uuid}
        label={isExternal ? <InLanguage lang={textLang}>{question.label}</InLanguage> : messages.reply.answer}
        note={question.required ? undefined : messages.optional}
        required={question.required}
        defaultValue={answers.find(({ uuid }) => uuid === question.uuid)?.text ?? ''}
        error={errorOf(errors, id)}
        data-limit={TEXT_LIMITS.reactionRequestText}
        data-counter-left={messages.describe.charactersLeft}
        data-counter-over={messages.describe.charactersTooMany}
      />
    </Stack>
  )
}

/** For an outside party: the report as the municipality passes it on. */
function Assignment({
  session,
  messages,
  textLang,
}: Pick<ReplyPageProps, 'session' | 'messages' | 'textLang'>) {
  return (
    <Stack tight>
      {session.sections.length === 0 && <Paragraph lead>{messages.external.questionFallback}</Paragraph>}
      {session.sections.map((section) => (
        <div key={`${section.header} ${section.text}`} lang={textLang}>
          <Section section={section} />
        </div>
      ))}
      {session.place && (
        <div>
          <Heading level={2} look={3}>
            {messages.external.place}
          </Heading>
          <Paragraph>{session.place}</Paragraph>
        </div>
      )}
    </Stack>
  )
}

function Section({ section }: { readonly section: ExplanationSection }) {
  return (
    <div>
      <Heading level={2} look={3}>
        {section.header}
      </Heading>
      <RichText text={section.text} />
      {section.files.length > 0 && (
        <ul className="citizen-photos">
          {section.files.map((file) => (
            <li key={file.href} className="citizen-photos__item">
              <a href={file.href}>
                <img
                  className="citizen-photos__picture"
                  src={file.href}
                  alt={file.description}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function errorOf(errors: readonly FieldError[], id: string): string | undefined {
  return errors.find(({ fieldId }) => fieldId === id)?.message
}
