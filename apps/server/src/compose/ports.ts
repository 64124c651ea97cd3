import { randomBytes, randomUUID } from 'node:crypto'
import {
  createClamAvScanner,
  createFileInspector,
  createMailRenderer,
  createMapDrawer,
  createModelTrainer,
  createObjectSource,
  createReportPrinter,
  createSmtpTransport,
} from '@signalen/integrations'
import type { Log, Ports } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'
import { connectCityControl } from './city-control.ts'
import { createClassifier } from './classifier.ts'
import { createGeocoder } from './geocoder.ts'
import { restOf } from './rest-of.ts'
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

export interface ConfiguredPorts {
  readonly ports: Ports
  /** By the name of the service, whether it is left alone for now. */
  readonly breakers: Readonly<Record<string, () => boolean>>
  /** Hangs up where connections are kept open. */
  close(): void
}

/** The outside, as configured. */
export async function createPorts(parts: PortsParts): Promise<ConfiguredPorts> {
  const { environment, log } = parts
  const smtpUrl = environment.SMTP_URL ?? parts.mailboxUrl
  if (smtpUrl === undefined) throw new Error('there is neither a mail server nor a mailbox')
  const { geocoder, isResting } = createGeocoder(environment)
  const { classifier, isResting: isClassifierResting } = createClassifier(environment)
  const mailTransport = createSmtpTransport({
    url: smtpUrl,
    tls: environment.SMTP_TLS,
    connections: environment.SMTP_CONNECTIONS,
    restMilliseconds: restOf(environment),
  })
  const ports: Ports = {
    clock: { now: () => new Date() },
    random: { token: () => randomBytes(32).toString('base64url'), uuid: () => randomUUID() },
    mailTransport,
    mailRenderer: createMailRenderer(),
    geocoder,
    files: parts.storage.files,
    fileInspector: createFileInspector(),
    classifier,
    modelTrainer: createModelTrainer(),
    reportPrinter: createReportPrinter({
      drawMap: createMapDrawer({ findTile: async (tile) => (await parts.tiles.find(tile)).bytes }),
      mapCredit: parts.tiles.attribution,
    }),
    cityControl: connectCityControl(environment),
    objectSource: createObjectSource(),
    exportStore: parts.storage.exportStore,
    virusScanner: environment.CLAMAV_URL ? createClamAvScanner({ url: environment.CLAMAV_URL }) : undefined,
    log,
  }
  const { s3 } = parts.storage
  return {
    ports,
    breakers: {
      mail: mailTransport.isResting,
      addresses: isResting,
      ...(environment.TILES_URL === 'built-in' ? {} : { map: parts.tiles.isResting }),
      ...(isClassifierResting ? { classification: isClassifierResting } : {}),
      ...(s3 ? { files: () => s3.isResting() } : {}),
    },
    close: () => mailTransport.close(),
  }
}
