import type { Api, ApiOptions } from '../../types.ts'

/** One line per resource, in the order of their addresses. */
export async function publicRoutes(_app: Api, _options: ApiOptions): Promise<void> {}
