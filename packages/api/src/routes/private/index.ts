import type { Api, ApiOptions } from '../../types.ts'
import { permissionRoutes } from './permissions.ts'
import { roleRoutes } from './roles.ts'
import { signalAttachmentRoutes } from './signal-attachments.ts'
import { signalReporterRoutes } from './signal-reporters.ts'
import { signalRoutes } from './signals.ts'
import { sourceRoutes } from './sources.ts'
import { userRoutes } from './users.ts'

/** One line per resource, in the order of their addresses. */
export async function privateRoutes(app: Api, options: ApiOptions): Promise<void> {
  userRoutes(app)
  roleRoutes(app)
  permissionRoutes(app)
  sourceRoutes(app)
  signalRoutes(app, options)
  signalReporterRoutes(app)
  signalAttachmentRoutes(app, options)
}
