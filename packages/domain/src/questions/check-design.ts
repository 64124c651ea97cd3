import { listConditionAnswers } from './conditions.ts'
import { QUESTION_FIELD_TYPES, type Question, type WireQuestion } from './model.ts'
import { readQuestion } from './read-question.ts'
import { isPatternUsed } from './validators.ts'

export type DesignFaultCode =
  | 'key'
  | 'keyTwice'
  | 'type'
  | 'label'
  | 'noOptions'
  | 'optionLabel'
  | 'endpoint'
  | 'limit'
  | 'pattern'
  | 'conditionSelf'
  | 'conditionKey'
  | 'conditionValue'

/** Why a form could not be asked as it is written. */
export interface DesignFault {
  /** Which question, from 0. */
  readonly index: number
  readonly key: string
  readonly code: DesignFaultCode
  /** The word that it is about: a key, an option, a rule. */
  readonly about: string
}

/** In the words of those who write the questions. */
export const DESIGN_FAULTS: Readonly<Record<DesignFaultCode, (about: string) => string>> = {
  key: () => 'De sleutel mag alleen letters, cijfers, liggende en lage streepjes hebben.',
  keyTwice: (key) => `De sleutel "${key}" staat er twee keer.`,
  type: (type) => `Het soort vraag "${type}" bestaat niet.`,
  label: () => 'De vraag heeft nog geen tekst.',
  noOptions: () => 'Er is nog niets om uit te kiezen.',
  optionLabel: (option) => `De keuze "${option}" heeft nog geen tekst.`,
  endpoint: () => 'Er staat nog niet bij waar de objecten vandaan komen.',
  limit: (rule) => `De grens bij "${rule}" is geen getal.`,
  pattern: () => 'Dit patroon kan niet veilig worden gebruikt.',
  conditionSelf: () => 'De vraag hangt van zichzelf af.',
  conditionKey: (key) => `De voorwaarde vraagt naar "${key}", maar die vraag is er niet.`,
  conditionValue: (value) => `De voorwaarde vraagt naar de keuze "${value}", maar die is er niet.`,
}

export function describeDesignFault({ index, key, code, about }: DesignFault): string {
  return `Vraag ${index + 1}${key === '' ? '' : ` (${key})`}: ${DESIGN_FAULTS[code](about)}`
}

/** Facts about a report that conditions may ask for beside answers. */
export const CONDITION_FACTS: readonly string[] = ['category', 'subcategory']

/** `inherited`: the questions of the main category, which are asked after these and may be asked about. */
export function findDesignFaults(
  questions: readonly WireQuestion[],
  inherited: readonly WireQuestion[] = [],
): DesignFault[] {
  const asked = [...questions, ...inherited].flatMap((wire) => readQuestion(wire) ?? [])
  return questions.flatMap((wire, index) => {
    const isRepeated = questions.findIndex(({ key }) => key === wire.key) < index
    const found: Found[] = [
      ...findKeyFaults(wire, isRepeated),
      ...findTypeFaults(wire),
      ...findMetaFaults(wire),
      ...findConditionFaults(wire, asked),
    ]
    return found.map(([code, about]) => ({ index, key: wire.key, code, about }))
  })
}

type Found = readonly [code: DesignFaultCode, about: string]

function findKeyFaults({ key }: WireQuestion, isRepeated: boolean): Found[] {
  if (!/^[\w-]{1,255}$/.test(key)) return [['key', key]]
  return isRepeated ? [['keyTwice', key]] : []
}

const FIELD_TYPES: readonly string[] = [...QUESTION_FIELD_TYPES, 'multi_text_input']

function findTypeFaults({ field_type: type }: WireQuestion): Found[] {
  return FIELD_TYPES.includes(type) ? [] : [['type', type]]
}

function findMetaFaults(wire: WireQuestion): Found[] {
  const question = readQuestion(wire)
  if (question === undefined) return []
  return [...findTextFaults(wire, question), ...findOptionFaults(question), ...findRuleFaults(wire)]
}

function findTextFaults({ key, meta }: WireQuestion, question: Question): Found[] {
  const { label, value } = Object(meta) as { label?: unknown; value?: unknown }
  const hasText = [label, value].some((text) => typeof text === 'string' && text.trim() !== '')
  const isNamed = question.kind === 'location' || hasText
  return [
    ...(isNamed ? [] : ([['label', key]] as const)),
    ...(question.kind === 'assets' && question.endpoint === undefined ? ([['endpoint', key]] as const) : []),
  ]
}

function findOptionFaults(question: Question): Found[] {
  if (question.kind !== 'choice' && question.kind !== 'choices') return []
  if (question.options.length === 0) return [['noOptions', question.key]]
  return question.options
    .filter(({ label }) => label.trim() === '')
    .map(({ id }) => ['optionLabel', id] as const)
}

function findRuleFaults({ meta }: WireQuestion): Found[] {
  const { validators } = Object(meta) as { validators?: unknown }
  const rules = Array.isArray(validators) ? (validators as unknown[]) : []
  return rules.flatMap((rule): Found[] => {
    if (!Array.isArray(rule)) return []
    const [name, argument] = rule as unknown[]
    if (name === 'pattern') return isPatternUsed(String(argument)) ? [] : [['pattern', String(argument)]]
    const isNumber = argument !== '' && argument !== null && Number.isFinite(Number(argument))
    return isNumber ? [] : [['limit', String(name)]]
  })
}

function findConditionFaults(wire: WireQuestion, asked: readonly Question[]): Found[] {
  const condition = readQuestion(wire)?.condition
  return listConditionAnswers(condition).flatMap(({ key, values }): Found[] => {
    if (CONDITION_FACTS.includes(key)) return []
    if (key === wire.key) return [['conditionSelf', key]]
    const question = asked.find((other) => other.key === key)
    if (question === undefined) return [['conditionKey', key]]
    if (question.kind !== 'choice' && question.kind !== 'choices') return []
    const known = question.options.map(({ id }) => id)
    return values.filter((value) => !known.includes(value)).map((value) => ['conditionValue', value] as const)
  })
}
