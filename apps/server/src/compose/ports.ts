import { randomBytes, randomUUID } from 'node:crypto'
import {
  createClamAvScanner,
  createFileInspector,
  createMailRenderer,
  createMapDrawer,
  createModelTrainer,
  createReportPrinter,
  createSmtpTransport,
} from '@signalen/integrations'
import type { Log, Ports } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'
import { createClassifier } from './classifier.ts'
import { createGeocoder } from './geocoder.ts'
import type { Storage } from './storage.ts'
import type { TileSource } from './tiles.ts'

export interface PortsParts {
  readonly environment: Environment
  readonly storage: Storage
  readonly log: Log
  readonly tiles: TileSource
  /** Of the built-in mailbox, when no mail server is configured. */
  readonly mailboxUrl: string | undefined
}

/** The outside, as configured. */
export async function createPorts(parts: PortsParts): Promise<Ports> {
  const { environment, log } = parts
  const smtpUrl = environment.SMTP_URL ?? parts.mailboxUrl
  if (smtpUrl === undefined) throw new Error('there is neither a mail server nor a mailbox')
  return {
    clock: { now: () => new Date() },
    random: { token: () => randomBytes(32).toString('base64url'), uuid: () => randomUUID() },
    mailTransport: createSmtpTransport({ url: smtpUrl, tls: environment.SMTP_TLS }),
    mailRenderer: createMailRenderer(),
    geocoder: await createGeocoder(environment),
    files: parts.storage.files,
    fileInspector: createFileInspector(),
    classifier: createClassifier(environment),
    modelTrainer: createModelTrainer(),
    reportPrinter: createReportPrinter({
      drawMap: createMapDrawer({ findTile: async (tile) => (await parts.tiles.find(tile)).bytes }),
    }),
    exportStore: parts.storage.exportStore,
    virusScanner: environment.CLAMAV_URL ? createClamAvScanner({ url: environment.CLAMAV_URL }) : undefined,
    log,
  }
}
