import { toCanonicalJson } from './json.ts'

/** How long the same request from the same client counts as sent again, not as meant twice. */
export const REPEAT_SECONDS = 120

export interface RepeatableRequest {
  /** Who sends it: an address or a user. */
  readonly client: string
  readonly operation: string
  readonly body: unknown
}

/** The same text for the same request, however its JSON was written; to be hashed before it is kept. */
export function describeRequest({ client, operation, body }: RepeatableRequest): string {
  return toCanonicalJson([operation, client, body ?? null])
}

/** Printable characters without blanks, as clients make up: a UUID, a hash, a number. */
export function isIdempotencyKey(text: string): boolean {
  return /^[\x21-\x7e]{1,255}$/.test(text)
}

/** What is known of an earlier request with the same key. */
export interface EarlierRequest {
  readonly fingerprint: string
  readonly isAnswered: boolean
}

export type RepeatDecision =
  /** Not seen before: carry it out. */
  | 'first'
  /** The same again: give the first answer again. */
  | 'again'
  /** The same, while the first is still being carried out. */
  | 'busy'
  /** The key was used for something else. */
  | 'mismatch'

export function decideRepeat(earlier: EarlierRequest | undefined, fingerprint: string): RepeatDecision {
  if (earlier === undefined) return 'first'
  if (earlier.fingerprint !== fingerprint) return 'mismatch'
  return earlier.isAnswered ? 'again' : 'busy'
}
