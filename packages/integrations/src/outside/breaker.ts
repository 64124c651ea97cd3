export interface BreakerOptions {
  /** How many failures in a row make that no more is asked for a while. */
  readonly failures?: number | undefined
  readonly restMilliseconds?: number | undefined
  readonly now?: (() => number) | undefined
  /** What is thrown at once, without asking, while the far side is given rest. */
  rest(): Error
}

export interface Breaker {
  guard<Answer>(ask: () => Promise<Answer>): Promise<Answer>
  /** True while nothing is asked. */
  isOpen(): boolean
}

/** Leaves a service alone after some failures in a row, so that nobody waits for what does not answer. */
export function createBreaker(options: BreakerOptions): Breaker {
  const { failures = 5, restMilliseconds = 30_000, now = Date.now } = options
  let inARow = 0
  let restsUntil = 0
  const isOpen = () => now() < restsUntil
  return {
    isOpen,
    async guard(ask) {
      if (isOpen()) throw options.rest()
      try {
        const answer = await ask()
        inARow = 0
        return answer
      } catch (error) {
        inARow++
        // One more failure after the rest is enough to begin the next.
        if (inARow >= failures) restsUntil = now() + restMilliseconds
        throw error
      }
    },
  }
}
