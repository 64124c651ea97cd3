import { type Meta, toMeta, withMeta } from './written-question.ts'

export type GroupKind = 'ifAllOf' | 'ifOneOf'

/** Answers that must all, or of which one must, be given; in it may stand groups of its own. */
export interface ConditionGroup {
  readonly answers: readonly ConditionAnswer[]
  readonly nested: readonly NestedGroup[]
}

export interface ConditionAnswer {
  readonly key: string
  readonly values: readonly string[]
}

export interface NestedGroup {
  readonly kind: GroupKind
  readonly group: ConditionGroup
}

export const EMPTY_GROUP: ConditionGroup = { answers: [], nested: [] }

export function isEmptyGroup({ answers, nested }: ConditionGroup): boolean {
  return answers.length === 0 && nested.every(({ group }) => isEmptyGroup(group))
}

export function readGroup(value: unknown): ConditionGroup {
  const groups = Array.isArray(value) ? (value as unknown[]) : [value]
  const entries = groups.flatMap((group) => Object.entries(toMeta(group)))
  return {
    answers: entries
      .filter(([key]) => !isKind(key))
      .map(([key, values]) => ({
        key,
        values: (Array.isArray(values) ? (values as unknown[]) : [values]).map(String),
      })),
    nested: entries.flatMap(([key, group]) => (isKind(key) ? [{ kind: key, group: readGroup(group) }] : [])),
  }
}

/** One value stands alone, as other clients write it; a key that stands twice makes a list of groups. */
export function writeGroup({ answers, nested }: ConditionGroup): unknown {
  const entries: [string, unknown][] = [
    ...answers.map(({ key, values }): [string, unknown] => [key, values.length === 1 ? values[0] : values]),
    ...nested
      .filter(({ group }) => !isEmptyGroup(group))
      .map(({ kind, group }): [string, unknown] => [kind, writeGroup(group)]),
  ]
  const names = entries.map(([name]) => name)
  if (new Set(names).size === names.length) return Object.fromEntries(entries)
  return entries.map(([name, value]) => ({ [name]: value }))
}

export function setCondition(meta: Meta, kind: GroupKind, group: ConditionGroup): Meta {
  return withMeta(meta, kind, isEmptyGroup(group) ? undefined : writeGroup(group))
}

function isKind(key: string): key is GroupKind {
  return key === 'ifAllOf' || key === 'ifOneOf'
}
