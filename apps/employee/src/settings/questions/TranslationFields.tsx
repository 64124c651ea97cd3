import { TextareaField, TextField } from '@signalen/ui'
import { useMessages } from '../../language/language-context.tsx'
import type { MetaFieldsProps } from './QuestionForm.tsx'
import { type Meta, readOptions, textOf, toMeta, withMeta } from './written-question.ts'

/** The same in English; what stays empty is shown in Dutch. */
export function TranslationFields({
  id,
  meta,
  fieldType,
  onChange,
}: MetaFieldsProps & { readonly fieldType: string }) {
  const { questions: texts } = useMessages()
  const english = toMeta(toMeta(meta.translations).en)
  const set = (next: Meta) => {
    const translations = { ...toMeta(meta.translations), en: next }
    onChange(withMeta(meta, 'translations', Object.keys(next).length > 0 ? translations : undefined))
  }
  const field = (name: string) => ({
    id: `${id}-en-${name}`,
    name: `en_${name}`,
    lang: 'en',
    value: textOf(english, name),
    onChange: (event: { target: { value: string } }) => set(withMeta(english, name, event.target.value)),
  })
  const options = 'values' in meta ? readOptions(meta.values) : []
  const words = toMeta(english.values)
  return (
    <details className="question-card__more">
      <summary>{texts.english}</summary>
      <div className="settings__fields">
        <TextField {...field('label')} label={texts.inEnglish(texts.label)} />
        {fieldType !== 'plain_text' && (
          <TextField {...field('subtitle')} label={texts.inEnglish(texts.subtitle)} />
        )}
        {(fieldType === 'plain_text' || 'value' in meta) && (
          <TextareaField {...field('value')} rows={3} label={texts.inEnglish(texts.text)} />
        )}
        {'placeholder' in meta && (
          <TextField {...field('placeholder')} label={texts.inEnglish(texts.placeholder)} />
        )}
        {options.map((option) => (
          <TextField
            key={option.id}
            id={`${id}-en-option-${option.id}`}
            name={`en_option_${option.id}`}
            lang="en"
            label={texts.inEnglish(option.label || option.id)}
            value={textOf(words, option.id)}
            onChange={(event) => {
              const next = withMeta(words, option.id, event.target.value)
              set(withMeta(english, 'values', Object.keys(next).length > 0 ? next : undefined))
            }}
          />
        ))}
      </div>
    </details>
  )
}
