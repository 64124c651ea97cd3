import type { Api, ApiOptions } from '../../types.ts'
import { feedbackRoutes } from './feedback.ts'

/** One line per resource, in the order of their addresses. */
export async function publicRoutes(app: Api, _options: ApiOptions): Promise<void> {
  feedbackRoutes(app)
}
