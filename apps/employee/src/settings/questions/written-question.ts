import { QUESTION_FIELD_TYPES, type QuestionFieldType, type WireQuestion } from '@signalen/domain'

export type Meta = Readonly<Record<string, unknown>>

/** A question while it is being written; `id` tells it apart on the screen, as its key may still change. */
export interface WrittenQuestion {
  readonly id: string
  readonly key: string
  readonly field_type: string
  readonly required: boolean
  readonly meta: Meta
}

export const FIELD_TYPES: readonly (QuestionFieldType | 'multi_text_input')[] = [
  ...QUESTION_FIELD_TYPES,
  'multi_text_input',
]

let made = 0

export function toWritten(question: WireQuestion): WrittenQuestion {
  made += 1
  return {
    id: `question-${made}`,
    key: question.key,
    field_type: question.field_type,
    required: question.required ?? false,
    meta: toMeta(question.meta),
  }
}

export function toWire(questions: readonly WrittenQuestion[]): WireQuestion[] {
  return questions.map(({ id: _, ...question }) => question)
}

export function toMeta(value: unknown): Meta {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Meta) : {}
}

export function textOf(meta: Meta, name: string): string {
  const value = meta[name]
  return typeof value === 'string' ? value : ''
}

/** What is left empty is left out. */
export function withMeta(meta: Meta, name: string, value: unknown): Meta {
  const { [name]: _, ...others } = meta
  const isEmpty = value === '' || value === undefined || value === false
  return isEmpty ? others : { ...others, [name]: value }
}

/** A key that no other question has. */
export function chooseKey(questions: readonly { readonly key: string }[], type: string): string {
  const base = type === 'date_time_input' ? 'dateTime' : 'extra_vraag'
  const isTaken = (key: string) => questions.some((question) => question.key === key)
  if (!isTaken(base)) return base
  let number = 2
  while (isTaken(`${base}_${number}`)) number += 1
  return `${base}_${number}`
}

export function createQuestion(questions: readonly WrittenQuestion[], type: string): WrittenQuestion {
  const needsOptions = ['radio_input', 'select_input', 'checkbox_input'].includes(type)
  return toWritten({
    key: chooseKey(questions, type),
    field_type: type,
    required: false,
    meta: needsOptions ? { label: '', values: { '1': '' } } : { label: '' },
  })
}

/** Moves one step, and stays where it is at either end. */
export function moveItem<Item>(items: readonly Item[], index: number, step: -1 | 1): Item[] {
  const moved = [...items]
  const [item] = moved.splice(index, 1)
  if (item === undefined) return moved
  moved.splice(Math.max(0, Math.min(items.length - 1, index + step)), 0, item)
  return moved
}

export interface WrittenOption {
  readonly id: string
  readonly label: string
  readonly info: string
}

/** In whatever form they stand: an object, or a list of objects with one option each. */
export function readOptions(values: unknown): WrittenOption[] {
  const groups = Array.isArray(values) ? (values as unknown[]) : [values]
  return groups.flatMap((group) =>
    typeof group === 'string'
      ? [{ id: group, label: group, info: '' }]
      : Object.entries(toMeta(group)).map(([id, value]) => {
          const { value: label, info } = toMeta(value)
          return typeof value === 'object' && value !== null
            ? { id, label: String(label ?? ''), info: String(info ?? '') }
            : { id, label: String(value ?? ''), info: '' }
        }),
  )
}

/** A list of single ones: an object would put whole numbers first, whatever their order is. */
export function writeOptions(options: readonly WrittenOption[], fieldType: string): unknown {
  const entries = options.map(({ id, label, info }) => [id, info ? { value: label, info } : label] as const)
  const keepsOrder = entries.every(([id], index) => !isWhole(id) || index === orderOfWhole(entries, id))
  if (fieldType === 'select_input' || !keepsOrder) return entries.map(([id, value]) => ({ [id]: value }))
  return Object.fromEntries(entries)
}

function isWhole(id: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(id)
}

function orderOfWhole(entries: readonly (readonly [string, unknown])[], id: string): number {
  return entries.filter(([other]) => isWhole(other) && Number(other) < Number(id)).length
}

/** For a new option an id that no other has. */
export function chooseOptionId(options: readonly WrittenOption[]): string {
  let number = options.length + 1
  while (options.some(({ id }) => id === String(number))) number += 1
  return String(number)
}

const LIMITS = ['maxLength', 'minLength', 'max', 'min', 'pattern'] as const
export type LimitName = (typeof LIMITS)[number]

export function listRules(meta: Meta): readonly unknown[] {
  return Array.isArray(meta.validators) ? (meta.validators as unknown[]) : []
}

export function hasRule(meta: Meta, name: string): boolean {
  return listRules(meta).includes(name)
}

export function findLimit(meta: Meta, name: LimitName): string {
  const rule = listRules(meta).find((one) => Array.isArray(one) && one[0] === name)
  return Array.isArray(rule) ? String(rule[1] ?? '') : ''
}

export function setRule(meta: Meta, name: string, isOn: boolean): Meta {
  const others = listRules(meta).filter((rule) => rule !== name)
  const rules = isOn ? [...others, name] : others
  return withMeta(meta, 'validators', rules.length > 0 ? rules : undefined)
}

export function setLimit(meta: Meta, name: LimitName, value: string): Meta {
  const others = listRules(meta).filter((rule) => !(Array.isArray(rule) && rule[0] === name))
  const isNumber = name !== 'pattern' && /^\d+$/.test(value)
  const rules = value === '' ? others : [...others, [name, isNumber ? Number(value) : value]]
  return withMeta(meta, 'validators', rules.length > 0 ? rules : undefined)
}

/** From a file: the questions themselves, or a category of a configuration file that has them. */
export function readQuestionFile(text: string): WireQuestion[] | undefined {
  const content = parseJson(text)
  const rows = Array.isArray(content) ? (content as unknown[]) : toMeta(content).questions
  if (!Array.isArray(rows)) return undefined
  const questions = (rows as unknown[]).map((row) => {
    const { key, fieldType, field_type: wireType, required, meta } = toMeta(row)
    const type = fieldType ?? wireType ?? 'plain_text'
    if (typeof key !== 'string' || typeof type !== 'string') return undefined
    return { key, field_type: type, required: required === true, meta: toMeta(meta) }
  })
  return questions.every((question) => question !== undefined) ? questions : undefined
}

/** As a category of a configuration file has them. */
export function writeQuestionFile(questions: readonly WireQuestion[]): string {
  const rows = questions.map(({ key, field_type: fieldType, required, meta }, index) => ({
    key,
    fieldType,
    required,
    meta,
    order: index + 1,
  }))
  return `${JSON.stringify({ questions: rows }, null, 2)}\n`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The words of its answers, which are what routing rules ask for. */
export function toAnswered({ key, meta }: WireQuestion): { key: string; answers: string[] } {
  const { values } = toMeta(meta)
  if (Array.isArray(values)) return { key, answers: values.map(wordsOf) }
  return { key, answers: Object.values(toMeta(values)).map(wordsOf) }
}

function wordsOf(value: unknown): string {
  const { value: words, label } = toMeta(value)
  return String(label ?? words ?? value)
}
