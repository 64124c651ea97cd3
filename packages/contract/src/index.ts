export * from './hal.ts'
export * from './source.ts'
