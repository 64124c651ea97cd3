/** What one process noticed of a service outside. */
export interface ServiceNotice {
  readonly name: string
  /** It is left alone for a moment, because it did not answer several times. */
  readonly isResting: boolean
  readonly failuresInARow: number
  readonly lastSuccessAt: Date | null
  readonly lastFailureAt: Date | null
  /** What was said at the last failure. */
  readonly lastFault: string | null
}

export type ServiceState = 'works' | 'shaky' | 'down' | 'not known'

const FAILURES_OF_DOWN = 3
const REMEMBERED_MILLISECONDS = 15 * 60_000

/** A failure that nobody met again for a quarter of an hour says nothing of now. */
export function judgeService(notice: ServiceNotice, now: Date): ServiceState {
  const { isResting, failuresInARow, lastSuccessAt, lastFailureAt } = notice
  if (isResting) return 'down'
  if (failuresInARow === 0) return lastSuccessAt ? 'works' : 'not known'
  const isOld = !lastFailureAt || now.getTime() - lastFailureAt.getTime() > REMEMBERED_MILLISECONDS
  if (isOld) return 'not known'
  return failuresInARow >= FAILURES_OF_DOWN ? 'down' : 'shaky'
}

/** One notice of each service, of what several processes noticed; sorted by name. */
export function mergeNotices(notices: readonly ServiceNotice[]): ServiceNotice[] {
  const names = [...new Set(notices.map(({ name }) => name))].sort()
  return names.map((name) => notices.filter((notice) => notice.name === name).reduce(merge))
}

function merge(one: ServiceNotice, other: ServiceNotice): ServiceNotice {
  const lastSuccessAt = latest(one.lastSuccessAt, other.lastSuccessAt)
  const lastFailureAt = latest(one.lastFailureAt, other.lastFailureAt)
  const hasRecovered = timeOf(lastSuccessAt) > timeOf(lastFailureAt)
  const worst = timeOf(one.lastFailureAt) >= timeOf(other.lastFailureAt) ? one : other
  return {
    name: one.name,
    isResting: one.isResting || other.isResting,
    failuresInARow: hasRecovered ? 0 : Math.max(one.failuresInARow, other.failuresInARow),
    lastSuccessAt,
    lastFailureAt,
    lastFault: worst.lastFault,
  }
}

function latest(one: Date | null, other: Date | null): Date | null {
  return timeOf(one) >= timeOf(other) ? one : other
}

function timeOf(moment: Date | null): number {
  return moment?.getTime() ?? Number.NEGATIVE_INFINITY
}
