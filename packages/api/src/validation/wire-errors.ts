import { invalidChoice, MESSAGES, tooLong, unavailableChoice } from '@signalen/domain'
import type { FastifySchemaValidationError } from 'fastify/types/schema.js'

type Tree = { [key: string]: Tree | string[] }

/**
 * What zod found, in the form of the v1 API: messages in a list under the field, nested as the request was,
 * and the messages themselves in Dutch. `body` tells a missing field from a null one.
 */
export function wireErrorsOf(errors: readonly FastifySchemaValidationError[], body: unknown): unknown {
  const root: Tree = {}
  for (const error of errors) {
    for (const { issue, path } of listFaults(error)) {
      addMessage(root, path, messageOf(issue, valueAt(body, path)))
    }
  }
  return asWire(root)
}

/** Of a query: messages in a list under the parameter, also where one of several values is wrong. */
export function queryErrorsOf(errors: readonly FastifySchemaValidationError[], query: unknown): unknown {
  const root: Tree = {}
  for (const { issue, path } of errors.flatMap(listFaults)) {
    const [name = 'non_field_errors', place = '0'] = path
    const value = [valueAt(query, [name])].flat()[Number(place)]
    const isChoice = issue.code === 'invalid_value' && value !== undefined
    addMessage(root, [name], isChoice ? unavailableChoice(String(value)) : messageOf(issue, value))
  }
  return root
}

interface Fault {
  readonly issue: Issue
  readonly path: readonly string[]
}

/** Of something that may have several forms: what is wrong with the form that was meant. */
function listFaults(error: FastifySchemaValidationError): Fault[] {
  const issue = issueOf(error)
  const path = pathOf(error)
  const meant = issue.errors?.find((faults) => faults.every((fault) => fault.path.length > 0))
  if (issue.code !== 'invalid_union' || !meant) return [{ issue, path }]
  return meant.map((fault) => ({
    issue: { ...fault, custom: fault.code === 'custom' },
    path: [...path, ...fault.path.map(String)],
  }))
}

interface Issue {
  readonly code?: string
  readonly message: string
  readonly expected?: string
  readonly maximum?: number
  readonly minimum?: number
  readonly format?: string
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly (Omit<Issue, 'custom'> & {
    readonly path: readonly PropertyKey[]
  })[])[]
  readonly custom: boolean
}

function issueOf(error: FastifySchemaValidationError): Issue {
  const { keyword, message = '', params } = error
  return { ...params, code: keyword, message, custom: keyword === 'custom' } as Issue
}

function pathOf(error: FastifySchemaValidationError): string[] {
  return error.instancePath
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body)
}

function messageOf(issue: Issue, value: unknown): string {
  if (issue.custom) return issue.message
  if (value === undefined) return MESSAGES.required
  if (value === null) return MESSAGES.blank
  switch (issue.code) {
    case 'invalid_type':
      return typeMessage(issue.expected, value)
    case 'too_big':
      return typeof value === 'string' ? tooLong(Number(issue.maximum)) : atMost(issue, value)
    case 'too_small':
      return value === '' || Array.isArray(value) ? MESSAGES.blank : atLeast(issue, value)
    case 'invalid_value':
      return invalidChoice(String(value))
    case 'invalid_format':
      return formatMessage(issue.format)
    default:
      return issue.message
  }
}

function atMost({ maximum, message }: Issue, value: unknown): string {
  if (typeof value !== 'number') return message
  return `Zorg ervoor dat deze waarde kleiner is dan of gelijk is aan ${maximum}.`
}

function atLeast({ minimum, message }: Issue, value: unknown): string {
  if (typeof value !== 'number') return message
  return `Zorg ervoor dat deze waarde groter is dan of gelijk is aan ${minimum}.`
}

function typeMessage(expected: string | undefined, value: unknown): string {
  switch (expected) {
    case 'object':
    case 'record':
      return `Ongeldige data. Verwacht een dictionary, kreeg een ${typeName(value)}.`
    case 'array':
      return `Verwachtte een lijst met items, maar kreeg type "${typeName(value)}".`
    case 'number':
    case 'int':
      return 'Een geldig getal is vereist.'
    case 'boolean':
      return 'Must be a valid boolean.'
    default:
      return 'Geen geldige tekst.'
  }
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  switch (typeof value) {
    case 'string':
      return 'str'
    case 'number':
      return Number.isInteger(value) ? 'int' : 'float'
    case 'boolean':
      return 'bool'
    default:
      return 'dict'
  }
}

function formatMessage(format: string | undefined): string {
  switch (format) {
    case 'email':
      return MESSAGES.invalidEmail
    case 'uuid':
      return 'Must be a valid UUID.'
    case 'datetime':
      return 'Datetime heeft een ongeldig formaat, gebruik 1 van de volgende formaten: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'
    default:
      return 'Ongeldige waarde.'
  }
}

function addMessage(root: Tree, path: readonly string[], message: string): void {
  const keys = path.length === 0 ? ['non_field_errors'] : path
  let node = root
  for (const key of keys.slice(0, -1)) {
    const next = node[key]
    const child: Tree = next && !Array.isArray(next) ? next : {}
    node[key] = child
    node = child
  }
  const last = keys.at(-1) ?? 'non_field_errors'
  const found = node[last]
  if (Array.isArray(found)) found.push(message)
  else if (!found) node[last] = [message]
}

/** A list of objects answers with a list that stands beside the input: {} where nothing is wrong. */
function asWire(tree: Tree): unknown {
  const keys = Object.keys(tree)
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    const length = Math.max(...keys.map(Number)) + 1
    return Array.from({ length }, (_, index) => wireOf(tree[String(index)]) ?? {})
  }
  return Object.fromEntries(keys.map((key) => [key, wireOf(tree[key])]))
}

function wireOf(node: Tree | string[] | undefined): unknown {
  return node === undefined || Array.isArray(node) ? node : asWire(node)
}
