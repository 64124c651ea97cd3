import { Icon, LANGUAGE_NAMES, LANGUAGES, Link, type ReportLanguage } from '@signalen/ui'
import type { DocumentProps } from './Document.tsx'
import { STEP_FORM_ID } from './StepForm.tsx'

/** The other languages of the municipality: one beside the name, more behind a word. */
export function LanguageChoice(props: DocumentProps) {
  const { language, site, hasStepForm = false } = props
  const others = (site.languages ?? LANGUAGES).filter((other) => other !== language)
  if (others.length === 0) return hasStepForm ? <DefaultButton /> : null
  return (
    <>
      {hasStepForm && <DefaultButton />}
      {others.length === 1 ? (
        others.map((other) => <OneLanguage key={other} {...props} other={other} />)
      ) : (
        <details className="citizen-languages">
          <summary lang="en">
            <Icon name="language" />
            Language
          </summary>
          <ul>
            {others.map((other) => (
              <li key={other}>
                <OneLanguage {...props} other={other} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** A button of the form when there is one, so that what was typed is kept. */
function OneLanguage({
  path,
  hasStepForm = false,
  other,
}: DocumentProps & { readonly other: ReportLanguage }) {
  if (!hasStepForm) {
    const query = new URLSearchParams({ naar: path })
    return (
      <Link href={`/taal/${other}?${query}`} lang={other} hrefLang={other}>
        {LANGUAGE_NAMES[other]}
      </Link>
    )
  }
  return (
    <button
      type="submit"
      form={STEP_FORM_ID}
      name="_action"
      value={`language:${other}`}
      lang={other}
      formNoValidate
      className="citizen-text-button"
    >
      {LANGUAGE_NAMES[other]}
    </button>
  )
}

/** Enter presses the first button that belongs to a form: that must be the way on, not the language. */
function DefaultButton() {
  return (
    <button
      type="submit"
      form={STEP_FORM_ID}
      name="_action"
      value="next"
      tabIndex={-1}
      aria-hidden="true"
      className="citizen-default-button"
    />
  )
}
