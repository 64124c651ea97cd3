const CHANGES = /\/private\/(signals\/\d+(?!\d|\/presence)|bulk-changes)/
const OWN_MILLISECONDS = 8000

/** When this tab last asked the server to change a report: what is new right after that is of one's own making. */
let changedAt = Number.NEGATIVE_INFINITY

export function noteOwnChange(path: string): void {
  if (changesReport(path)) changedAt = Date.now()
}

export function changesReport(path: string): boolean {
  return CHANGES.test(path)
}

export function isOwnChange(now: number = Date.now()): boolean {
  return now - changedAt < OWN_MILLISECONDS
}
