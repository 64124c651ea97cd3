import { CheckboxField, SelectField, TextField } from '@signalen/ui'
import { useMessages } from '../../language/language-context.tsx'
import type { MetaFieldsProps } from './QuestionForm.tsx'
import {
  findLimit,
  hasRule,
  type LimitName,
  setLimit,
  setRule,
  textOf,
  withMeta,
} from './written-question.ts'

const INPUT_TYPES = ['text', 'email', 'tel', 'url'] as const
const NUMBERS: readonly LimitName[] = ['minLength', 'maxLength', 'min', 'max']

/** What an answer in words must look like. */
export function RuleFields({
  id,
  meta,
  isOneLine,
  onChange,
}: MetaFieldsProps & { readonly isOneLine: boolean }) {
  const { questions: texts } = useMessages()
  return (
    <>
      <TextField
        id={`${id}-placeholder`}
        name="placeholder"
        label={texts.placeholder}
        value={textOf(meta, 'placeholder')}
        onChange={(event) => onChange(withMeta(meta, 'placeholder', event.target.value))}
      />
      {isOneLine && (
        <>
          <SelectField
            id={`${id}-input-type`}
            name="type"
            label={texts.inputType}
            options={INPUT_TYPES.map((value) => ({ value, label: texts.inputTypes[value] }))}
            value={textOf(meta, 'type') || 'text'}
            onChange={(event) =>
              onChange(withMeta(meta, 'type', event.target.value === 'text' ? '' : event.target.value))
            }
          />
          <CheckboxField
            id={`${id}-email`}
            name="email"
            label={texts.mustBeEmail}
            checked={hasRule(meta, 'email')}
            onChange={(event) => onChange(setRule(meta, 'email', event.target.checked))}
          />
        </>
      )}
      <fieldset className="question-options">
        <legend className="utrecht-form-label">{texts.limits}</legend>
        <div className="signalen-inline-fields">
          {NUMBERS.filter((name) => isOneLine || name.endsWith('Length')).map((name) => (
            <TextField
              key={name}
              id={`${id}-${name}`}
              name={name}
              short
              inputMode="numeric"
              label={texts.limit[name]}
              value={findLimit(meta, name)}
              onChange={(event) => onChange(setLimit(meta, name, event.target.value.trim()))}
            />
          ))}
        </div>
        {isOneLine && (
          <TextField
            id={`${id}-pattern`}
            name="pattern"
            spellCheck={false}
            label={texts.limit.pattern}
            description={texts.patternHint}
            value={findLimit(meta, 'pattern')}
            onChange={(event) => onChange(setLimit(meta, 'pattern', event.target.value))}
          />
        )}
      </fieldset>
    </>
  )
}
