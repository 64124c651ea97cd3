import { useLanguage } from '../../language/language-context.tsx'

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const

/** Shares as people write them: 0.875 is 88%. */
export function useShare(): (share: number) => string {
  const { language, messages } = useLanguage()
  const format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 0 })
  return (share) => messages.suggestions.share(format.format(share * 100))
}

/** 0.41 as the language writes it. */
export function useDecimal(): (value: number) => string {
  const { language } = useLanguage()
  const format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 })
  return (value) => format.format(value)
}
