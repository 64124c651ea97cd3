import type { Rate } from '@signalen/api'

const SECONDS = { second: 1, minute: 60, quarter: 900, hour: 3600, day: 86_400 } as const

/** `60/hour` as numbers; a quarter is one of an hour, as in the released server. */
export function rateOf(text: string): Rate | 'off' {
  if (text === 'off') return 'off'
  const [amount, period] = text.split('/')
  return { max: Number(amount), windowSeconds: SECONDS[period as keyof typeof SECONDS] }
}
