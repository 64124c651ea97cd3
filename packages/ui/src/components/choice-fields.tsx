import type { InputHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import {
  describedBy,
  FieldDescription,
  FieldErrorMessage,
  type FieldProps,
  LabelNote,
} from './form-field.tsx'

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
}

export interface ChoiceGroupProps extends FieldProps {
  readonly choices: readonly Choice[]
  readonly selected: readonly string[]
  readonly onSelect?: (value: string, checked: boolean) => void
}

/** One of several. */
export function RadioGroup(props: ChoiceGroupProps) {
  return (
    <Fieldset {...props}>
      <ChoiceOptions {...props} type="radio" />
    </Fieldset>
  )
}

/** Any of several. */
export function CheckboxGroup(props: ChoiceGroupProps) {
  return (
    <Fieldset {...props}>
      <ChoiceOptions {...props} type="checkbox" />
    </Fieldset>
  )
}

export interface FieldsetProps extends FieldProps {
  readonly children: ReactNode
  readonly className?: string
}

/** Several controls under one question. The error summary leads to the first of them. */
export function Fieldset({ className, children, ...field }: FieldsetProps) {
  return (
    <fieldset
      className={classNames('signalen-fieldset', field.error && 'signalen-fieldset--invalid', className)}
      aria-describedby={describedBy(field)}
    >
      <legend className="signalen-fieldset__legend">
        {field.label}
        <LabelNote note={field.note} />
      </legend>
      <FieldDescription id={field.id} description={field.description} />
      <FieldErrorMessage id={field.id} error={field.error} />
      {children}
    </fieldset>
  )
}

/** The choices without the question around them, for a fieldset that holds more. */
export function ChoiceOptions(props: ChoiceGroupProps & { readonly type: 'radio' | 'checkbox' }) {
  return (
    <div className="signalen-options">
      {props.choices.map((choice, index) => (
        <Option
          key={choice.value}
          type={props.type}
          id={index === 0 ? props.id : `${props.id}-${index + 1}`}
          name={props.name}
          value={choice.value}
          label={choice.label}
          hint={choice.hint}
          invalid={Boolean(props.error)}
          {...checkedAttributes(props, choice.value)}
        />
      ))}
    </div>
  )
}

/** Controlled when someone listens, else the browser's own. */
function checkedAttributes({ selected, onSelect }: ChoiceGroupProps, value: string) {
  const checked = selected.includes(value)
  if (!onSelect) return { defaultChecked: checked }
  return { checked, onChange: (event: { target: HTMLInputElement }) => onSelect(value, event.target.checked) }
}

interface OptionProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> {
  readonly type: 'radio' | 'checkbox'
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly invalid?: boolean
  readonly plain?: boolean
}

const INPUT_CLASS = {
  radio: 'utrecht-radio-button utrecht-radio-button--html-input',
  checkbox: 'utrecht-custom-checkbox utrecht-custom-checkbox--html-input',
} as const

function Option({ type, label, hint, invalid = false, plain = false, ...input }: OptionProps) {
  return (
    <label className={classNames('signalen-option', plain && 'signalen-option--plain')}>
      <input
        {...input}
        type={type}
        aria-invalid={invalid || undefined}
        className={classNames(INPUT_CLASS[type], 'signalen-option__input')}
      />
      <span>
        {label}
        {hint && <span className="signalen-option__hint">{hint}</span>}
      </span>
    </label>
  )
}

export type CheckboxFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldProps | 'className' | 'type'>

/** One thing to agree to or not. */
export function CheckboxField(props: CheckboxFieldProps) {
  const { id, name, label, description, error, note, required, ...rest } = props
  const field = { id, name, label, description, error, note }
  return (
    <div className={classNames('signalen-form-field', error && 'signalen-form-field--invalid')}>
      <FieldErrorMessage id={id} error={error} />
      <Option
        {...rest}
        type="checkbox"
        id={id}
        name={name}
        label={label}
        invalid={Boolean(error)}
        aria-describedby={describedBy(field)}
        aria-required={required || undefined}
      />
      <FieldDescription id={id} description={description} />
    </div>
  )
}
