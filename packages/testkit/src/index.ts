export * from './build-signal.ts'
export * from './context.ts'
export * from './database.ts'
export * from './test-api.ts'
