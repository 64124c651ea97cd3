import type { Messages } from '../messages/nl.ts'
import { ConnectionLost, listReasons, RequestRefused } from './failures.ts'

/** Why something did not happen, in words: those of the server where it gave any. */
export function presentFailure(error: unknown, messages: Messages): string {
  const { failures } = messages.shell
  if (error instanceof ConnectionLost) return failures.connection
  if (!(error instanceof RequestRefused)) return failures.refused
  const own = findOwnText(error.status, failures)
  const reasons = listReasons(error.body).map(({ message }) => message)
  if (error.status >= 500 || reasons.length === 0) return own
  return `${own} ${[...new Set(reasons)].join(' ')}`
}

function findOwnText(status: number, failures: Messages['shell']['failures']): string {
  if (isKnown(status, failures)) return failures[status]
  return status >= 500 ? failures[500] : failures.refused
}

function isKnown<Failures extends object>(
  status: number,
  failures: Failures,
): status is keyof Failures & number {
  return Object.hasOwn(failures, status)
}
