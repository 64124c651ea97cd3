import { type Breaker, createBreaker, ServiceResting } from '../outside/breaker.ts'

/** Fewer than elsewhere: everybody who works waits for each. */
const FAILURES = 3

/** One for all that is asked of the identity provider. */
export function createProviderBreaker(restMilliseconds?: number): Breaker {
  return createBreaker({
    failures: FAILURES,
    restMilliseconds,
    rest: () => new ServiceResting('the identity provider did not answer several times'),
  })
}
