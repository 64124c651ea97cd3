import { describe, expect, it } from 'vitest'
import { findTrend } from './trend.ts'

const WAVE = [0, 30, 10, 20, 40, 5]

/** Two hours, a sample each ten seconds, with a wave as of a heap that is tidied. */
function memory(growthPerHour: number, samples = 720) {
  return Array.from({ length: samples }, (_, place) => ({
    seconds: place * 10,
    value: 300 * (1 + (growthPerHour * place) / 360) + (WAVE[place % WAVE.length] ?? 0) + (place % 11),
  }))
}

describe('the trend of memory', () => {
  it('is flat when it only goes up and down', () => {
    const trend = findTrend(memory(0), { most: 0.03, window: 6 })
    expect(trend.verdict).toBe('flat')
    expect(Math.abs(trend.growth)).toBeLessThan(0.01)
  })

  it('grows when it does, by about so much', () => {
    const trend = findTrend(memory(0.1), { most: 0.03, window: 6 })
    expect(trend.verdict).toBe('grows')
    expect(trend.growth).toBeGreaterThan(0.07)
    expect(trend.growth).toBeLessThan(0.11)
  })

  it('is not known after a few minutes, nor after two samples', () => {
    expect(findTrend(memory(0.1, 30), { most: 0.03, window: 1 }).verdict).toBe('too short to say')
    expect(findTrend(memory(0, 2), { most: 0.03, window: 1 }).verdict).toBe('too short to say')
  })

  it('does not count what is taken at first', () => {
    const settling = memory(0).map(({ seconds, value }) => ({
      seconds,
      value: seconds < 1200 ? value * (0.5 + seconds / 2400) : value,
    }))
    expect(findTrend(settling, { most: 0.03, window: 6 }).verdict).toBe('flat')
  })
})
