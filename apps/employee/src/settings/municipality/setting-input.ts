import type { SettingAnswer } from '@signalen/contract'

export type SettingKind = 'switch' | 'text' | 'number' | 'lines' | 'json'

/** How a setting is typed in follows from what it is when nobody says anything. */
export function kindOf({ value, standard }: SettingAnswer): SettingKind {
  if (typeof standard === 'boolean') return 'switch'
  if (typeof standard === 'string') return 'text'
  if (typeof standard === 'number') return 'number'
  const isWords = (one: unknown) => Array.isArray(one) && one.every((part) => typeof part === 'string')
  const isList = isWords(standard) && isWords(value)
  return isList ? 'lines' : 'json'
}

export function toTyped(kind: SettingKind, value: unknown): string {
  if (kind === 'lines') return (value as readonly string[]).join('\n')
  return kind === 'json' ? JSON.stringify(value, null, 2) : String(value)
}

export type ReadSetting = { readonly ok: true; readonly value: unknown } | { readonly ok: false }

export function readTyped(kind: SettingKind, typed: string): ReadSetting {
  switch (kind) {
    case 'switch':
      return { ok: true, value: typed === 'true' }
    case 'text':
      return { ok: true, value: typed.trim() }
    case 'number': {
      const value = Number(typed.trim().replace(',', '.'))
      return typed.trim() !== '' && Number.isFinite(value) ? { ok: true, value } : { ok: false }
    }
    case 'lines': {
      const lines = typed.split('\n').map((line) => line.trim())
      return { ok: true, value: lines.filter((line) => line !== '') }
    }
    case 'json':
      try {
        return { ok: true, value: JSON.parse(typed) as unknown }
      } catch {
        return { ok: false }
      }
  }
}

/** In a few words, for a list. */
export function showValue(value: unknown, words: { readonly on: string; readonly off: string }): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? words.on : words.off
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.length === 0) return '–'
  const isWords = Array.isArray(value) && value.every((part) => typeof part !== 'object')
  return isWords ? value.join(', ') : JSON.stringify(value)
}
