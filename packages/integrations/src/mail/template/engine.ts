import { type Context, Liquid, type Template } from 'liquidjs'
import {
  ADDRESS_FORMAT_VARIABLE,
  dateSettingOf,
  LANGUAGE_VARIABLE,
  MAIL_FILTERS,
  TIME_ZONE_VARIABLE,
} from './filters.ts'
import { MAIL_TAGS } from './tags.ts'
import { showValue } from './values.ts'

/** A mail that takes longer than this is a mistake or an attack. */
const RENDER_LIMIT_MS = 2_000
const PARSE_LIMIT_CHARACTERS = 200_000
const MEMORY_LIMIT = 20_000_000

const engine = createEngine()

/** Liquid, speaking the dialect of Django that municipalities have written their mails in. */
function createEngine(): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    strictVariables: false,
    ownPropertyOnly: true,
    relativeReference: false,
    outputEscape: show,
    parseLimit: PARSE_LIMIT_CHARACTERS,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
  })
  for (const name of Object.keys(liquid.tags)) delete liquid.tags[name]
  for (const name of Object.keys(liquid.filters)) delete liquid.filters[name]
  for (const [name, tag] of Object.entries(MAIL_TAGS)) liquid.registerTag(name, tag)
  for (const [name, filter] of Object.entries(MAIL_FILTERS)) liquid.registerFilter(name, filter)
  return liquid
}

/** Called as a filter, so it finds the settings of this rendering in the context. */
function show(this: { readonly context: Context } | undefined, value: unknown): string {
  return showValue(value, this ? dateSettingOf(this.context) : { timeZone: 'Europe/Amsterdam' })
}

export function renderTemplate(source: string, variables: Record<string, unknown>): string {
  return String(engine.renderSync(parseTemplate(source), variables))
}

/** The faults of a template as an administrator reads them; none when it is good. */
export function checkTemplate(source: string, variables: readonly string[]): string[] {
  try {
    const known = new Set([...variables, TIME_ZONE_VARIABLE, ADDRESS_FORMAT_VARIABLE, LANGUAGE_VARIABLE])
    const used = engine.globalVariablesSync(parseTemplate(source))
    return used.filter((name) => !known.has(name)).map((name) => `de variabele "${name}" bestaat hier niet`)
  } catch (error) {
    return [describeFault(error)]
  }
}

function parseTemplate(source: string): Template[] {
  return engine.parse(source.replaceAll(COMMENTS, '').replaceAll(TAGS, keepBackslashes))
}

/** Taken out beforehand, because nothing in them need be well formed. */
const COMMENTS = /\{#[^\n]*?#\}|\{%\s*comment\b[^%]*%\}.*?\{%\s*endcomment\s*%\}/gs

const TAGS = /\{\{.*?\}\}|\{%.*?%\}/gs

/** In the formats of dates a backslash stands before a letter that is to be shown itself. */
function keepBackslashes(tag: string): string {
  return tag.replaceAll(/\\(?!["'])/g, '\\\\')
}

function describeFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const [, line] = /, line:(\d+)/.exec(message) ?? []
  const what = translateFault(message.replace(/, line:\d+.*$/s, ''))
  return line === undefined ? what : `${what} (regel ${line})`
}

function translateFault(message: string): string {
  const [, filter] = /undefined filter: (\S+)/.exec(message) ?? []
  if (filter) return `het filter "${filter}" bestaat niet`
  const [, tag] = /tag "([^"]+)" not found/.exec(message) ?? []
  if (tag) return `de opdracht "${tag}" bestaat niet of staat hier op de verkeerde plaats`
  const [, unclosed] = /(?:output|tag) "([^"]*)/.exec(/not closed/.test(message) ? message : '') ?? []
  if (unclosed !== undefined) return `"${unclosed.slice(0, 40)}" wordt niet afgesloten`
  return message
}
