import type { BulkChangeAnswer } from '@signalen/contract'

/** The server lets go of it shortly before the mails go. */
const MARGIN_MILLISECONDS = 20_000
const TOLD_MILLISECONDS = 15 * 60_000

type Change = Pick<BulkChangeAnswer, 'state' | 'mails_held_until' | 'finished_at'> & {
  readonly counts: Pick<BulkChangeAnswer['counts'], 'changed'>
}

export function canUndo({ state, mails_held_until: until, counts }: Change, now: Date): boolean {
  return (
    state === 'done' && counts.changed > 0 && new Date(until).getTime() - MARGIN_MILLISECONDS > now.getTime()
  )
}

/** What is long over is no news. */
export function isWorthTelling({ finished_at: finishedAt }: Change, now: Date): boolean {
  return finishedAt === null || now.getTime() - new Date(finishedAt).getTime() < TOLD_MILLISECONDS
}
