import type { Api, ApiOptions } from '../../types.ts'
import { addressRoutes } from './addresses.ts'
import { feedbackRoutes } from './feedback.ts'
import { questionnaireRoutes } from './questionnaires.ts'
import { publicSignalRoutes } from './signals.ts'

/** One line per resource, in the order of their addresses. */
export async function publicRoutes(app: Api, options: ApiOptions): Promise<void> {
  feedbackRoutes(app)
  questionnaireRoutes(app)
  publicSignalRoutes(app, options)
  addressRoutes(app)
}
