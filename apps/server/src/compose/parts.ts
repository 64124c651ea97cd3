import type { Allowances, Database } from '@signalen/database'
import type { Mailbox } from '@signalen/integrations'
import type { FastifyPluginAsync } from 'fastify'
import type { Logger } from 'pino'
import type { Environment } from '../configuration/variables.ts'
import type { Metrics } from '../watching/metrics.ts'
import type { Contexts } from './contexts.ts'
import type { Identity } from './identity.ts'
import type { TileSource } from './tiles.ts'

export interface MailboxPart {
  readonly mailbox: Mailbox
  /** Where its mail server listens. */
  readonly smtpUrl: string
  readonly pages: FastifyPluginAsync
}

/** What the web half is made of. */
export interface Parts {
  readonly environment: Environment
  readonly log: Logger
  readonly secret: string
  readonly database: Database
  readonly contexts: Contexts
  readonly identity: Identity
  readonly tiles: TileSource
  readonly metrics: Metrics
  /** Counted for all processes together; absent with the embedded database, which has one. */
  readonly allowances?: Allowances | undefined
  readonly dataDir: string
  readonly citizenUrl: string
  readonly isDemonstration: boolean
  /** There when no mail server is configured. */
  readonly mailbox?: MailboxPart
  isDraining(): boolean
}
