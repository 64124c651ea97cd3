import { readCondition } from './conditions.ts'
import type { FeatureType, Option, Question, QuestionTexts, Tone, WireQuestion } from './model.ts'
import { readValidator } from './validators.ts'

type Meta = ReadonlyMap<string, unknown>

/** The questions that can be asked; of two with one key the first, and none of a type that is unknown. */
export function readQuestions(wire: readonly WireQuestion[]): Question[] {
  const questions = new Map<string, Question>()
  for (const candidate of wire) {
    const question = readQuestion(candidate)
    if (question !== undefined && !questions.has(question.key)) questions.set(question.key, question)
  }
  return [...questions.values()]
}

export function readQuestion(wire: WireQuestion): Question | undefined {
  const meta = toMap(wire.meta)
  const base = readBase(wire, meta)
  switch (wire.field_type) {
    case 'text_input':
    case 'text_area_input':
    case 'textarea_input':
      return {
        ...base,
        kind: 'text',
        isMultiline: wire.field_type !== 'text_input',
        inputType: readText(meta, 'type') ?? 'text',
        placeholder: readText(meta, 'placeholder'),
        autocomplete: readText(meta, 'autoComplete'),
      }
    case 'multi_text_input':
      return { ...base, kind: 'texts' }
    case 'radio_input':
    case 'select_input':
      return {
        ...base,
        kind: 'choice',
        appearance: wire.field_type === 'radio_input' ? 'radio' : 'select',
        options: readOptions(meta.get('values')),
        resetsOthers: meta.get('resetsStateOnChange') === true,
      }
    case 'checkbox_input':
    case 'emphasis_checkbox_input':
      return meta.has('values')
        ? { ...base, kind: 'choices', options: readOptions(meta.get('values')) }
        : { ...base, kind: 'consent', text: readText(meta, 'value') ?? base.label }
    case 'date_time_input':
      return { ...base, kind: 'moment' }
    case 'question_header':
    case 'header':
      return { ...base, kind: 'header' }
    case 'plain_text':
      return {
        ...base,
        kind: 'information',
        tone: readTone(meta),
        text: readText(meta, 'value') ?? base.label,
        isBlocking: listOf(meta.get('validators')).includes('isBlocking'),
      }
    case 'location_select':
      return { ...base, kind: 'location', language: readTexts(meta.get('language')) }
    case 'asset_select':
    case 'caterpillar_select':
    case 'clock_select':
    case 'streetlight_select':
      return readAssetQuestion(base, wire.field_type, meta)
    default:
      return undefined
  }
}

function readBase(wire: WireQuestion, meta: Meta) {
  const validators = listOf(meta.get('validators'))
  const label = readText(meta, 'label') ?? wire.key
  const maxLength = meta.has('maxLength') ? [['maxLength', meta.get('maxLength')]] : []
  return {
    key: wire.key,
    label,
    shortLabel: readText(meta, 'shortLabel') ?? label,
    subtitle: readText(meta, 'subtitle'),
    required:
      wire.required === true || validators.includes('required') || validators.includes('requiredTrue'),
    condition: meta.get('ignoreVisibility') === true ? undefined : readCondition(meta),
    validators: [...validators, ...maxLength].map(readValidator).filter((rule) => rule !== undefined),
    staffOnly: meta.get('authenticated') === true,
    ...readTranslations(meta.get('translations')),
  }
}

/** `{"en": {"label": "…", "values": {"ja": "Yes"}}}`, beside the texts that it translates. */
function readTranslations(value: unknown): { translations?: Record<string, QuestionTexts> } {
  const languages = [...toMap(value)].map(
    ([language, texts]) => [language, readTranslatedTexts(texts)] as const,
  )
  return languages.length === 0 ? {} : { translations: Object.fromEntries(languages) }
}

function readTranslatedTexts(value: unknown): QuestionTexts {
  const { label, subtitle, placeholder, value: text } = readTexts(value)
  const options = readOptions(toMap(value).get('values')).map(({ id, ...words }) => [id, words] as const)
  return {
    ...(label && { label }),
    ...(subtitle && { subtitle }),
    ...(placeholder && { placeholder }),
    ...(text && { value: text }),
    ...(options.length > 0 && { options: Object.fromEntries(options) }),
  }
}

const LAYERS = {
  asset_select: 'generic',
  caterpillar_select: 'caterpillar',
  clock_select: 'clock',
  streetlight_select: 'streetlight',
} as const

function readAssetQuestion(
  base: ReturnType<typeof readBase>,
  fieldType: keyof typeof LAYERS,
  meta: Meta,
): Question {
  const most = Number(meta.get('maxNumberOfAssets'))
  return {
    ...base,
    kind: 'assets',
    layer: LAYERS[fieldType],
    endpoint: readText(meta, 'endpoint'),
    most: Number.isInteger(most) && most > 0 ? most : 1,
    featureTypes: listOf(meta.get('featureTypes')).map(readFeatureType),
    language: readTexts(meta.get('language')),
    meta: Object.fromEntries(meta),
  }
}

function readFeatureType(value: unknown): FeatureType {
  const fields = toMap(value)
  const label = readText(fields, 'label') ?? ''
  return {
    label,
    description: readText(fields, 'description') ?? label,
    iconUrl: readText(toMap(fields.get('icon')), 'iconUrl'),
    idField: readText(fields, 'idField'),
    typeField: readText(fields, 'typeField'),
    typeValue: readText(fields, 'typeValue') ?? label,
  }
}

/** `{"ja": "Ja"}`, `{"ja": {"value": "Ja", "info": "…"}}`, or a list of such with one option each. */
function readOptions(values: unknown): Option[] {
  const groups = Array.isArray(values) ? values : [values]
  return groups.flatMap((group) =>
    typeof group === 'string'
      ? [{ id: group, label: group, info: '' }]
      : [...toMap(group)].map(([id, value]) => readOption(id, value)),
  )
}

function readOption(id: string, value: unknown): Option {
  if (typeof value !== 'object' || value === null) return { id, label: String(value ?? ''), info: '' }
  const fields = toMap(value)
  return { id, label: readText(fields, 'value') ?? id, info: readText(fields, 'info') ?? '' }
}

function readTone(meta: Meta): Tone {
  const type = meta.get('type')
  return type === 'citation' || type === 'caution' || type === 'alert' ? type : 'message'
}

function readTexts(value: unknown): Record<string, string> {
  return Object.fromEntries(
    [...toMap(value)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function readText(fields: Meta, name: string): string | undefined {
  const value = fields.get(name)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function toMap(value: unknown): Meta {
  const isFields = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map(isFields ? Object.entries(value) : [])
}
