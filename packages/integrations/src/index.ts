export * from './identity/index.ts'
export * from './mail/index.ts'
