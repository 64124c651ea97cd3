import type { Api, ApiOptions } from '../../types.ts'
import { administrationRoutes } from './administration.ts'
import { areaRoutes } from './areas.ts'
import { backgroundJobRoutes } from './background-jobs.ts'
import { backgroundTaskRoutes } from './background-tasks.ts'
import { bulkChangeRoutes } from './bulk-changes.ts'
import { categoryRoutes } from './categories.ts'
import { causeRoutes } from './causes.ts'
import { csvRoutes } from './csv.ts'
import { departmentRoutes } from './departments.ts'
import { duplicateRoutes } from './duplicates.ts'
import { expressionRoutes } from './expressions.ts'
import { liveRoutes } from './live.ts'
import { mailTemplateRoutes } from './mail-templates.ts'
import { mailRoutes } from './mails.ts'
import { permissionRoutes } from './permissions.ts'
import { personRoutes } from './persons.ts'
import { preferenceRoutes } from './preferences.ts'
import { preparedChangeRoutes } from './prepared-changes.ts'
import { questionRoutes } from './questions.ts'
import { reportRoutes } from './reports.ts'
import { roleRoutes } from './roles.ts'
import { settingHistoryRoutes } from './setting-history.ts'
import { setupRoutes } from './setup.ts'
import { signalAttachmentRoutes } from './signal-attachments.ts'
import { signalListRoutes } from './signal-lists.ts'
import { signalPdfRoutes } from './signal-pdf.ts'
import { signalRelationRoutes } from './signal-relations.ts'
import { signalReporterRoutes } from './signal-reporters.ts'
import { signalSearchRoutes } from './signal-search.ts'
import { signalSurroundingRoutes } from './signal-surroundings.ts'
import { signalRoutes } from './signals.ts'
import { sourceRoutes } from './sources.ts'
import { answerSetRoutes } from './standard-answers.ts'
import { statusMessageTemplateRoutes } from './status-message-templates.ts'
import { statusMessageRoutes } from './status-messages.ts'
import { storedFilterRoutes } from './stored-filters.ts'
import { suggestionRoutes } from './suggestions.ts'
import { themeRoutes } from './theme.ts'
import { translationRoutes } from './translations.ts'
import { urgencyRoutes } from './urgency.ts'
import { userRoutes } from './users.ts'

/** One line per resource, in the order of their addresses. */
export async function privateRoutes(app: Api, options: ApiOptions): Promise<void> {
  administrationRoutes(app)
  setupRoutes(app)
  settingHistoryRoutes(app)
  answerSetRoutes(app)
  userRoutes(app)
  roleRoutes(app)
  permissionRoutes(app)
  sourceRoutes(app)
  signalRoutes(app, options)
  signalListRoutes(app)
  bulkChangeRoutes(app)
  causeRoutes(app)
  liveRoutes(app)
  signalPdfRoutes(app)
  signalSearchRoutes(app)
  signalSurroundingRoutes(app)
  signalReporterRoutes(app)
  signalRelationRoutes(app)
  mailRoutes(app)
  mailTemplateRoutes(app)
  backgroundTaskRoutes(app)
  backgroundJobRoutes(app)
  preparedChangeRoutes(app)
  duplicateRoutes(app)
  suggestionRoutes(app)
  urgencyRoutes(app)
  themeRoutes(app)
  signalAttachmentRoutes(app, options)
  areaRoutes(app)
  categoryRoutes(app)
  questionRoutes(app)
  departmentRoutes(app)
  expressionRoutes(app)
  reportRoutes(app)
  statusMessageRoutes(app)
  statusMessageTemplateRoutes(app)
  storedFilterRoutes(app)
  preferenceRoutes(app)
  translationRoutes(app)
  csvRoutes(app)
  personRoutes(app, options)
}
