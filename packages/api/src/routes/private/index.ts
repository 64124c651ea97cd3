import type { Api, ApiOptions } from '../../types.ts'
import { sourceRoutes } from './sources.ts'

/** One line per resource, in the order of their addresses. */
export async function privateRoutes(app: Api, _options: ApiOptions): Promise<void> {
  sourceRoutes(app)
}
