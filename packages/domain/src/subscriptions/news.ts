import type { StatusCode } from '../status/states.ts'

/** What a follower hears of a status: never more than what anyone may know, and never what staff wrote. */
export function describeNews(state: StatusCode): string {
  switch (state) {
    case 'm':
    case 'i':
      return 'De melding is binnen. De gemeente moet er nog aan beginnen.'
    case 'ingepland':
      return 'De gemeente heeft het werk ingepland.'
    case 'o':
      return 'De melding is afgehandeld.'
    case 'a':
      return 'De melding is gesloten. De gemeente lost dit niet op.'
    case 's':
      return 'De melding is verdeeld: meer dan één team gaat ermee aan de slag.'
    case 'reopened':
      return 'De gemeente gaat er opnieuw mee aan de slag.'
    case 'b':
    case 'h':
    case 'ready to send':
    case 'closure requested':
    case 'reaction requested':
    case 'reaction received':
    case 'forward to external':
    case 'sent':
    case 'send failed':
    case 'done external':
    case 'reopen requested':
      return 'De gemeente is ermee bezig.'
  }
}

/** Only a step that a follower can tell apart from the one before is news. */
export function isNews(previous: StatusCode | null, next: StatusCode): boolean {
  return previous !== null && describeNews(previous) !== describeNews(next)
}
