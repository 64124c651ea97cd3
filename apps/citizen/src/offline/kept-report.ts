/** What became of a photo that the device keeps. */
export type KeptPhotoState = 'kept' | 'uploaded' | 'failed' | 'refused'

export interface KeptPhoto {
  readonly id: string
  readonly name: string
  readonly blob: Blob
  readonly state: KeptPhotoState
}

/**
 * `mirror`: the form is filled in at the server, this is only its double. `offline`: filled in without
 * connection. `waiting`: to be sent as soon as that can be. `sent`: nothing personal is left.
 */
export type KeptState = 'mirror' | 'offline' | 'waiting' | 'sent'

/** A report as this device keeps it. */
export interface KeptReport {
  /** Chosen here and sent along, so that a report that is sent twice is made once. */
  readonly id: string
  readonly state: KeptState
  readonly fields: Readonly<Record<string, readonly string[]>>
  readonly photos: readonly KeptPhoto[]
  readonly changedAt: number
  /** When sending was asked for. */
  readonly askedAt: string | null
  readonly number: string | null
  /** In the words of the server: what must be put right first. */
  readonly problem: string | null
}

/** As long as the server keeps what was not sent. */
export const KEPT_MILLISECONDS = 24 * 3600_000

export function createKeptReport(id: string, now: number): KeptReport {
  return {
    id,
    state: 'mirror',
    fields: {},
    photos: [],
    changedAt: now,
    askedAt: null,
    number: null,
    problem: null,
  }
}

/** The one that someone is still filling in. */
export function findOpenReport(reports: readonly KeptReport[]): KeptReport | undefined {
  return reports.find(({ state }) => state === 'mirror' || state === 'offline')
}

/** What waits is never forgotten; a draft and a number are, after a day. */
export function isOutdated(report: KeptReport, now: number): boolean {
  return report.state !== 'waiting' && now - report.changedAt > KEPT_MILLISECONDS
}

/** Fields of the form over what was known; what the form does not have stays. Buttons and files are no fields. */
export function mergeFields(
  known: KeptReport['fields'],
  form: Iterable<readonly [string, unknown]>,
): KeptReport['fields'] {
  const typed: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name === '_action' || name === '_photos') continue
    const values = typed[name]
    if (values) values.push(value)
    else typed[name] = [value]
  }
  return { ...known, ...typed }
}

/** What is left of a sent report: its number, and the photos that did not arrive. */
export function finishReport(report: KeptReport, number: string, now: number): KeptReport {
  const photos = report.photos.filter(({ state }) => state === 'failed')
  return { ...createKeptReport(report.id, now), state: 'sent', photos, number }
}
