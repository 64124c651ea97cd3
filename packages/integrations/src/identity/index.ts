export { type CodeFlowOptions, createCodeFlow } from './code-flow.ts'
export {
  createDevelopmentProvider,
  type DevelopmentProvider,
  type DevelopmentUser,
} from './development-provider.ts'
export { createProviderBreaker } from './provider-breaker.ts'
export { createTokenVerifier, type TokenVerifierOptions } from './token-verifier.ts'
