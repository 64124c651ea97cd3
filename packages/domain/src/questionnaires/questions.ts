import { isSameJson } from '../json.ts'
import { findPayloadFault, type QuestionnaireFieldType } from './field-types.ts'
import { toPythonNotation } from './python-notation.ts'

export interface QuestionChoice {
  readonly id: number
  readonly payload: unknown
}

export interface QuestionnaireQuestion {
  readonly id: number
  readonly uuid: string
  readonly fieldType: QuestionnaireFieldType
  readonly required: boolean
  readonly enforceChoices: boolean
  readonly choices: readonly QuestionChoice[]
  /** How many answers may be given at once; `null` for one. */
  readonly answers: { readonly least: number; readonly most: number } | null
}

export const DEFAULT_ANSWERS = { least: 1, most: 10 } as const

export const ATTACHMENT_ELSEWHERE = 'It is not possible to answer "Attachment" questions via this endpoint'

/** Why this answer is not accepted, or undefined. */
export function findAnswerFault(question: QuestionnaireQuestion, payload: unknown): string | undefined {
  if (!question.required && payload === null) return undefined
  const fault =
    question.answers === null
      ? findPayloadFault(question.fieldType, payload)
      : findListFault(question.fieldType, question.answers, payload)
  if (fault !== undefined) return `Submitted answer does not validate. ${fault}`
  if (!question.enforceChoices || question.choices.length === 0) return undefined
  return question.choices.some((choice) => isSameJson(choice.payload, payload))
    ? undefined
    : 'Submitted answer does not match one of the pre-defined answers.'
}

function findListFault(
  type: QuestionnaireFieldType,
  range: { readonly least: number; readonly most: number },
  payload: unknown,
): string | undefined {
  if (!Array.isArray(payload)) return `${toPythonNotation(payload)} is not of type 'array'`
  if (payload.length < range.least) return `${toPythonNotation(payload)} is too short`
  if (payload.length > range.most) return `${toPythonNotation(payload)} is too long`
  for (const item of payload) {
    const fault = findPayloadFault(type, item)
    if (fault !== undefined) return fault
  }
  return undefined
}
