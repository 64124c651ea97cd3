/** Messages as they stand in an answer: a list, or lists by field, nested as the request was. */
export type WireErrors =
  | readonly string[]
  | { readonly [field: string]: WireErrors | readonly WireErrors[] | string }

export interface Refusal {
  readonly ok: false
  /** `invalid`: the request is wrong; `forbidden`: this person may not do it. */
  readonly kind: 'invalid' | 'forbidden'
  /** The exact body of the answer. */
  readonly errors: WireErrors
}

export interface Accepted<Value> {
  readonly ok: true
  readonly value: Value
}

export type Decision<Value> = Accepted<Value> | Refusal

export function accept<Value>(value: Value): Accepted<Value> {
  return { ok: true, value }
}

export function refuse(errors: WireErrors): Refusal {
  return { ok: false, kind: 'invalid', errors }
}

export function forbid(errors: WireErrors): Refusal {
  return { ok: false, kind: 'forbidden', errors }
}
