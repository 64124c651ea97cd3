import type { ReactNode } from 'react'
import { type Choice, ChoiceOptions, Fieldset } from '../components/choice-fields.tsx'
import { InLanguage, Stack } from '../components/text.tsx'
import { TextField } from '../components/text-fields.tsx'
import { FIELD_NAMES, findField, writeAssetValue } from './form-fields.ts'
import { type QuestionFieldProps, toField, toFieldId } from './question-field-props.tsx'

/** A list to choose from, whether there is a map or not, and a way out when the object is not in it. */
export function AssetsQuestion(props: QuestionFieldProps) {
  const { question, assets } = props
  if (question.kind !== 'assets') return null
  const field = toField(props)
  const choices = (assets ?? []).map((asset) => ({
    value: writeAssetValue(asset),
    label: <InLanguage lang={props.textLang}>{asset.label}</InLanguage>,
  }))
  return (
    <Fieldset {...field} description={describeAssets(props)}>
      <Stack tight data-assets={question.key} data-assets-most={question.most}>
        {choices.length > 0 && props.assetsMap}
        {choices.length > 0 && <ListedAssets {...props} choices={choices} />}
        {assets !== undefined && <UnlistedAsset {...props} hasList={choices.length > 0} />}
      </Stack>
    </Fieldset>
  )
}

const SHOWN_AT_ONCE = 6

/** The nearest first; the rest is there for who does not find it among them. */
function ListedAssets(props: QuestionFieldProps & { readonly choices: readonly Choice[] }) {
  const { question, fields, messages, choices } = props
  const field = toField(props)
  const selected = fields[question.key] ?? []
  const rest = choices.slice(SHOWN_AT_ONCE)
  const isAmongRest = rest.some(({ value }) => selected.includes(value))
  return (
    <>
      <ChoiceOptions
        {...field}
        type="checkbox"
        choices={choices.slice(0, SHOWN_AT_ONCE)}
        selected={selected}
      />
      {rest.length > 0 && (
        <details className="signalen-more" open={isAmongRest}>
          <summary>{messages.assetsMore(rest.length)}</summary>
          <ChoiceOptions
            {...field}
            id={`${field.id}-meer`}
            type="checkbox"
            choices={rest}
            selected={selected}
          />
        </details>
      )}
    </>
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
