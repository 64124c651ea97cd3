import { directionOf, FORM_MESSAGES, REPORT_LANGUAGES } from '@signalen/ui'
import { describe, expect, test } from 'vitest'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { languageOfPage, MESSAGES } from './messages.ts'
import { nl } from './nl.ts'
import { pl } from './pl.ts'
import { tr } from './tr.ts'
import { listMissing, REPORT_SECTIONS, withFallback } from './translation.ts'
import { uk } from './uk.ts'

const TRANSLATIONS = { tr, pl, uk, ar }
const REPORT = Object.fromEntries(REPORT_SECTIONS.map((section) => [section, nl[section]]))

describe.each(Object.entries(TRANSLATIONS))('the report in %s', (language, translation) => {
  test('lacks nothing', () => {
    expect(listMissing(REPORT, translation)).toEqual([])
  })

  test('is translated, and keeps what a text is filled with', () => {
    for (const [path, dutch] of listTexts(REPORT)) {
      const text = new Map(listTexts(translation)).get(path)
      if (text === undefined) continue
      expect(isSame(text, dutch) && !SAME_WORDS.has(dutch), `${language} ${path} is Dutch: ${dutch}`).toBe(
        false,
      )
      expect(placeholders(text), `${language} ${path}`).toEqual(placeholders(dutch))
    }
  })
})

test('what a translation lacks is in English', () => {
  const merged = withFallback(en, { review: { title: 'Tout est juste ?' } })
  expect(merged.review.title).toBe('Tout est juste ?')
  expect(merged.review.lead).toBe(en.review.lead)
  expect(listMissing({ a: { b: 'x', c: 'y' }, d: 'z' }, { a: { b: 'x' } })).toEqual(['a.c', 'd'])
})

test('only the report itself is in every language, the rest is in English for who reads another', () => {
  expect(languageOfPage('ar', '/')).toBe('ar')
  expect(languageOfPage('tr', '/melden/plaats')).toBe('tr')
  expect(languageOfPage('tr', '/privacy')).toBe('en')
  expect(languageOfPage('nl', '/privacy')).toBe('nl')
  expect(REPORT_LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar'])
})

test('every language has the messages of the questions', () => {
  for (const language of REPORT_LANGUAGES) {
    expect(listMissing(FORM_MESSAGES.nl, FORM_MESSAGES[language]), language).toEqual([])
    expect(MESSAGES[language].describe.title).not.toBe('')
  }
})

test('docs/translations.md lists what is in which language: if not, run this with -u', async () => {
  await expect(listLanguages()).toMatchFileSnapshot('../../../../docs/translations.md')
})

const SPOKEN = { en, ...TRANSLATIONS }

/** A row for each part of the texts, a column for each language. */
function listLanguages(): string {
  const parts = { ...nl, 'questions of a category': FORM_MESSAGES.nl }
  const rows = Object.entries(parts).map(([part, texts]) => {
    const whole = { [part]: texts }
    const cells = Object.entries(SPOKEN).map(([language, messages]) => {
      const own = { ...messages, 'questions of a category': FORM_MESSAGES[language as keyof typeof SPOKEN] }
      return presentMissing(listMissing(whole, own), listTexts(whole).length)
    })
    return `| ${part} | ${listTexts(whole).length} | ${cells.join(' | ')} |`
  })
  return [HEAD, ...rows, ''].join('\n')
}

function presentMissing(missing: readonly string[], count: number): string {
  if (missing.length === 0) return 'all'
  return missing.length >= count || missing.some((path) => !path.includes('.'))
    ? 'in English'
    : missing.join(', ')
}

const HEAD = `# What is in which language

Made by \`apps/citizen/src/messages/messages.test.ts\`, which fails when this page is not up to date; run it with
\`-u\` to write it anew. Dutch is whole: it is what the others are measured by. What a language lacks is shown in
English, and stands here by its name.

| texts | number | ${Object.keys(SPOKEN).join(' | ')} |
|---|---|${'---|'.repeat(Object.keys(SPOKEN).length)}`

/** Words that are the same in another language. */
const SAME_WORDS = new Set(['Contact', 'Privacy', 'Adres', 'Moment', "Foto's"])

function isSame(text: string, dutch: string): boolean {
  return text === dutch && /\p{L}{3}/u.test(text)
}

/** Every text with where it stands; a message with parameters is filled with their places. */
function listTexts(messages: object, path = ''): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    const name = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[name, value]]
    if (typeof value === 'function') return [[name, String(value('{1}', '{2}'))]]
    return listTexts(value as object, name)
  })
}

function placeholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
}
