import { canWriteText, type RulePick, type WireQuestion } from '@signalen/domain'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAreas, useCategories } from '../../api/reference.ts'
import { read } from '../../api/request.ts'
import type { Page } from '../../api/wire.ts'
import { toCategoryTree } from '../../filters/category-tree.ts'
import { readOptions, toMeta } from '../questions/written-question.ts'

export interface PickOptions {
  readonly mains: readonly string[]
  /** By the name of their main category. */
  readonly subs: readonly { readonly label: string; readonly names: readonly string[] }[]
  readonly areas: readonly { readonly type: string; readonly code: string; readonly name: string }[]
  readonly answers: readonly AnswerOption[]
}

export interface AnswerOption {
  readonly key: string
  readonly label: string
  readonly isOneOfMany: boolean
  /** What people can choose; empty where they type it. */
  readonly values: readonly string[]
}

const MANY = ['checkbox_input', 'multi_text_input', 'asset_select']
const UNANSWERED = ['plain_text', 'question_header', 'location_select', 'date_time_input']

/** All that a rule can be picked from. Names that no rule can hold are not offered. */
export function usePickOptions(): PickOptions | undefined {
  const categories = useCategories().data
  const areas = useAreas().data
  const { data: questions } = useQuery({
    queryKey: ['questions', 'all'],
    queryFn: async () =>
      (await read<Page<WireQuestion>>('/signals/v1/public/questions/?page_size=1000')).results,
  })
  return useMemo(() => {
    if (!categories || !areas || !questions) return undefined
    const tree = toCategoryTree(categories)
    return {
      mains: tree.map(({ main }) => main.name).filter(canWriteText),
      subs: tree.map(({ main, subs }) => ({
        label: main.name,
        names: subs.map(({ name }) => name).filter(canWriteText),
      })),
      areas: areas.map(({ type, code, name }) => ({ type: type.name, code, name })),
      answers: listAnswers(questions),
    }
  }, [categories, areas, questions])
}

export function listAnswers(questions: readonly WireQuestion[]): AnswerOption[] {
  const found = new Map<string, AnswerOption>()
  for (const { key, field_type: type, meta } of questions) {
    if (UNANSWERED.includes(type) || found.has(key)) continue
    const { label, shortLabel, values } = toMeta(meta)
    found.set(key, {
      key,
      label: String(shortLabel ?? label ?? key),
      isOneOfMany: MANY.includes(type),
      values: readOptions(values)
        .map((option) => option.label)
        .filter((value) => value !== '' && canWriteText(value)),
    })
  }
  return [...found.values()]
}

export type PickKind = Exclude<RulePick['kind'], 'code' | 'district'>

/** What a new condition starts with; undefined where there is nothing to pick. */
export function createPick(kind: PickKind, options: PickOptions): RulePick | undefined {
  switch (kind) {
    case 'main':
    case 'sub': {
      const name = kind === 'main' ? options.mains[0] : options.subs.find(({ names }) => names[0])?.names[0]
      return name === undefined ? undefined : { kind, is: true, name }
    }
    case 'area': {
      const [area] = options.areas
      return area && { kind, type: area.type, code: area.code }
    }
    case 'days':
      return { kind, days: ['Saturday', 'Sunday'] }
    case 'from':
      return { kind, seconds: 17 * 3600 }
    case 'until':
      return { kind, seconds: 8 * 3600 }
    case 'answer': {
      const answer = options.answers.find(({ values }) => values.length > 0) ?? options.answers[0]
      return answer && toAnswerPick(answer)
    }
    case 'group': {
      const inner = createPick('sub', options)
      return inner && { kind, join: 'or', parts: [inner, inner] }
    }
  }
}

export function toAnswerPick({ key, values, isOneOfMany }: AnswerOption): RulePick {
  return { kind: 'answer', key, value: values[0] ?? '', isOneOfMany }
}
