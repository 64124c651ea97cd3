import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'

/** What every kind of field has. */
export interface FieldProps {
  readonly id: string
  readonly name: string
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly error?: string | undefined
  /** Behind the label, such as «(niet verplicht)». */
  readonly note?: string | undefined
  readonly required?: boolean
}

/** The ids of what belongs to a field, for aria-describedby; undefined when there is nothing. */
export function describedBy(field: Pick<FieldProps, 'id' | 'description' | 'error'>): string | undefined {
  const ids = [field.description && `${field.id}-description`, field.error && `${field.id}-error`]
  return ids.filter(Boolean).join(' ') || undefined
}

/** The attributes that tie a control to its label, description and error. */
export function controlAttributes(field: FieldProps) {
  return {
    id: field.id,
    name: field.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error ? (true as const) : undefined,
    'aria-required': field.required ? (true as const) : undefined,
  }
}

export interface FormFieldProps extends FieldProps {
  readonly className?: string | undefined
  readonly children: ReactNode
}

/** Label, description and error around one control. */
export function FormField({ className, children, ...field }: FormFieldProps) {
  return (
    <div
      className={classNames('signalen-form-field', field.error && 'signalen-form-field--invalid', className)}
    >
      <label className="utrecht-form-label" htmlFor={field.id}>
        {field.label}
        <LabelNote note={field.note} />
      </label>
      <FieldDescription id={field.id} description={field.description} />
      <FieldErrorMessage id={field.id} error={field.error} />
      {children}
    </div>
  )
}

export function LabelNote({ note }: Pick<FieldProps, 'note'>) {
  return note ? <span className="signalen-form-label__note"> {note}</span> : null
}

export function FieldDescription({ id, description }: Pick<FieldProps, 'id' | 'description'>) {
  if (!description) return null
  return (
    <div className="utrecht-form-field-description" id={`${id}-description`}>
      {description}
    </div>
  )
}

export function FieldErrorMessage({ id, error }: Pick<FieldProps, 'id' | 'error'>) {
  if (!error) return null
  return (
    <div className="utrecht-form-field-error-message" id={`${id}-error`}>
      <Icon name="error" />
      {error}
    </div>
  )
}
