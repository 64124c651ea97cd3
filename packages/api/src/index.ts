export { api } from './app.ts'
export { actorOf, contextOf } from './plugins/access.ts'
export type { Api, ApiOptions } from './types.ts'
