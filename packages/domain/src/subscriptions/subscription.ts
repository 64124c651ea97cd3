export const SUBSCRIPTION_PACES = ['at once', 'weekly'] as const

/** How often the news of an area is mailed: as soon as there is some, or together once a week. */
export type SubscriptionPace = (typeof SUBSCRIPTION_PACES)[number]

/** So long the link works with which an address is confirmed. */
export const CONFIRM_DAYS = 3
/** An address that never confirms gets no more than so many mails that ask for it. */
export const MOST_UNCONFIRMED = 5
const ASK_AGAIN_MINUTES = 10
const DAY = 86_400_000

export function confirmBefore(now: Date): Date {
  return new Date(now.getTime() + CONFIRM_DAYS * DAY)
}

export interface KnownSubscription {
  readonly confirmedAt: Date | null
  readonly confirmExpiresAt: Date
}

/** Whether a mail goes out again that asks for confirmation: the one before may have been lost, yet nobody is pestered. */
export function mayAskAgain(known: KnownSubscription, now: Date): boolean {
  const askedAt = known.confirmExpiresAt.getTime() - CONFIRM_DAYS * DAY
  return now.getTime() - askedAt >= ASK_AGAIN_MINUTES * 60_000
}

export type ConfirmLink = 'good' | 'late'

/** A link that was used before may be used again: people press twice. */
export function judgeConfirmLink(known: KnownSubscription, now: Date): ConfirmLink {
  return known.confirmedAt !== null || known.confirmExpiresAt > now ? 'good' : 'late'
}

/** Weekly news waits for seven days since the last, less what a job that runs every hour may be early. */
export function isDigestDue(pace: SubscriptionPace, lastToldAt: Date, now: Date): boolean {
  switch (pace) {
    case 'at once':
      return true
    case 'weekly':
      return now.getTime() - lastToldAt.getTime() >= 7 * DAY - 3_600_000 / 2
  }
}
