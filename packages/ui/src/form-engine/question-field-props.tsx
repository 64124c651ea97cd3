import type { AnswerFault, AssetAnswer, FormFacts, Question } from '@signalen/domain'
import type { ReactNode } from 'react'
import type { FieldProps } from '../components/form-field.tsx'
import { InLanguage } from '../components/text.tsx'
import type { FormFields } from './form-fields.ts'
import { type FormMessages, presentFault } from './form-messages.ts'

export interface QuestionFieldProps {
  readonly question: Question
  readonly fields: FormFields
  readonly fault: AnswerFault | undefined
  readonly messages: FormMessages
  readonly facts: FormFacts
  /** The language of the municipality's texts, when the page has another. */
  readonly textLang?: string | undefined
  /** What stands near the chosen place; undefined while no place is chosen. */
  readonly assets?: readonly AssetAnswer[] | undefined
  /** A map of the same, before the list of them. */
  readonly assetsMap?: ReactNode
}

/** The id of the first field of a question; the error summary leads there. */
export function toFieldId(key: string): string {
  return `q-${key.replace(/[^\w-]/g, '-')}`
}

/** What every kind of field has, for this question. */
export function toField({ question, fault, messages, textLang }: QuestionFieldProps): FieldProps {
  return {
    id: toFieldId(question.key),
    name: question.key,
    label: <InLanguage lang={textLang}>{question.label}</InLanguage>,
    description: question.subtitle && <InLanguage lang={textLang}>{question.subtitle}</InLanguage>,
    error: fault && presentFault(fault, messages),
    note: question.required ? undefined : messages.optional,
    required: question.required,
  }
}
