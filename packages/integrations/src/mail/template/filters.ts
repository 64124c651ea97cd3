import { type Address, findTranslationLanguage, formatAddress } from '@signalen/domain'
import type { Context, FilterImplOptions } from 'liquidjs'
import { type DateSetting, DEFAULT_DATE_FORMAT, DEFAULT_TIME_FORMAT, formatDutchDate } from './dutch-date.ts'
import { isDictionary, isTrue, showValue } from './values.ts'

/** Names under which the renderer hands its own settings to the filters. */
export const TIME_ZONE_VARIABLE = 'TIME_ZONE'
export const ADDRESS_FORMAT_VARIABLE = 'ADDRESS_FORMAT'
export const LANGUAGE_VARIABLE = 'LANGUAGE'

export function dateSettingOf(context: Context): DateSetting {
  const timeZone: unknown = context.getSync([TIME_ZONE_VARIABLE])
  return {
    timeZone: typeof timeZone === 'string' ? timeZone : 'Europe/Amsterdam',
    language: findTranslationLanguage(context.getSync([LANGUAGE_VARIABLE])),
  }
}

type Plain = (text: string, argument?: unknown, second?: unknown) => unknown

/** A filter of text: whatever comes in is first written as it would stand in the mail. */
function onText(change: Plain): FilterImplOptions {
  return function (value: unknown, argument?: unknown, second?: unknown) {
    return change(showValue(value, dateSettingOf(this.context)), argument, second)
  }
}

function formatMoment(defaultFormat: string): FilterImplOptions {
  return function (value: unknown, format?: unknown) {
    const moment = readMoment(value)
    if (!moment) return ''
    const pattern = typeof format === 'string' && format !== '' ? format : defaultFormat
    return formatDutchDate(moment, pattern, dateSettingOf(this.context))
  }
}

function readMoment(value: unknown): Date | undefined {
  const moment = typeof value === 'string' ? new Date(value) : value
  return moment instanceof Date && !Number.isNaN(moment.getTime()) ? moment : undefined
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;')
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length
  if (Array.isArray(value)) return value.length
  return isDictionary(value) ? Object.keys(value).length : 0
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? [...value] : []
}

function chooseYesNo(value: unknown, words: unknown): string {
  const [yes = 'ja', no = 'nee', unknown = no] =
    typeof words === 'string' ? words.split(',') : ['ja', 'nee', 'misschien']
  if (value === null || value === undefined) return unknown
  return isTrue(value) ? yes : no
}

function shortenCharacters(text: string, limit: unknown): string {
  const characters = [...text]
  const length = Number(limit)
  if (!Number.isInteger(length) || characters.length <= length) return text
  return `${characters.slice(0, Math.max(0, length - 1)).join('')}…`
}

function shortenWords(text: string, limit: unknown): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const count = Number(limit)
  if (!Number.isInteger(count) || words.length <= count) return text
  return `${words.slice(0, count).join(' ')} …`
}

function pluralise(value: unknown, endings: unknown): string {
  const [first = 's', second] = typeof endings === 'string' ? endings.split(',') : []
  const [one, many] = second === undefined ? ['', first] : [first, second]
  const count = typeof value === 'number' ? value : Number(value)
  return (Number.isNaN(count) ? sizeOf(value) : count) === 1 ? one : many
}

function addTo(value: unknown, argument: unknown): unknown {
  const sum = Number(value) + Number(argument)
  if (value !== '' && argument !== '' && !Number.isNaN(sum)) return sum
  return `${String(value ?? '')}${String(argument ?? '')}`
}

/** Paragraphs and line breaks are for Markdown to make; blank lines part paragraphs there as well. */
const keepLines: Plain = (text) => text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?<!\n)\n(?!\n)/g, '  \n')

/** The filters of the Django template language that mail templates use. */
export const MAIL_FILTERS: Readonly<Record<string, FilterImplOptions>> = {
  add: addTo,
  addslashes: onText((text) => text.replaceAll(/([\\'"])/g, '\\$1')),
  capfirst: onText((text) => text.slice(0, 1).toUpperCase() + text.slice(1)),
  cut: onText((text, part) => (typeof part === 'string' ? text.replaceAll(part, '') : text)),
  date: formatMoment(DEFAULT_DATE_FORMAT),
  default: (value: unknown, other: unknown) => (isTrue(value) ? value : other),
  default_if_none: (value: unknown, other: unknown) => value ?? other,
  escape: onText(escapeHtml),
  first: (value: unknown) => listOf(value)[0],
  force_escape: onText(escapeHtml),
  format_address(value: unknown, format?: unknown) {
    const fallback: unknown = this.context.getSync([ADDRESS_FORMAT_VARIABLE])
    const pattern = typeof format === 'string' && format !== '' ? format : fallback
    if (!isDictionary(value)) return ''
    return formatAddress(value as Address, typeof pattern === 'string' ? pattern : 'O hl, P W')
  },
  join(value: unknown, separator: unknown) {
    const setting = dateSettingOf(this.context)
    return listOf(value)
      .map((item) => showValue(item, setting))
      .join(typeof separator === 'string' ? separator : '')
  },
  last: (value: unknown) => listOf(value).at(-1),
  length: sizeOf,
  linebreaks: onText(keepLines),
  linebreaksbr: onText(keepLines),
  lower: onText((text) => text.toLocaleLowerCase('nl')),
  pluralize: pluralise,
  safe: (value: unknown) => value,
  striptags: onText((text) => text.replaceAll(/<[^>]*>/g, '')),
  time: formatMoment(DEFAULT_TIME_FORMAT),
  title: onText((text) =>
    text.replaceAll(
      /\p{L}[\p{L}\p{M}']*/gu,
      (word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase(),
    ),
  ),
  truncatechars: onText(shortenCharacters),
  truncatewords: onText(shortenWords),
  upper: onText((text) => text.toLocaleUpperCase('nl')),
  urlencode: onText((text) => encodeURIComponent(text)),
  urlize: (value: unknown) => value,
  wordcount: onText((text) => text.split(/\s+/).filter((word) => word !== '').length),
  yesno: chooseYesNo,
}
