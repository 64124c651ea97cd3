import type { Question } from '@signalen/domain'
import { Button, CheckboxGroup, SelectField, TextField } from '@signalen/ui'
import { StaffIcon } from '../../components/StaffIcon.tsx'
import { useMessages } from '../../language/language-context.tsx'
import type { MetaFieldsProps } from './QuestionForm.tsx'
import {
  type ConditionAnswer,
  type ConditionGroup,
  EMPTY_GROUP,
  type GroupKind,
  readGroup,
  setCondition,
} from './written-condition.ts'

type ConditionFieldsProps = MetaFieldsProps & { readonly others: readonly Question[] }

const KINDS: readonly GroupKind[] = ['ifAllOf', 'ifOneOf']

/** When the question is asked, picked from the answers to other questions. */
export function ConditionFields({ id, meta, others, onChange }: ConditionFieldsProps) {
  const { questions: texts } = useMessages()
  const shown = KINDS.filter((kind) => kind in meta)
  return (
    <fieldset className="question-options">
      <legend className="utrecht-form-label">{texts.condition}</legend>
      {shown.length === 0 && <p className="fact__note">{texts.always}</p>}
      {shown.map((kind) => (
        <GroupFields
          key={kind}
          fieldId={`${id}-${kind}`}
          kind={kind}
          group={readGroup(meta[kind])}
          others={others}
          onChange={(group) => onChange(setCondition(meta, kind, group))}
        />
      ))}
      <div className="signalen-actions">
        {KINDS.filter((kind) => !shown.includes(kind)).map((kind) => (
          <Button
            key={kind}
            purpose="subtle"
            onClick={() => onChange(setCondition(meta, kind, startGroup(others)))}
          >
            {texts.addGroup[kind]}
          </Button>
        ))}
      </div>
    </fieldset>
  )
}

/** Something to begin with: a group that asks for nothing would not be kept. */
function startGroup(others: readonly Question[]): ConditionGroup {
  return { ...EMPTY_GROUP, answers: [startAnswer(others)] }
}

function startAnswer(others: readonly Question[]): ConditionAnswer {
  const question = others.find(({ kind }) => kind === 'choice' || kind === 'choices')
  const options = question && 'options' in question ? question.options : []
  return { key: question?.key ?? 'subcategory', values: options[0] ? [options[0].id] : [''] }
}

interface GroupFieldsProps {
  readonly fieldId: string
  readonly kind: GroupKind
  readonly group: ConditionGroup
  readonly others: readonly Question[]
  readonly onChange: (group: ConditionGroup) => void
}

