import {
  type AnswerFault,
  type AssetAnswer,
  type FormFacts,
  fillPlaceholders,
  NOW,
  type Question,
  TEXT_LIMITS,
} from '@signalen/domain'
import type { ReactNode } from 'react'
import { Alert } from '../components/Alert.tsx'
import {
  CheckboxField,
  CheckboxGroup,
  type Choice,
  ChoiceOptions,
  Fieldset,
  RadioGroup,
} from '../components/choice-fields.tsx'
import type { FieldProps } from '../components/form-field.tsx'
import { RichText } from '../components/RichText.tsx'
import { Heading, InLanguage, Stack } from '../components/text.tsx'
import { SelectField, TextareaField, TextField } from '../components/text-fields.tsx'
import { EARLIER, FIELD_NAMES, type FormFields, findField, writeAssetValue } from './form-fields.ts'
import { type FormMessages, presentFault } from './form-messages.ts'

export interface QuestionFieldProps {
  readonly question: Question
  readonly fields: FormFields
  readonly fault: AnswerFault | undefined
  readonly messages: FormMessages
  readonly facts: FormFacts
  /** The language of the municipality's texts, when the page has another. */
  readonly textLang?: string | undefined
  /** What stands near the chosen place; undefined while no place is chosen. */
  readonly assets?: readonly AssetAnswer[] | undefined
}

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

/** The id of the first field of a question; the error summary leads there. */
export function toFieldId(key: string): string {
  return `q-${key.replace(/[^\w-]/g, '-')}`
}

function toField({ question, fault, messages, textLang }: QuestionFieldProps): FieldProps {
  return {
    id: toFieldId(question.key),
    name: question.key,
    label: <InLanguage lang={textLang}>{question.label}</InLanguage>,
    description: question.subtitle && <InLanguage lang={textLang}>{question.subtitle}</InLanguage>,
    error: fault && presentFault(fault, messages),
    note: question.required ? undefined : messages.optional,
    required: question.required,
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

/** A list to choose from, whether there is a map or not, and a way out when the object is not in it. */
function AssetsQuestion(props: QuestionFieldProps) {
  const { question, fields, assets } = props
  if (question.kind !== 'assets') return null
  const field = toField(props)
  const chosen = fields[question.key] ?? []
  const choices = (assets ?? []).map((asset) => ({
    value: writeAssetValue(asset),
    label: <InLanguage lang={props.textLang}>{asset.label}</InLanguage>,
  }))
  return (
    <Fieldset {...field} description={describeAssets(props)}>
      <Stack tight data-assets={question.key} data-assets-most={question.most}>
        {choices.length > 0 && (
          <ChoiceOptions {...field} type="checkbox" choices={choices} selected={chosen} />
        )}
        {assets !== undefined && <UnlistedAsset {...props} hasList={choices.length > 0} />}
      </Stack>
    </Fieldset>
  )
}

/** For what is in no list, or when there is none. */
function UnlistedAsset({
  question,
  fields,
  messages,
  textLang,
  hasList,
}: QuestionFieldProps & { readonly hasList: boolean }) {
  if (question.kind !== 'assets') return null
  const name = FIELD_NAMES.unlisted(question.key)
  const { unregistered, unregisteredId } = question.language
  return (
    <TextField
      id={hasList ? `${toFieldId(question.key)}-unlisted` : toFieldId(question.key)}
      name={name}
      label={
        <OwnText
          text={hasList ? unregistered : unregisteredId}
          lang={textLang}
          other={messages.assetsUnlisted}
        />
      }
      description={hasList && unregisteredId && <InLanguage lang={textLang}>{unregisteredId}</InLanguage>}
      defaultValue={findField(fields, name)}
      maxLength={100}
    />
  )
}

/** The municipality's words, or ours when it has none. */
function OwnText(props: {
  readonly text: string | undefined
  readonly lang: string | undefined
  readonly other: string
}) {
  return props.text ? <InLanguage lang={props.lang}>{props.text}</InLanguage> : props.other
}

function describeAssets({ question, messages, assets, textLang }: QuestionFieldProps): ReactNode {
  if (question.kind !== 'assets') return undefined
  if (assets === undefined) return messages.assetsNeedPlace
  if (assets.length === 0) return messages.assetsNone
  const most = question.most > 1 && assets.length > 1 ? messages.assetsMost(question.most) : ''
  if (!question.subtitle) return most
  return (
    <>
      <InLanguage lang={textLang}>{question.subtitle}</InLanguage> {most}
    </>
  )
}

function toAlertKind(question: Question): 'info' | 'warning' | 'error' {
  if (question.kind !== 'information') return 'info'
  if (question.isBlocking) return 'error'
  return question.tone === 'alert' || question.tone === 'caution' ? 'warning' : 'info'
}
