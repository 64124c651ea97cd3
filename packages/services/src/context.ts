import type { MunicipalityHandle } from '@signalen/database'
import type { JobWriter } from './jobs.ts'
import type { Ports } from './ports.ts'
import type { Settings } from './settings/settings.ts'

/** All that a use case works with: one municipality's data and settings, and the ports to the outside. */
export interface Context extends Ports {
  readonly municipality: string
  readonly db: MunicipalityHandle
  readonly settings: Settings
  readonly jobs: JobWriter
  /** Where the citizen site stands, without a slash at the end: links in mails start with it. */
  readonly citizenUrl: string
  /** Mails that follow from what is done go out no sooner than this, so that it can still be undone. */
  readonly mailsHeldUntil?: Date | undefined
}
