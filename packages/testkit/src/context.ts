import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { MunicipalityHandle } from '@signalen/database'
import { createCityControl, createMailRenderer, createModelTrainer } from '@signalen/integrations'
import {
  type Context,
  DEFAULT_SETTINGS,
  type FileInspector,
  type FileStore,
  type Geocoder,
  type Jobs,
  type OutgoingMail,
  type Settings,
} from '@signalen/services'

export const TEST_NOW = new Date('2026-11-24T10:00:00.000Z')

/** A clock that stands still until it is moved. */
export interface TestClock {
  now(): Date
  set(moment: Date | string): void
  advance(time: { readonly days?: number; readonly hours?: number; readonly minutes?: number }): void
}

export interface QueuedJob {
  readonly name: keyof Jobs
  readonly data: object
  readonly key?: string | undefined
  /** Absent when it may start at once. */
  readonly startAfter?: Date
}

export interface TestLog {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: object
  readonly message: string
}

export interface TestContext {
  readonly context: Context
  readonly clock: TestClock
  /** Jobs in the order in which they were queued; also those of a transaction that was undone. */
  readonly jobs: QueuedJob[]
  /** What the mail server accepted. */
  readonly outbox: OutgoingMail[]
  /** Set to have the next mails fail with this error. */
  readonly mailServer: { fault: Error | undefined }
  readonly files: Map<string, Buffer>
  readonly logs: TestLog[]
}

export interface TestContextOptions {
  readonly settings?: Partial<Settings> | undefined
  readonly now?: Date | undefined
}

/** A context on a test database, with everything outside it within reach of the test. */
export function createTestContext(db: MunicipalityHandle, options: TestContextOptions = {}): TestContext {
  const clock = createTestClock(options.now ?? TEST_NOW)
  const outside = {
    clock,
    jobs: [] as QueuedJob[],
    outbox: [] as OutgoingMail[],
    mailServer: { fault: undefined as Error | undefined },
    files: new Map<string, Buffer>(),
    logs: [] as TestLog[],
  }
  const context: Context = {
    municipality: db.key,
    db,
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    citizenUrl: 'https://burger.example',
    clock,
    random: { token: () => randomBytes(32).toString('base64url'), uuid: () => randomUUID() },
    jobs: {
      async enqueue(_trx, name, data, enqueueOptions) {
        const { key, startAfter } = enqueueOptions ?? {}
        outside.jobs.push({ name, data, key, ...(startAfter ? { startAfter } : {}) })
      },
      retryJob: async () => false,
      deleteFailedJob: async () => {},
    },
    mailTransport: {
      async send(mail) {
        if (outside.mailServer.fault) throw outside.mailServer.fault
        outside.outbox.push(mail)
      },
    },
    mailRenderer: createMailRenderer(),
    geocoder: SILENT_GEOCODER,
    files: createMemoryStore(outside.files),
    fileInspector: TRUSTING_INSPECTOR,
    classifier: { predict: async () => ({ main: [], sub: [] }) },
    modelTrainer: createModelTrainer(),
    cityControl: createCityControl(),
    reportPrinter: { print: async (report) => Buffer.from(JSON.stringify(report)) },
    log: {
      info: (fields, message) => outside.logs.push({ level: 'info', fields, message }),
      warn: (fields, message) => outside.logs.push({ level: 'warn', fields, message }),
      error: (fields, message) => outside.logs.push({ level: 'error', fields, message }),
    },
  }
  return { context, ...outside }
}

function createTestClock(start: Date): TestClock {
  let now = start
  return {
    now: () => now,
    set(moment) {
      now = new Date(moment)
    },
    advance({ days = 0, hours = 0, minutes = 0 }) {
      now = new Date(now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
  }
}

const SILENT_GEOCODER: Geocoder = {
  suggest: async () => [],
  reverse: async () => undefined,
  check: async () => 'unknown',
}

/** Takes what the name says for what it is; the real inspector has tests of its own. */
const TRUSTING_INSPECTOR: FileInspector = {
  async inspect({ name, bytes }, kinds) {
    const type = /\.(jpe?g|png|gif|pdf)$/i.exec(name)?.[1]?.toLowerCase().replace('jpg', 'jpeg')
    if (!type || (type === 'pdf' && kinds === 'public')) return { refused: ['File type not allowed!'] }
    const isImage = type !== 'pdf'
    return {
      mimetype: isImage ? `image/${type}` : 'application/pdf',
      isImage,
      bytes,
      ...(isImage ? { thumbnail: bytes } : {}),
    }
  },
  async turn({ mimetype, bytes }, quarters) {
    const turned = Buffer.from(`${bytes} turned ${quarters}`)
    return { mimetype, isImage: true, bytes: turned, thumbnail: turned }
  },
}

function createMemoryStore(files: Map<string, Buffer>): FileStore {
  return {
    async put(key, bytes) {
      files.set(key, bytes)
    },
    async get(key) {
      const bytes = files.get(key)
      return bytes && { bytes: Readable.from([bytes]), size: bytes.length }
    },
    async delete(key) {
      files.delete(key)
    },
  }
}
