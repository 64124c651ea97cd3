/** When a question is shown. There is no "not", so fewer answers never show more questions. */
export type Condition =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | {
      readonly kind: 'answer'
      readonly key: string
      readonly values: readonly string[]
      readonly needs: 'all' | 'any'
    }

const DEEPEST = 32

/** From `{"ifAllOf": {…}, "ifOneOf": {…}}`, each of which may hold the other; both must hold. */
export function readCondition(meta: ReadonlyMap<string, unknown>, depth = 0): Condition | undefined {
  const parts = [
    readGroup('all', meta.get('ifAllOf'), depth),
    readGroup('any', meta.get('ifOneOf'), depth),
  ].filter((part) => part !== undefined)
  return parts.length > 1 ? { kind: 'all', parts } : parts[0]
}

function readGroup(kind: 'all' | 'any', value: unknown, depth: number): Condition | undefined {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined
  const groups = Array.isArray(value) ? value : [value]
  const parts = groups.flatMap((group) => readEntries(kind, group, depth))
  return parts.length === 0 ? undefined : { kind, parts }
}

function readEntries(kind: 'all' | 'any', group: unknown, depth: number): Condition[] {
  if (typeof group !== 'object' || group === null) return []
  return Object.entries(group).flatMap(([key, value]) => {
    if (key === 'ifAllOf' || key === 'ifOneOf') {
      return readCondition(new Map([[key, value]]), depth + 1) ?? []
    }
    const values = (Array.isArray(value) ? value : [value]).map(String)
    return [{ kind: 'answer' as const, key, values, needs: kind }]
  })
}

/** `find` gives what was answered or is known under a name, as texts; nothing when there is nothing. */
export function isMet(condition: Condition | undefined, find: (key: string) => readonly string[]): boolean {
  if (condition === undefined) return true
  switch (condition.kind) {
    case 'all':
      return condition.parts.every((part) => isMet(part, find))
    case 'any':
      return condition.parts.some((part) => isMet(part, find))
    case 'answer': {
      const given = find(condition.key)
      const isGiven = (value: string) => given.includes(value)
      return condition.needs === 'all' ? condition.values.every(isGiven) : condition.values.some(isGiven)
    }
  }
}

/** Every name that a condition asks about, for showing questions again when one changes. */
export function listConditionKeys(condition: Condition | undefined): string[] {
  if (condition === undefined) return []
  return condition.kind === 'answer' ? [condition.key] : condition.parts.flatMap(listConditionKeys)
}

/** Every answer that a condition asks about. */
export function listConditionAnswers(
  condition: Condition | undefined,
): readonly { readonly key: string; readonly values: readonly string[] }[] {
  if (condition === undefined) return []
  return condition.kind === 'answer' ? [condition] : condition.parts.flatMap(listConditionAnswers)
}
