import { createHash } from 'node:crypto'
import { DEFAULT_MUNICIPALITY } from '@signalen/database'

/** Over so many minutes the night tasks of all municipalities begin. */
const SPREAD_MINUTES = 120
const HOUR = 60
const DAY = 24 * HOUR

/**
 * When a task runs for a municipality: each has minutes of its own, so that those of three hundred do not all
 * begin at once. All tasks of one shift by the same, so that their order stays. Where there is but one, they run
 * when it is written.
 */
export function spreadTask(cron: string, municipality: string): string {
  const shift = municipality === DEFAULT_MUNICIPALITY ? 0 : shiftOf(municipality)
  const [minute = '', hour = '', ...rest] = cron.split(' ')
  const step = /^\*\/(\d+)$/.exec(minute)?.[1]
  if (step !== undefined) return [everySoMany(Number(step), shift), hour, ...rest].join(' ')
  if (!/^\d+$/.test(minute)) return cron
  if (hour === '*') return [(Number(minute) + shift) % HOUR, hour, ...rest].join(' ')
  if (!/^\d+$/.test(hour)) return cron
  const moment = (Number(hour) * HOUR + Number(minute) + shift) % DAY
  return [moment % HOUR, Math.floor(moment / HOUR), ...rest].join(' ')
}

function shiftOf(municipality: string): number {
  return createHash('sha256').update(municipality).digest().readUInt32BE() % SPREAD_MINUTES
}

function everySoMany(step: number, shift: number): string {
  const first = shift % step
  return Array.from({ length: Math.floor(HOUR / step) }, (_, turn) => first + turn * step).join(',')
}
