import type { DemoChange, DemoStep } from '../types.ts'

const HOUR = 3_600_000
/** Office hours in universal time, an hour or two behind the clock on the wall. */
const OPENS = 7
const CLOSES = 15

export type Timeline = {
  steps: DemoStep[]
  /** An employee does something, so many working hours after what came before. */
  staff: (hours: number, by: string, change: DemoChange) => void
  /** Someone outside the organisation does something, at any hour. */
  outside: (hours: number, change: DemoChange) => void
}

export function createTimeline(createdAt: Date, now: Date): Timeline {
  const steps: DemoStep[] = []
  let at = createdAt.getTime()
  const add = (moment: number, by: string | null, change: DemoChange) => {
    // What would come too late comes sooner, so that every story reaches its end.
    at = moment < now.getTime() ? moment : at + (now.getTime() - at) / 2
    steps.push({ afterHours: Math.floor(((at - createdAt.getTime()) / HOUR) * 1000) / 1000, by, change })
  }
  return {
    steps,
    staff: (hours, by, change) => add(toOfficeHours(at + hours * HOUR), by, change),
    outside: (hours, change) => add(at + hours * HOUR, null, change),
  }
}

function toOfficeHours(moment: number): number {
  const date = new Date(moment)
  if (date.getUTCHours() >= CLOSES) date.setUTCHours(24 + OPENS, date.getUTCMinutes())
  if (date.getUTCHours() < OPENS) date.setUTCHours(OPENS, date.getUTCMinutes())
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1)
  return date.getTime()
}
