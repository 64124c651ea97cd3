import { Heading, Link } from './text.tsx'

export interface FieldError {
  /** The id of the field, so that the link leads to it; or the address of the page where it stands. */
  readonly fieldId: string
  readonly message: string
}

export interface ErrorSummaryProps {
  readonly title: string
  readonly errors: readonly FieldError[]
}

/** On top of a form that was sent with faults. It takes the focus by itself, with script or without. */
export function ErrorSummary({ title, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: after sending a form the faults are what must be read first
    <div className="signalen-error-summary" role="alert" tabIndex={-1} autoFocus data-error-summary="">
      <Heading level={2} look={3}>
        {title}
      </Heading>
      <ul className="signalen-error-summary__list">
        {errors.map((error) => (
          <li key={`${error.fieldId} ${error.message}`}>
            <Link href={error.fieldId.startsWith('/') ? error.fieldId : `#${error.fieldId}`}>
              {error.message}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
