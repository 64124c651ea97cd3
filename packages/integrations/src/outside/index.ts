export { type Breaker, type BreakerOptions, createBreaker, ServiceResting } from './breaker.ts'
