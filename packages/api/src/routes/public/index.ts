import type { Api, ApiOptions } from '../../types.ts'
import { addressRoutes } from './addresses.ts'
import { publicAttachmentRoutes } from './attachments.ts'
import { publicCategoryRoutes } from './categories.ts'
import { feedbackRoutes } from './feedback.ts'
import { mediaRoutes } from './media.ts'
import { myReportRoutes } from './my-reports.ts'
import { nearbyRoutes } from './nearby.ts'
import { objectRoutes } from './objects.ts'
import { predictionRoutes } from './prediction.ts'
import { publicMapRoutes } from './public-map.ts'
import { questionnaireRoutes } from './questionnaires.ts'
import { publicReferenceRoutes } from './reference.ts'
import { publicGeographyRoutes } from './signal-geography.ts'
import { publicSignalRoutes } from './signals.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { publicUrgencyRoutes } from './urgency.ts'
import { verifyEmailRoutes } from './verify-email.ts'

/** One line per resource, in the order of their addresses. */
export async function publicRoutes(app: Api, options: ApiOptions): Promise<void> {
  predictionRoutes(app)
  feedbackRoutes(app)
  questionnaireRoutes(app)
  verifyEmailRoutes(app)
  myReportRoutes(app, options)
  subscriptionRoutes(app)
  publicGeographyRoutes(app)
  publicMapRoutes(app)
  nearbyRoutes(app)
  publicUrgencyRoutes(app)
  publicSignalRoutes(app, options)
  addressRoutes(app)
  publicAttachmentRoutes(app, options)
  mediaRoutes(app, options)
  publicCategoryRoutes(app)
  publicReferenceRoutes(app)
  objectRoutes(app)
}