function GroupFields({ fieldId, kind, group, others, onChange }: GroupFieldsProps) {
  const { questions: texts } = useMessages()
  const other: GroupKind = kind === 'ifAllOf' ? 'ifOneOf' : 'ifAllOf'
  const hasOther = group.nested.some((nested) => nested.kind === other)
  return (
    <fieldset className="condition-group">
      <legend>{texts.group[kind]}</legend>
      {group.answers.map((answer, index) => (
        <AnswerFields
          // biome-ignore lint/suspicious/noArrayIndexKey: one question may be asked about twice.
          key={index}
          fieldId={`${fieldId}-${index}`}
          kind={kind}
          answer={answer}
          others={others}
          onChange={(next) =>
            onChange({ ...group, answers: group.answers.map((one, place) => (place === index ? next : one)) })
          }
          onRemove={() =>
            onChange({ ...group, answers: group.answers.filter((_, place) => place !== index) })
          }
        />
      ))}
      {group.nested.map((nested, index) => (
        <GroupFields
          key={`${nested.kind} ${String(index)}`}
          fieldId={`${fieldId}-${nested.kind}-${index}`}
          kind={nested.kind}
          group={nested.group}
          others={others}
          onChange={(next) =>
            onChange({
              ...group,
              nested: group.nested.map((one, place) => (place === index ? { ...one, group: next } : one)),
            })
          }
        />
      ))}
      <div className="signalen-actions">
        <Button
          purpose="subtle"
          onClick={() => onChange({ ...group, answers: [...group.answers, startAnswer(others)] })}
        >
          {texts.addAnswer}
        </Button>
        {!hasOther && (
          <Button
            purpose="subtle"
            onClick={() =>
              onChange({ ...group, nested: [...group.nested, { kind: other, group: startGroup(others) }] })
            }
          >
            {texts.addInner[other]}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

interface AnswerFieldsProps {
  readonly fieldId: string
  readonly kind: GroupKind
  readonly answer: ConditionAnswer
  readonly others: readonly Question[]
  readonly onChange: (answer: ConditionAnswer) => void
  readonly onRemove: () => void
}

function AnswerFields({ fieldId, kind, answer, others, onChange, onRemove }: AnswerFieldsProps) {
  const { questions: texts } = useMessages()
  const question = others.find(({ key }) => key === answer.key)
  const known = [
    ...others.map(({ key, label }) => ({ value: key, label })),
    { value: 'category', label: texts.factCategory },
    { value: 'subcategory', label: texts.factSubcategory },
  ]
  const choices = known.some(({ value }) => value === answer.key)
    ? known
    : [...known, { value: answer.key, label: texts.unknownKey(answer.key) }]
  return (
    <div className="condition-answer">
      <SelectField
        id={`${fieldId}-key`}
        name="key"
        label={texts.ifQuestion}
        options={choices}
        value={answer.key}
        onChange={(event) => onChange(answerOf(event.target.value, others))}
      />
      {question && 'options' in question ? (
        <OptionValues
          fieldId={fieldId}
          isOne={kind === 'ifAllOf' && question.kind === 'choice'}
          options={question.options}
          values={answer.values}
          onChange={(values) => onChange({ ...answer, values })}
        />
      ) : (
        <TextField
          id={`${fieldId}-values`}
          name="values"
          label={texts.isAnswered}
          description={texts.isAnsweredHint}
          value={answer.values.join(', ')}
          onChange={(event) => onChange({ ...answer, values: splitValues(event.target.value) })}
        />
      )}
      <button type="button" className="icon-button" aria-label={texts.removeCondition} onClick={onRemove}>
        <StaffIcon name="trash" />
      </button>
    </div>
  )
}

function answerOf(key: string, others: readonly Question[]): ConditionAnswer {
  const question = others.find((one) => one.key === key)
  const first = question && 'options' in question ? question.options[0]?.id : undefined
  return { key, values: [first ?? ''] }
}

function splitValues(text: string): readonly string[] {
  return text.split(',').map((value) => value.trimStart())
}

interface OptionValuesProps {
  readonly fieldId: string
  /** Of a question with one answer, all of several can never be given. */
  readonly isOne: boolean
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

function OptionValues({ fieldId, isOne, options, values, onChange }: OptionValuesProps) {
  const { questions: texts } = useMessages()
  const strange = values.filter((value) => !options.some(({ id }) => id === value))
  const all = [...options, ...strange.map((id) => ({ id, label: texts.unknownKey(id) }))]
  if (isOne && values.length <= 1) {
    return (
      <SelectField
        id={`${fieldId}-value`}
        name="value"
        label={texts.isAnswered}
        options={all.map(({ id, label }) => ({ value: id, label: label || id }))}
        value={values[0] ?? ''}
        onChange={(event) => onChange([event.target.value])}
      />
    )
  }
  return (
    <CheckboxGroup
      id={`${fieldId}-values`}
      name={`${fieldId}-values`}
      label={texts.isAnswered}
      choices={all.map(({ id, label }) => ({ value: id, label: label || id }))}
      selected={values}
      onSelect={(value, isOn) => {
        const next = isOn ? [...values, value] : values.filter((one) => one !== value)
        if (next.length > 0) onChange(next)
      }}
    />
  )
}
