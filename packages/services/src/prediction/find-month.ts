import { MILLISECONDS_PER_DAY, toLocalTime } from '@signalen/domain'

/** 1 for January up to 12, on the clock of the municipality. */
export function findMonth(at: Date, timeZone: string): number {
  return new Date(toLocalTime(at, timeZone).day * MILLISECONDS_PER_DAY).getUTCMonth() + 1
}
