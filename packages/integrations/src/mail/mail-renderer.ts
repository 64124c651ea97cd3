import { findTranslationLanguage, type ResidentLanguage } from '@signalen/domain'
import type { MailRenderer, MailTemplate, RenderedMail } from '@signalen/services'
import { escapeHtml, htmlToText, markdownToHtml, toLiteral } from './markdown.ts'
import { checkTemplate, renderTemplate } from './template/engine.ts'
import { LANGUAGE_VARIABLE } from './template/filters.ts'
import { isDictionary } from './template/values.ts'

const LONGEST_SUBJECT = 255

export function createMailRenderer(): MailRenderer {
  return { render, check }
}

type Variables = Record<string, unknown>

function render(template: MailTemplate, variables: Variables, literal: readonly string[] = []): RenderedMail {
  const subject = toSubject(renderTemplate(template.title, variables))
  const content = markdownToHtml(renderTemplate(template.body, withLiterals(variables, literal)))
  const language = findTranslationLanguage(variables[LANGUAGE_VARIABLE]) ?? 'nl'
  return { subject, text: htmlToText(content), html: toPage(subject, content, language) }
}

function withLiterals(variables: Variables, literal: readonly string[]): Variables {
  const present = literal.filter((name) => Object.hasOwn(variables, name))
  return { ...variables, ...Object.fromEntries(present.map((name) => [name, mapTexts(variables[name])])) }
}

function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return toLiteral(value)
  if (Array.isArray(value)) return value.map(mapTexts)
  if (!isDictionary(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mapKey(key), mapTexts(inner)]))
}

/** Names of parts stay as templates know them; the labels of questions are words as well. */
function mapKey(key: string): string {
  return /^\w+$/.test(key) ? key : toLiteral(key)
}

function check(template: MailTemplate, variables: readonly string[]): readonly string[] {
  return [
    ...checkTemplate(template.title, variables).map((fault) => `In het onderwerp: ${fault}.`),
    ...checkTemplate(template.body, variables).map((fault) => `In de tekst: ${fault}.`),
  ]
}

/** A subject is one line; a line break in it could begin another header. */
function toSubject(text: string): string {
  return [...text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, LONGEST_SUBJECT).join('')
}

function toPage(subject: string, content: string, language: ResidentLanguage): string {
  return `<!DOCTYPE html>
<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(subject)}</title>
</head>
<body>
${content}
</body>
</html>
`
}
