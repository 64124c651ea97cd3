import { DEFAULT_LANGUAGE, isLanguage, type Language } from '@signalen/ui'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { en } from '../messages/en.ts'
import { type Messages, nl } from '../messages/nl.ts'

const STORAGE_KEY = 'signalen-language'
const MESSAGES: Readonly<Record<Language, Messages>> = { nl, en }

interface LanguageChoice {
  readonly language: Language
  readonly messages: Messages
  setLanguage(language: Language): void
}

const LanguageContext = createContext<LanguageChoice>({
  language: DEFAULT_LANGUAGE,
  messages: nl,
  setLanguage: () => undefined,
})

/** Dutch unless someone chose otherwise on this device. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(readLanguage)
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(STORAGE_KEY, language)
  }, [language])
  const choice = useMemo(() => ({ language, messages: MESSAGES[language], setLanguage }), [language])
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

function readLanguage(): Language {
  const stored = localStorage.getItem(STORAGE_KEY)
  return isLanguage(stored) ? stored : DEFAULT_LANGUAGE
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

export function useMessages(): Messages {
  return useContext(LanguageContext).messages
}
