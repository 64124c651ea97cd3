import { readFileSync } from 'node:fs'
import { MAIL_TEMPLATE_KEYS } from '@signalen/domain'
import { describe, expect, test } from 'vitest'
import { findFallbackBody } from '../packages/services/src/mail/fallback-templates.ts'
import { averageWords, listHardParts, listTexts, type Text, toReadText } from './lib/plain-dutch.ts'

interface Demonstration {
  readonly categories: readonly {
    readonly slug: string
    readonly children: readonly {
      readonly slug: string
      readonly handlingMessage?: string
      readonly questions?: readonly { readonly key: string; readonly meta: object }[]
    }[]
  }[]
  readonly emailTemplates: readonly { readonly key: string; readonly title: string; readonly body: string }[]
  readonly statusMessages: readonly { readonly title: string; readonly text: string }[]
  readonly standardAnswers: readonly { readonly text: string }[]
}

const demonstration = JSON.parse(
  readFileSync(new URL('../demo/municipality.json', import.meta.url), 'utf8'),
) as Demonstration

/** To employees, who are colleagues of who wrote them, or to companies. */
const NOT_TO_RESIDENTS =
  /^(?:signal_assigned|note_mention|user_invited|prepared_change_failed|signal_forward_to_external)/

const mails: Text[] = [
  ...MAIL_TEMPLATE_KEYS.map((key): Text => [`without template ${key}`, findFallbackBody(key)]),
  ...demonstration.emailTemplates.map(({ key, title, body }): Text => [key, `${title}\n\n${body}`]),
]
  .filter(([name]) => !NOT_TO_RESIDENTS.test(name.replace('without template ', '')))
  .map(([name, text]) => [name, toReadText(text)])

const subcategories = demonstration.categories.flatMap(({ children }) => children)

/** What residents read besides, of a municipality that writes as it should. */
const written: Text[] = [
  ...subcategories.map(({ slug, handlingMessage = '' }): Text => [slug, handlingMessage]),
  ...demonstration.statusMessages.map(({ title, text }): Text => [title, text]),
  ...demonstration.standardAnswers.map(({ text }): Text => ['answer', text]),
  ...subcategories.flatMap(({ questions = [] }) =>
    questions.flatMap(({ key, meta }) =>
      listTexts(meta)
        .filter(([path]) => /^(?:label|subtitle|value$|values)/.test(path))
        .map(([path, text]): Text => [`${key} ${path}`, toReadText(text)]),
    ),
  ),
]

describe.each([
  ['mails', mails],
  ['what a municipality writes', written],
] as const)('%s', (_kind, texts) => {
  test('are in plain Dutch', () => {
    expect(texts.length).toBeGreaterThan(20)
    expect(texts.flatMap(([name, text]) => listHardParts(text).map((part) => `${name}: ${part}`))).toEqual([])
  })

  test('have few words in a sentence as a rule', () => {
    expect(averageWords(texts)).toBeLessThan(11)
  })
})

test('hard Dutch is found', () => {
  expect(listHardParts('Gelieve je melding te controleren.')).toHaveLength(1)
  expect(listHardParts(`${'een '.repeat(21)}.`)).toHaveLength(1)
  expect(listHardParts('Wij maken het.')).toEqual([])
})
