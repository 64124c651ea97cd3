import { TRANSLATION_LANGUAGES, type TranslationLanguage } from '@signalen/domain'
import { directionOf, Heading, LANGUAGE_NAMES, Paragraph, TextareaField, TextField } from '@signalen/ui'
import { useMessages } from '../../language/language-context.tsx'
import type { TranslationInput, TranslationsInput } from './translation-input.ts'

interface TranslationFieldsProps {
  readonly input: TranslationsInput
  /** Residents are promised nothing about a main category. */
  readonly isMain: boolean
  readonly onChange: (input: TranslationsInput) => void
}

/** What residents read in the other languages of the form. What is left open they read in Dutch. */
export function TranslationFields({ input, isMain, onChange }: TranslationFieldsProps) {
  const { categories: texts } = useMessages()
  return (
    <div>
      <Heading level={2} look={4}>
        {texts.translations}
      </Heading>
      <Paragraph>{texts.translationsHint}</Paragraph>
      {TRANSLATION_LANGUAGES.map((language) => (
        <details key={language} className="category-translation">
          <summary>
            <span lang={language}>{LANGUAGE_NAMES[language]}</span>
            {input[language].publicName && `: ${input[language].publicName}`}
          </summary>
          <LanguageFields
            language={language}
            isMain={isMain}
            input={input[language]}
            onChange={(changed) => onChange({ ...input, [language]: changed })}
          />
        </details>
      ))}
    </div>
  )
}

interface LanguageFieldsProps {
  readonly language: TranslationLanguage
  readonly isMain: boolean
  readonly input: TranslationInput
  readonly onChange: (input: TranslationInput) => void
}

function LanguageFields({ language, isMain, input, onChange }: LanguageFieldsProps) {
  const { settings } = useMessages()
  const texts = settings.categories
  const written = { lang: language, dir: directionOf(language) }
  return (
    <div className="settings__form">
      <TextField
        {...written}
        id={`translation-${language}-name`}
        name={`${language}_public_name`}
        label={texts.publicName}
        maxLength={255}
        value={input.publicName}
        onChange={(event) => onChange({ ...input, publicName: event.target.value })}
      />
      <TextareaField
        {...written}
        id={`translation-${language}-description`}
        name={`${language}_description`}
        rows={2}
        label={texts.description}
        value={input.description}
        onChange={(event) => onChange({ ...input, description: event.target.value })}
      />
      {!isMain && (
        <TextareaField
          {...written}
          id={`translation-${language}-handling`}
          name={`${language}_handling_message`}
          rows={3}
          label={texts.handlingMessage}
          value={input.handlingMessage}
          onChange={(event) => onChange({ ...input, handlingMessage: event.target.value })}
        />
      )}
    </div>
  )
}
