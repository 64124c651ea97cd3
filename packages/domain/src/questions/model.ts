import type { Condition } from './conditions.ts'
import type { Validator } from './validators.ts'

/** How a question comes from the API, and stands in a municipality's configuration. */
export interface WireQuestion {
  readonly key: string
  readonly field_type: string
  readonly meta?: unknown
  readonly required?: boolean
}

/** The field types that a question may be given. */
export const QUESTION_FIELD_TYPES = [
  'asset_select',
  'caterpillar_select',
  'checkbox_input',
  'clock_select',
  'date_time_input',
  'question_header',
  'location_select',
  'plain_text',
  'radio_input',
  'select_input',
  'streetlight_select',
  'text_input',
  'text_area_input',
] as const

export type QuestionFieldType = (typeof QUESTION_FIELD_TYPES)[number]

interface QuestionBase {
  readonly key: string
  readonly label: string
  /** Under which the answer is stored. */
  readonly shortLabel: string
  readonly subtitle: string | undefined
  readonly required: boolean
  readonly condition: Condition | undefined
  readonly validators: readonly Validator[]
  /** Only for employees who make a report for someone. */
  readonly staffOnly: boolean
  /** What is shown instead in another language; what is stored stays in the municipality's own. */
  readonly translations?: Readonly<Record<string, QuestionTexts>>
}

export interface QuestionTexts {
  readonly label?: string
  readonly subtitle?: string
  readonly placeholder?: string
  /** Of information and of one tick. */
  readonly value?: string
  /** By id of the option. */
  readonly options?: Readonly<Record<string, { readonly label?: string; readonly info?: string }>>
}

export interface Option {
  readonly id: string
  readonly label: string
  readonly info: string
}

export type Tone = 'message' | 'citation' | 'caution' | 'alert'

export interface TextQuestion extends QuestionBase {
  readonly kind: 'text'
  readonly isMultiline: boolean
  readonly inputType: string
  readonly placeholder: string | undefined
  readonly autocomplete: string | undefined
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  readonly appearance: 'radio' | 'select'
  readonly options: readonly Option[]
  /** Another choice here makes every other answer meaningless. */
  readonly resetsOthers: boolean
}

export interface AssetQuestion extends QuestionBase {
  readonly kind: 'assets'
  readonly layer: 'generic' | 'caterpillar' | 'clock' | 'streetlight'
  readonly endpoint: string | undefined
  readonly most: number
  /** Kinds of objects, icons and wording, as the map needs them. */
  readonly featureTypes: readonly FeatureType[]
  readonly language: Readonly<Record<string, string>>
  readonly meta: Readonly<Record<string, unknown>>
}

export interface FeatureType {
  readonly label: string
  readonly description: string
  readonly iconUrl: string | undefined
  readonly idField: string | undefined
  /** Which objects are of this type; without a field, all. */
  readonly typeField: string | undefined
  readonly typeValue: string
}

export type Question =
  | TextQuestion
  | ChoiceQuestion
  | AssetQuestion
  | (QuestionBase & { readonly kind: 'texts' })
  | (QuestionBase & { readonly kind: 'choices'; readonly options: readonly Option[] })
  | (QuestionBase & { readonly kind: 'consent'; readonly text: string })
  | (QuestionBase & { readonly kind: 'moment' })
  | (QuestionBase & { readonly kind: 'location'; readonly language: Readonly<Record<string, string>> })
  | (QuestionBase & {
      readonly kind: 'information'
      readonly tone: Tone
      /** Markdown. */
      readonly text: string
      /** Whoever sees this cannot go on: there is a better way to help. */
      readonly isBlocking: boolean
    })
  | (QuestionBase & { readonly kind: 'header' })

export const NOT_ON_MAP = 'not-on-map'

/** An object that someone pointed at, as it is stored. */
export interface AssetAnswer {
  readonly id: string
  readonly type: string
  readonly label: string
  readonly description?: string
  readonly status?: string
  readonly coordinates?: { readonly lat: number; readonly lng: number }
  readonly address?: Readonly<Record<string, unknown>>
}

/**
 * An answer while the form is being filled in, fit for JSON: a text, the id of an option, several of
 * these, a tick, or objects.
 */
export type FormAnswer = string | boolean | readonly string[] | readonly AssetAnswer[]

export type FormAnswers = Readonly<Record<string, FormAnswer>>

/** What conditions may ask besides answers, such as `category` and `subcategory`. */
export type FormFacts = Readonly<Record<string, string>>

export function findAnswer(answers: FormAnswers, key: string): FormAnswer | undefined {
  return Object.hasOwn(answers, key) ? answers[key] : undefined
}

export function isAssetAnswers(answer: FormAnswer | undefined): answer is readonly AssetAnswer[] {
  return Array.isArray(answer) && answer.every((item) => typeof item === 'object')
}
