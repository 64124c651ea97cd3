import { TEXT_LIMITS } from '@signalen/domain'
import {
  Actions,
  Alert,
  Button,
  CheckboxField,
  ChoiceOptions,
  ErrorSummary,
  type FieldError,
  Fieldset,
  FormField,
  Heading,
  InLanguage,
  Paragraph,
  Stack,
  TextareaField,
} from '@signalen/ui'
import type { StandardAnswer } from '../api/feedback.ts'
import type { Messages } from '../messages/messages.ts'

export interface FeedbackInput {
  readonly chosen: readonly string[]
  readonly own: string
  readonly extra: string
  readonly allowsContact: boolean
}

export const OWN_ANSWER = '_own'

export interface FeedbackPageProps {
  readonly answers: readonly StandardAnswer[]
  readonly isSatisfied: boolean
  readonly input: FeedbackInput
  readonly errors: readonly FieldError[]
  readonly isFailed?: boolean
  readonly action: string
  readonly messages: Messages
  readonly textLang: string | undefined
}

/** Reasons by topic, own words beside them, and whether one may be called. */
export function FeedbackPage(props: FeedbackPageProps) {
  const { isSatisfied, errors, messages, action, isFailed = false } = props
  const text = messages.feedback
  return (
    <Stack>
      <Heading level={1} id="titel" tabIndex={-1}>
        {isSatisfied ? text.titleYes : text.titleNo}
      </Heading>
      <ErrorSummary title={messages.errorSummary(errors.length)} errors={errors} />
      {isFailed && (
        <Alert kind="error" title={text.failedTitle} role="alert">
          <Paragraph>{text.failed}</Paragraph>
        </Alert>
      )}
      <Paragraph lead>{isSatisfied ? text.leadYes : text.leadNo}</Paragraph>
      <form
        method="post"
        action={action}
        encType={isSatisfied ? undefined : 'multipart/form-data'}
        noValidate
      >
        <Stack>
          <Reasons {...props} />
          <Extra {...props} />
          <Actions>
            <Button type="submit" purpose="primary">
              {text.send}
            </Button>
          </Actions>
        </Stack>
      </form>
    </Stack>
  )
}

function Reasons({ answers, isSatisfied, input, errors, messages, textLang }: FeedbackPageProps) {
  const text = messages.feedback
  const error = errorOf(errors, 'waarom')
  const hasOpenAnswer = answers.some(({ isOpen }) => isOpen)
  const topics = [...new Set(answers.map(({ topic }) => topic))]
  return (
    <Stack>
      <Fieldset
        id="waarom"
        name="_why"
        label={isSatisfied ? text.whyYes : text.whyNo}
        description={text.whyHint}
        error={error}
      >
        <Stack tight>
          {topics.map((topic, index) => (
            <Topic
              key={topic}
              name={topic}
              isFirst={index === 0}
              answers={answers}
              input={input}
              error={error}
              textLang={textLang}
            />
          ))}
          {!hasOpenAnswer && (
            <ChoiceOptions
              id={topics.length === 0 ? 'waarom' : 'waarom-eigen'}
              name="_why"
              label={text.own}
              type="checkbox"
              choices={[{ value: OWN_ANSWER, label: text.own }]}
              selected={input.chosen}
              error={error}
            />
          )}
        </Stack>
      </Fieldset>
      <TextareaField
        id="eigen"
        name="_own"
        label={text.ownLabel}
        note={messages.optional}
        rows={4}
        defaultValue={input.own}
        error={errorOf(errors, 'eigen')}
        data-limit={TEXT_LIMITS.feedbackText}
        data-counter-left={messages.describe.charactersLeft}
        data-counter-over={messages.describe.charactersTooMany}
      />
    </Stack>
  )
}

interface TopicProps {
  readonly name: string
  readonly isFirst: boolean
  readonly answers: readonly StandardAnswer[]
  readonly input: FeedbackInput
  readonly error: string | undefined
  readonly textLang: string | undefined
}

function Topic({ name, isFirst, answers, input, error, textLang }: TopicProps) {
  const choices = answers
    .filter(({ topic }) => topic === name)
    .map(({ text }) => ({ value: text, label: <InLanguage lang={textLang}>{withoutStop(text)}</InLanguage> }))
  return (
    <div>
      {name && (
        <p className="citizen-topic nl-paragraph" lang={textLang}>
          {name}
        </p>
      )}
      <ChoiceOptions
        id={isFirst ? 'waarom' : `waarom-${name.replace(/\W/g, '-')}`}
        name="_why"
        label={name}
        type="checkbox"
        choices={choices}
        selected={input.chosen}
        error={error}
      />
    </div>
  )
}

function withoutStop(text: string): string {
  return text.replace(/[.,;:]+$/, '')
}

function Extra({ isSatisfied, input, errors, messages }: FeedbackPageProps) {
  const text = messages.feedback
  return (
    <>
      <TextareaField
        id="toelichting"
        name="_extra"
        label={text.extra}
        note={messages.optional}
        rows={4}
        defaultValue={input.extra}
        error={errorOf(errors, 'toelichting')}
        data-limit={TEXT_LIMITS.feedbackText}
        data-counter-left={messages.describe.charactersLeft}
        data-counter-over={messages.describe.charactersTooMany}
      />
      {!isSatisfied && <PhotoInput messages={messages} error={errorOf(errors, 'fotos')} />}
      <CheckboxField
        id="contact"
        name="_contact"
        value="ja"
        label={text.allowsContact}
        defaultChecked={input.allowsContact}
      />
    </>
  )
}

/** A plain field: these photos go with the answer, not before it. */
export function PhotoInput({
  messages,
  error,
}: {
  readonly messages: Messages
  readonly error: string | undefined
}) {
  return (
    <FormField
      id="fotos"
      name="_photos"
      label={messages.photos.label}
      note={messages.optional}
      description={messages.photos.replyHint}
      error={error}
    >
      <input
        type="file"
        id="fotos"
        name="_photos"
        multiple
        accept="image/jpeg,image/png,image/gif,image/heic,image/heif"
        className="citizen-file"
        aria-describedby={error ? 'fotos-description fotos-error' : 'fotos-description'}
        aria-invalid={error ? true : undefined}
      />
    </FormField>
  )
}

function errorOf(errors: readonly FieldError[], id: string): string | undefined {
  return errors.find(({ fieldId }) => fieldId === id)?.message
}
