import { isClosedStatus, type StatusCode } from '../status/states.ts'

export const RELATION_KINDS = ['duplicate_of', 'linked'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** As much of two reports as decides whether they may belong together. */
export interface RelationOccasion {
  readonly kind: RelationKind
  readonly signal: { readonly id: number; readonly hasDuplicates: boolean }
  readonly other: { readonly id: number; readonly isDuplicate: boolean }
  readonly areRelated: boolean
  readonly isDuplicate: boolean
  /** Parts of one report belong together already. */
  readonly areFamily: boolean
}

/** Why two reports may not be brought together, in words; undefined when they may. */
export function findRelationRefusal(occasion: RelationOccasion): string | undefined {
  const { kind, signal, other } = occasion
  if (signal.id === other.id) return 'Een melding kan niet aan zichzelf worden gekoppeld.'
  if (occasion.areRelated) return 'Deze meldingen horen al bij elkaar.'
  if (kind === 'linked') return undefined
  if (occasion.areFamily) return 'Een deelmelding kan niet dubbel zijn met haar hoofdmelding.'
  if (occasion.isDuplicate) return 'Deze melding is al dubbel met een andere melding.'
  if (other.isDuplicate) return 'De andere melding is zelf dubbel. Kies de melding waar die dubbel mee is.'
  if (signal.hasDuplicates) return 'Aan deze melding zijn zelf dubbele meldingen gebundeld.'
  return undefined
}

/** A duplicate is not handled itself: the other one is. */
export function mustCloseDuplicate(state: StatusCode): boolean {
  return !isClosedStatus(state)
}
