import type { SignalDetail } from '@signalen/contract'

/** One change of a report, as a screen asks for it. */
export interface Change {
  /** What it is about, in words. */
  readonly what: string
  /** What is sent. */
  readonly body: Readonly<Record<string, unknown>>
  /** How the report looks when it succeeds: shown at once. */
  readonly expect: (signal: SignalDetail) => SignalDetail
  /** The part that it is about, in words, to lay versions beside each other. */
  readonly present: (signal: SignalDetail) => string
  /** What only adds never overwrites what somebody else did. */
  readonly onlyAdds?: boolean
  readonly onSaved?: () => void
}

export interface Conflict {
  readonly change: Change
  readonly before: string
  readonly mine: string
  readonly theirs: string
}

/**
 * Somebody else was first. When they changed something else, both changes can stand; when it was the same
 * thing, only a person can say which one stays.
 */
export function findConflict(change: Change, before: SignalDetail, now: SignalDetail): Conflict | undefined {
  const shown = {
    before: change.present(before),
    mine: change.present(change.expect(before)),
    theirs: change.present(now),
  }
  return shown.before === shown.theirs || shown.mine === shown.theirs ? undefined : { change, ...shown }
}
