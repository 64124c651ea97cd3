import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react'
import { classNames } from './class-names.ts'
import { controlAttributes, type FieldProps, FormField } from './form-field.tsx'

type Rest<Attributes> = Omit<Attributes, keyof FieldProps | 'className'>

export type TextFieldProps = FieldProps &
  Rest<InputHTMLAttributes<HTMLInputElement>> & { readonly short?: boolean }

export function TextField(props: TextFieldProps) {
  const { id, name, label, description, error, note, required, short = false, ...rest } = props
  const field = { id, name, label, description, error, note, required: required ?? false }
  return (
    <FormField {...field} className={classNames(short && 'signalen-form-field--short') || undefined}>
      <input
        type="text"
        {...rest}
        {...controlAttributes(field)}
        className={classNames(
          'utrecht-textbox',
          'utrecht-textbox--html-input',
          error && 'utrecht-textbox--invalid',
        )}
      />
    </FormField>
  )
}

export type TextareaFieldProps = FieldProps &
  Rest<TextareaHTMLAttributes<HTMLTextAreaElement>> & {
    /** Shows how many characters are left, once a script counts them. */
    readonly counterText?: string | undefined
  }

export function TextareaField(props: TextareaFieldProps) {
  const { id, name, label, description, error, note, required, counterText, ...rest } = props
  const field = { id, name, label, description, error, note, required: required ?? false }
  return (
    <FormField {...field}>
      <textarea
        rows={6}
        {...rest}
        {...controlAttributes(field)}
        className={classNames(
          'utrecht-textarea',
          'utrecht-textarea--html-textarea',
          error && 'utrecht-textarea--invalid',
        )}
      />
      {counterText && (
        <p className="signalen-counter nl-paragraph" id={`${id}-counter`} data-counter-for={id}>
          {counterText}
        </p>
      )}
    </FormField>
  )
}

export interface SelectOption {
  readonly value: string
  readonly label: string
  /** When it is another language than the page. */
  readonly lang?: string | undefined
}

export interface SelectGroup {
  readonly label: string
  readonly options: readonly SelectOption[]
}

export type SelectFieldProps = FieldProps &
  Rest<SelectHTMLAttributes<HTMLSelectElement>> & {
    /** The first, empty choice. */
    readonly emptyLabel?: string | undefined
    readonly options?: readonly SelectOption[]
    readonly groups?: readonly SelectGroup[]
  }

export function SelectField(props: SelectFieldProps) {
  const {
    id,
    name,
    label,
    description,
    error,
    note,
    required,
    emptyLabel,
    options = [],
    groups = [],
    ...rest
  } = props
  const field = { id, name, label, description, error, note, required: required ?? false }
  return (
    <FormField {...field}>
      <select
        {...rest}
        {...controlAttributes(field)}
        className={classNames(
          'utrecht-select',
          'utrecht-select--html-select',
          error && 'utrecht-select--invalid',
        )}
      >
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
    </FormField>
  )
}

function Options({ options }: { readonly options: readonly SelectOption[] }) {
  return options.map((option) => (
    <option key={option.value} value={option.value} lang={option.lang}>
      {option.label}
    </option>
  ))
}
