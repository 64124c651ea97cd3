import type { ExtraProperty } from './extra-properties.ts'

export const PINNED_ON_MAP = 'Locatie gepind op de kaart'

const ANSWER_KEYS = ['label', 'value', 'answer', 'id', 'type'] as const

/** The answer to an extra question in words, whatever shape a form stored it in; one line per part. */
export function presentAnswer(answer: unknown): string[] {
  const parts = Array.isArray(answer) ? answer : [answer]
  return parts.length === 0 ? ['-'] : parts.map(presentPart)
}

function presentPart(part: unknown): string {
  if (typeof part !== 'object' || part === null) return presentPlain(part) ?? '-'
  const fields = new Map(Object.entries(part))
  for (const key of ANSWER_KEYS) {
    const text = presentPlain(fields.get(key))
    if (text !== undefined) return text
  }
  return fields.has('location') || fields.has('coordinates') ? PINNED_ON_MAP : '-'
}

function presentPlain(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value || undefined
    case 'number':
      return String(value)
    case 'boolean':
      return value ? 'ja' : 'nee'
    default:
      return undefined
  }
}

/** Label and answers, for mails and summaries; what has the same label comes together. */
export function presentAnswers(properties: readonly ExtraProperty[]): Map<string, string[]> {
  const answers = new Map<string, string[]>()
  for (const { label, answer } of properties) {
    answers.set(label, [...(answers.get(label) ?? []), ...presentAnswer(answer)])
  }
  return answers
}
