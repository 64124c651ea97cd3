import { LANGUAGES } from '@signalen/ui'
import { useLanguage } from './language-context.tsx'

/** Each language in its own words. */
export function LanguageChoice() {
  const { language, messages, setLanguage } = useLanguage()
  return (
    <fieldset className="language-choice">
      <legend className="signalen-visually-hidden">{messages.shell.language}</legend>
      {LANGUAGES.map((choice) => (
        <button
          key={choice}
          type="button"
          className="language-choice__button"
          lang={choice}
          aria-pressed={choice === language}
          onClick={() => setLanguage(choice)}
        >
          {messages.shell.languageNames[choice]}
        </button>
      ))}
    </fieldset>
  )
}
