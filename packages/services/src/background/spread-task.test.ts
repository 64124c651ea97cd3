import { describe, expect, it } from 'vitest'
import { spreadTask } from './spread-task.ts'
import { BACKGROUND_TASKS } from './tasks.ts'

const KEYS = Array.from({ length: 300 }, (_, number) => `gemeente${number}`)

/** Minutes since midnight. */
function momentOf(cron: string): number {
  const [minute, hour] = cron.split(' ').map(Number)
  return (hour ?? 0) * 60 + (minute ?? 0)
}

const nightly = BACKGROUND_TASKS.filter(({ cron }) => /^\d+ \d+ /.test(cron))

describe('when tasks run', () => {
  it('is when it is written, where there is one municipality', () => {
    for (const { cron } of BACKGROUND_TASKS.filter(({ cron }) => !cron.startsWith('*/')))
      expect(spreadTask(cron, 'default')).toBe(cron)
    expect(spreadTask('*/30 * * * *', 'default')).toBe('0,30 * * * *')
  })

  it('is spread over two hours for three hundred, few in the same minute', () => {
    for (const { cron } of nightly) {
      const starts = KEYS.map((key) => momentOf(spreadTask(cron, key)) - momentOf(cron))
      expect(Math.min(...starts)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...starts)).toBeLessThan(120)
      const together = Map.groupBy(starts, (start) => start)
      expect(Math.max(...[...together.values()].map((same) => same.length))).toBeLessThan(12)
    }
  })

  it('keeps the tasks of each municipality in their order, on their days', () => {
    for (const key of KEYS.slice(0, 20)) {
      const moments = nightly.map(({ cron }) => momentOf(spreadTask(cron, key)) - momentOf(cron))
      expect(new Set(moments).size).toBe(1)
      for (const { cron } of nightly)
        expect(spreadTask(cron, key).split(' ').slice(2)).toEqual(cron.split(' ').slice(2))
    }
  })

  it('stays within the hour for what runs every hour or half hour, and leaves what it cannot shift', () => {
    for (const key of KEYS) {
      expect(spreadTask('55 * * * *', key)).toMatch(/^[1-5]?\d \* \* \* \*$/)
      const [first = 0, second = 0] = (spreadTask('*/30 * * * *', key).split(' ')[0] ?? '')
        .split(',')
        .map(Number)
      expect(second - first).toBe(30)
      expect(first).toBeLessThan(30)
    }
    expect(spreadTask('* * * * *', 'gemeente1')).toBe('* * * * *')
    expect(spreadTask('15 9-17 * * *', 'gemeente1')).toBe('15 9-17 * * *')
  })
})
