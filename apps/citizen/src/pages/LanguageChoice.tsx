import { Link } from '@signalen/ui'
import type { DocumentProps } from './Document.tsx'
import { STEP_FORM_ID } from './StepForm.tsx'

/** A button of the form when there is one, so that what was typed is kept. */
export function LanguageChoice({ language, messages, path, hasStepForm = false }: DocumentProps) {
  const other = language === 'nl' ? 'en' : 'nl'
  if (!hasStepForm) {
    const query = new URLSearchParams({ naar: path })
    return (
      <Link href={`/taal/${other}?${query}`} lang={other} hrefLang={other}>
        {messages.otherLanguage}
      </Link>
    )
  }
  return (
    <>
      <DefaultButton />
      <button
        type="submit"
        form={STEP_FORM_ID}
        name="_action"
        value={`language:${other}`}
        lang={other}
        formNoValidate
        className="citizen-text-button"
      >
        {messages.otherLanguage}
      </button>
    </>
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
