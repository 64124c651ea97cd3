export interface BreakerOptions {
  /** How many failures in a row make that no more is asked for a while. */
  readonly failures?: number | undefined
  readonly restMilliseconds?: number | undefined
  readonly now?: (() => number) | undefined
  /** Whether a failure says that the far side does not work, not that it refused what was asked; by default each. */
  readonly counts?: ((error: unknown) => boolean) | undefined
  /** What is thrown at once, without asking, while the far side is given rest. */
  rest(): Error
}

export interface Breaker {
  guard<Answer>(ask: () => Promise<Answer>): Promise<Answer>
  /** True while nothing is asked, or one alone tries whether there are answers again. */
  isOpen(): boolean
}

/** Leaves a service alone after some failures in a row, so that nobody waits for what does not answer. */
export function createBreaker(options: BreakerOptions): Breaker {
  const { failures = 5, restMilliseconds = 30_000, now = Date.now, counts = () => true } = options
  let inARow = 0
  let restsUntil = 0
  let isTried = false
  const isOpen = () => now() < restsUntil || isTried
  return {
    isOpen,
    async guard(ask) {
      if (isOpen()) throw options.rest()
      const isTrial = inARow >= failures
      if (isTrial) isTried = true
      try {
        const answer = await ask()
        inARow = 0
        return answer
      } catch (error) {
        if (counts(error)) inARow++
        else inARow = 0
        // One more failure after the rest is enough to begin the next.
        if (inARow >= failures) restsUntil = now() + restMilliseconds
        throw error
      } finally {
        if (isTrial) isTried = false
      }
    },
  }
}

/** Thrown at once, without asking, while a service is given rest. */
export class ServiceResting extends Error {
  override readonly name = 'ServiceResting'
}
