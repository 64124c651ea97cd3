import { describe, expect, it } from 'vitest'
import { createBreaker, ServiceResting } from './breaker.ts'

function breaker() {
  const state = { time: 0, asked: 0 }
  const made = createBreaker({
    failures: 2,
    restMilliseconds: 1000,
    now: () => state.time,
    counts: (error) => String(error) !== 'Error: refused',
    rest: () => new ServiceResting('it rests'),
  })
  const ask = (outcome: string) =>
    made.guard(async () => {
      state.asked += 1
      if (outcome !== 'well') throw new Error(outcome)
      return outcome
    })
  return { state, made, ask }
}

describe('a breaker', () => {
  it('opens after failures in a row, and closes when there is an answer after the rest', async () => {
    const { state, made, ask } = breaker()
    await expect(ask('away')).rejects.toThrow('away')
    await ask('well')
    await expect(ask('away')).rejects.toThrow('away')
    expect(made.isOpen()).toBe(false)
    await expect(ask('away')).rejects.toThrow('away')
    expect(made.isOpen()).toBe(true)
    await expect(ask('well')).rejects.toThrow(ServiceResting)
    expect(state.asked).toBe(4)
    state.time = 1000
    expect(await ask('well')).toBe('well')
    await expect(ask('away')).rejects.toThrow('away')
    expect(made.isOpen()).toBe(false)
  })

  it('rests anew after one failure of the trial', async () => {
    const { state, made, ask } = breaker()
    for (const _ of [1, 2]) await expect(ask('away')).rejects.toThrow('away')
    state.time = 1000
    await expect(ask('away')).rejects.toThrow('away')
    expect(made.isOpen()).toBe(true)
    state.time = 1999
    await expect(ask('well')).rejects.toThrow(ServiceResting)
  })

  it('lets one try after the rest, so that not everybody waits for what may still hang', async () => {
    const { state, made, ask } = breaker()
    for (const _ of [1, 2]) await expect(ask('away')).rejects.toThrow('away')
    state.time = 1000
    const answered = Promise.withResolvers<string>()
    const trial = made.guard(() => answered.promise)
    expect(made.isOpen()).toBe(true)
    await expect(ask('well')).rejects.toThrow(ServiceResting)
    answered.resolve('well')
    await trial
    expect(await ask('well')).toBe('well')
  })

  it('does not count what was refused, which is an answer', async () => {
    const { made, ask } = breaker()
    await expect(ask('away')).rejects.toThrow('away')
    await expect(ask('refused')).rejects.toThrow('refused')
    await expect(ask('away')).rejects.toThrow('away')
    expect(made.isOpen()).toBe(false)
  })
})
