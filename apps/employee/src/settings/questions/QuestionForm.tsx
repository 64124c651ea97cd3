import type { Question } from '@signalen/domain'
import { CheckboxField, SelectField, TextareaField, TextField } from '@signalen/ui'
import { useMessages } from '../../language/language-context.tsx'
import { AssetFields } from './AssetFields.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { OptionFields } from './OptionFields.tsx'
import { RawMeta } from './RawMeta.tsx'
import { RuleFields } from './RuleFields.tsx'
import { TranslationFields } from './TranslationFields.tsx'
import {
  FIELD_TYPES,
  hasRule,
  type Meta,
  setRule,
  textOf,
  type WrittenQuestion,
  withMeta,
} from './written-question.ts'

interface QuestionFormProps {
  readonly question: WrittenQuestion
  /** Those that conditions may ask about. */
  readonly others: readonly Question[]
  readonly canWrite: boolean
  readonly onChange: (question: WrittenQuestion) => void
}

export interface MetaFieldsProps {
  readonly id: string
  readonly meta: Meta
  readonly onChange: (meta: Meta) => void
}

const CHOICES = ['radio_input', 'select_input', 'checkbox_input']
const OBJECTS = ['asset_select', 'caterpillar_select', 'clock_select', 'streetlight_select']
const WORDS = ['text_input', 'text_area_input']
const UNANSWERED = ['plain_text', 'question_header', 'location_select']

export function QuestionForm({ question, others, canWrite, onChange }: QuestionFormProps) {
  const { questions: texts } = useMessages()
  const { id, meta, field_type: type } = question
  const set = (next: Meta) => onChange({ ...question, meta: next })
  const setText = (name: string) => (event: { target: { value: string } }) =>
    set(withMeta(meta, name, event.target.value))
  const fields: MetaFieldsProps = { id, meta, onChange: set }
  const types = FIELD_TYPES.some((known) => known === type) ? FIELD_TYPES : [...FIELD_TYPES, type]
  return (
    <fieldset className="settings__fields question-card__form" disabled={!canWrite}>
      <legend className="signalen-visually-hidden">{texts.legend}</legend>
      <SelectField
        id={`${id}-type`}
        name="field_type"
        label={texts.fieldType}
        options={types.map((value) => ({ value, label: texts.type(value) }))}
        value={type}
        onChange={(event) => onChange({ ...question, field_type: event.target.value })}
      />
      <TextField
        id={`${id}-label`}
        name="label"
        label={texts.label}
        value={textOf(meta, 'label')}
        onChange={setText('label')}
      />
      {type === 'plain_text' ? (
        <InformationFields {...fields} />
      ) : (
        <TextareaField
          id={`${id}-subtitle`}
          name="subtitle"
          rows={2}
          label={texts.subtitle}
          value={textOf(meta, 'subtitle')}
          onChange={setText('subtitle')}
        />
      )}
      {!UNANSWERED.includes(type) && (
        <CheckboxField
          id={`${id}-required`}
          name="required"
          label={texts.required}
          checked={question.required}
          onChange={(event) => onChange({ ...question, required: event.target.checked })}
        />
      )}
      {CHOICES.includes(type) && <OptionFields {...fields} fieldType={type} />}
      {WORDS.includes(type) && <RuleFields {...fields} isOneLine={type === 'text_input'} />}
      {OBJECTS.includes(type) && <AssetFields {...fields} />}
      <ConditionFields {...fields} others={others} />
      <TranslationFields {...fields} fieldType={type} />
      <details className="question-card__more">
        <summary>{texts.more}</summary>
        <div className="settings__fields">
          <TextField
            id={`${id}-key`}
            name="key"
            label={texts.key}
            description={texts.keyHint}
            value={question.key}
            onChange={(event) => onChange({ ...question, key: event.target.value })}
          />
          <TextField
            id={`${id}-short`}
            name="shortLabel"
            label={texts.shortLabel}
            description={texts.shortLabelHint}
            value={textOf(meta, 'shortLabel')}
            onChange={setText('shortLabel')}
          />
          <CheckboxField
            id={`${id}-staff`}
            name="authenticated"
            label={texts.staffOnly}
            checked={meta.authenticated === true}
            onChange={(event) => set(withMeta(meta, 'authenticated', event.target.checked))}
          />
          <RawMeta {...fields} />
        </div>
      </details>
    </fieldset>
  )
}

const TONES = ['message', 'citation', 'caution', 'alert'] as const

/** A text between the questions, which may say that there is a better way than a report. */
function InformationFields({ id, meta, onChange }: MetaFieldsProps) {
  const { questions: texts } = useMessages()
  return (
    <>
      <TextareaField
        id={`${id}-value`}
        name="value"
        rows={4}
        label={texts.text}
        description={texts.textHint}
        value={textOf(meta, 'value')}
        onChange={(event) => onChange(withMeta(meta, 'value', event.target.value))}
      />
      <SelectField
        id={`${id}-tone`}
        name="type"
        label={texts.tone}
        options={TONES.map((value) => ({ value, label: texts.tones[value] }))}
        value={textOf(meta, 'type') || 'message'}
        onChange={(event) => onChange(withMeta(meta, 'type', event.target.value))}
      />
      <CheckboxField
        id={`${id}-blocking`}
        name="isBlocking"
        label={texts.isBlocking}
        description={texts.isBlockingHint}
        checked={hasRule(meta, 'isBlocking')}
        onChange={(event) => onChange(setRule(meta, 'isBlocking', event.target.checked))}
      />
    </>
  )
}
