/** When this tab last asked the server to change something: what is new right after that is of one's own making. */
let changedAt = Number.NEGATIVE_INFINITY

const OWN_MILLISECONDS = 8000

export function noteOwnChange(path: string): void {
  if (!path.endsWith('/presence')) changedAt = Date.now()
}

export function isOwnChange(now: number = Date.now()): boolean {
  return now - changedAt < OWN_MILLISECONDS
}
