import { fillPlaceholders, NOW, type Question, TEXT_LIMITS } from '@signalen/domain'
import { Alert } from '../components/Alert.tsx'
import { CheckboxField, CheckboxGroup, type Choice, RadioGroup } from '../components/choice-fields.tsx'
import { RichText } from '../components/RichText.tsx'
import { Heading, InLanguage } from '../components/text.tsx'
import { SelectField, TextareaField, TextField } from '../components/text-fields.tsx'
import { AssetsQuestion } from './AssetsQuestion.tsx'
import { EARLIER, FIELD_NAMES, findField } from './form-fields.ts'
import { type QuestionFieldProps, toField, toFieldId } from './question-field-props.tsx'

/** One question of a category as plain HTML, the browser's own state. It works without script. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, fields, facts } = props
  switch (question.kind) {
    case 'text':
      return <TextQuestionField {...props} />
    case 'texts':
      return <TextField {...toField(props)} defaultValue={(fields[question.key] ?? []).join(', ')} />
    case 'choice':
      return question.appearance === 'select' ? <SelectQuestion {...props} /> : <ChoiceQuestion {...props} />
    case 'choices':
      return (
        <CheckboxGroup {...toField(props)} choices={toChoices(props)} selected={fields[question.key] ?? []} />
      )
    case 'consent':
      return <ConsentQuestion {...props} />
    case 'moment':
      return <MomentQuestion {...props} />
    case 'assets':
      return <AssetsQuestion {...props} />
    case 'header':
      return (
        <Heading level={2} look={3} lang={props.textLang}>
          {question.label}
        </Heading>
      )
    case 'information':
      return (
        <Alert kind={toAlertKind(question)} id={toFieldId(question.key)} tabIndex={-1} lang={props.textLang}>
          <RichText text={fillPlaceholders(question.text, facts)} />
        </Alert>
      )
    case 'location':
      return null
  }
}

function TextQuestionField(props: QuestionFieldProps) {
  const { question, fields } = props
  if (question.kind !== 'text') return null
  const limit = question.validators.find((rule) => rule.kind === 'maxLength')
  const shared = {
    ...toField(props),
    defaultValue: fields[question.key]?.[0] ?? '',
    placeholder: question.placeholder,
    autoComplete: question.autocomplete ?? 'off',
  }
  if (question.isMultiline) {
    return (
      <TextareaField
        {...shared}
        data-limit={limit && 'limit' in limit ? limit.limit : TEXT_LIMITS.signalText}
      />
    )
  }
  return <TextField {...shared} type={toInputType(question.inputType)} />
}

const INPUT_TYPES = ['text', 'email', 'tel', 'url']

/** Numbers are typed as text: the browser's number field changes by scrolling and refuses commas. */
function toInputType(type: string): string {
  return INPUT_TYPES.includes(type) ? type : 'text'
}

function toChoices({ question, textLang }: QuestionFieldProps): Choice[] {
  if (question.kind !== 'choice' && question.kind !== 'choices') return []
  return question.options.map(({ id, label, info }) => ({
    value: id,
    label: <InLanguage lang={textLang}>{label}</InLanguage>,
    hint: info && <InLanguage lang={textLang}>{info}</InLanguage>,
  }))
}

function ChoiceQuestion(props: QuestionFieldProps) {
  const { question, fields } = props
  return <RadioGroup {...toField(props)} choices={toChoices(props)} selected={fields[question.key] ?? []} />
}

function SelectQuestion(props: QuestionFieldProps) {
  const { question, fields, messages, textLang } = props
  const options = question.kind === 'choice' ? question.options : []
  return (
    <SelectField
      {...toField(props)}
      emptyLabel={messages.choose}
      options={options.map(({ id, label }) => ({ value: id, label, lang: textLang }))}
      defaultValue={fields[question.key]?.[0] ?? ''}
    />
  )
}

function ConsentQuestion(props: QuestionFieldProps) {
  const { question, fields } = props
  if (question.kind !== 'consent') return null
  return (
    <CheckboxField
      {...toField(props)}
      label={<InLanguage lang={props.textLang}>{question.text}</InLanguage>}
      value="ja"
      defaultChecked={findField(fields, question.key) !== ''}
    />
  )
}

/** Date and time are there from the start, so that they can be filled in without script. */
function MomentQuestion(props: QuestionFieldProps) {
  const { question, fields, messages } = props
  const field = toField(props)
  const { key } = question
  const date = { name: FIELD_NAMES.date(key), id: `${field.id}-date` }
  const time = { name: FIELD_NAMES.time(key), id: `${field.id}-time` }
  return (
    <div data-moment={key}>
      <RadioGroup
        {...field}
        choices={[
          { value: NOW, label: messages.now },
          { value: EARLIER, label: messages.earlier },
        ]}
        selected={fields[key] ?? []}
      />
      <div className="signalen-inline-fields signalen-inline-fields--nested" data-moment-earlier="">
        <TextField
          {...date}
          type="date"
          label={messages.date}
          defaultValue={findField(fields, date.name)}
          placeholder={messages.dateHint}
        />
        <TextField {...time} type="time" label={messages.time} defaultValue={findField(fields, time.name)} />
      </div>
    </div>
  )
}

function toAlertKind(question: Question): 'info' | 'warning' | 'error' {
  if (question.kind !== 'information') return 'info'
  if (question.isBlocking) return 'error'
  return question.tone === 'alert' || question.tone === 'caution' ? 'warning' : 'info'
}
