import type { Environment } from '../configuration/variables.ts'

/** How long a service outside is left alone that did not answer several times, in milliseconds. */
export function restOf({ OUTSIDE_REST_SECONDS: seconds }: Environment): number {
  return seconds * 1000
}
