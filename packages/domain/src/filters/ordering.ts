/** By what a list of signals can be put in order. */
export const SIGNAL_ORDERINGS = [
  'id',
  'created_at',
  'updated_at',
  'stadsdeel',
  'sub_category',
  'main_category',
  'status',
  'priority',
  'address',
  'assigned_user_email',
  'area_name',
  'postcode',
] as const

export type SignalOrdering = (typeof SIGNAL_ORDERINGS)[number]

export interface OrderingTerm<Name extends string> {
  readonly by: Name
  readonly isDescending: boolean
}

const DEFAULT_ORDERING: readonly OrderingTerm<SignalOrdering>[] = [{ by: 'created_at', isDescending: true }]

export function parseSignalOrdering(text: string | undefined): readonly OrderingTerm<SignalOrdering>[] {
  return parseOrdering(text, SIGNAL_ORDERINGS, DEFAULT_ORDERING)
}

/** `-priority,id`; what cannot be ordered by is left out, and each name counts once. */
export function parseOrdering<Name extends string>(
  text: string | undefined,
  names: readonly Name[],
  fallback: readonly OrderingTerm<Name>[],
): readonly OrderingTerm<Name>[] {
  const terms = new Map<Name, OrderingTerm<Name>>()
  for (const part of (text ?? '').split(',').map((term) => term.trim())) {
    const isDescending = part.startsWith('-')
    const by = names.find((name) => name === (isDescending ? part.slice(1) : part))
    if (by !== undefined && !terms.has(by)) terms.set(by, { by, isDescending })
  }
  return terms.size === 0 ? fallback : [...terms.values()]
}
