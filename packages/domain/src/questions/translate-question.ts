import type { Option, Question, QuestionTexts } from './model.ts'

/** As it is shown in a language; what has no translation stays as the municipality wrote it. */
export function translateQuestion(question: Question, language: string): Question {
  const texts = findTexts(question, language)
  if (texts === undefined) return question
  const shown = {
    ...question,
    label: texts.label ?? question.label,
    subtitle: texts.subtitle ?? question.subtitle,
  }
  switch (shown.kind) {
    case 'text':
      return { ...shown, placeholder: texts.placeholder ?? shown.placeholder }
    case 'choice':
    case 'choices':
      return { ...shown, options: shown.options.map((option) => translateOption(option, texts)) }
    case 'consent':
    case 'information':
      return { ...shown, text: texts.value ?? texts.label ?? shown.text }
    default:
      return shown
  }
}

/** Whether everything that is read of a question is there in a language. */
export function isTranslated(question: Question, language: string): boolean {
  const texts = findTexts(question, language)
  if (texts === undefined) return false
  const hasText = texts.label !== undefined || texts.value !== undefined
  const hasSubtitle = question.subtitle === undefined || texts.subtitle !== undefined
  if (question.kind !== 'choice' && question.kind !== 'choices') return hasText && hasSubtitle
  return hasText && hasSubtitle && question.options.every(({ id }) => texts.options?.[id]?.label)
}

function findTexts({ translations }: Question, language: string): QuestionTexts | undefined {
  return translations && Object.hasOwn(translations, language) ? translations[language] : undefined
}

function translateOption(option: Option, { options = {} }: QuestionTexts): Option {
  const texts = Object.hasOwn(options, option.id) ? options[option.id] : undefined
  return { ...option, label: texts?.label || option.label, info: texts?.info || option.info }
}
