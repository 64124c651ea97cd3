// What the use cases ask of the outside world. Each port is one interface; packages/integrations has the adapters.
import type { Readable } from 'node:stream'

export interface Clock {
  now(): Date
}

export interface Random {
  /** URL-safe, 43 characters, 256 bits: for links that stand in for a login. */
  token(): string
  uuid(): string
}

export interface OutgoingMail {
  readonly messageId: string
  /** Name and address of the municipality, as `mailFrom` in its settings. */
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface MailTransport {
  /** Resolves when the mail server accepted the mail; throws otherwise. */
  send(mail: OutgoingMail): Promise<void>
}

export interface RenderedMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface MailTemplate {
  readonly title: string
  /** Markdown, with the variables and tags of the template language. */
  readonly body: string
}

export interface MailRenderer {
  /**
   * Pure and quick, so that it may run inside a transaction. Throws on a template that cannot be read.
   * Variables named as `literal` are shown letter by letter: no Markdown is made of them.
   */
  render(
    template: MailTemplate,
    variables: Record<string, unknown>,
    literal?: readonly string[],
  ): RenderedMail
  /** Faults of a template, each in a sentence for the administrator; empty when it is good. */
  check(template: MailTemplate, variables: readonly string[]): readonly string[]
}

export interface Address {
  readonly openbare_ruimte?: string | undefined
  readonly huisnummer?: string | number | undefined
  readonly huisletter?: string | undefined
  readonly huisnummer_toevoeging?: string | undefined
  readonly postcode?: string | undefined
  readonly woonplaats?: string | undefined
}

/** WGS84, degrees. */
export interface Point {
  readonly longitude: number
  readonly latitude: number
}

export interface FoundAddress {
  readonly id: string
  readonly display: string
  readonly address: Address
  readonly point: Point
}

/** Where addresses are looked for. */
export interface SearchArea {
  /** Names of municipalities as the register of addresses has them; none: everywhere. */
  readonly municipalities: readonly string[]
  /** What is near goes first. */
  readonly near?: Point | undefined
}

export interface Geocoder {
  /** Addresses for a typed text, best first, at most 10. */
  suggest(text: string, area?: SearchArea): Promise<readonly FoundAddress[]>
  /** The address nearest to a point within 50 m. */
  reverse(point: Point): Promise<FoundAddress | undefined>
  /** The register's spelling of an address; `unknown` when it has none; throws when it cannot be asked. */
  check(address: Address, point: Point, area?: SearchArea): Promise<FoundAddress | 'unknown'>
}

export interface StoredFile {
  readonly bytes: Readable
  readonly size: number
}

export interface FileStore {
  put(key: string, bytes: Buffer, mimetype: string): Promise<void>
  get(key: string): Promise<StoredFile | undefined>
  delete(key: string): Promise<void>
}

export interface UploadedFile {
  readonly name: string
  readonly bytes: Buffer
}

export interface InspectedFile {
  readonly mimetype: string
  readonly isImage: boolean
  /** Images re-encoded upright and without metadata; other files as they came. */
  readonly bytes: Buffer
  /** A small JPEG or PNG of at most 400 pixels; absent for what is no image. */
  readonly thumbnail?: Buffer
}

export type FileRefusal = { readonly refused: readonly string[] }

export interface FileInspector {
  /** Sniffs the type, holds it against the name, decodes, strips metadata. Kinds: 'public' images only, 'staff' also PDF. */
  inspect(file: UploadedFile, kinds: 'public' | 'staff'): Promise<InspectedFile | FileRefusal>
}

export interface CategoryPrediction {
  readonly main: readonly { slug: string; probability: number }[]
  readonly sub: readonly { mainSlug: string; slug: string; probability: number }[]
}

export interface Classifier {
  predict(text: string): Promise<CategoryPrediction>
}

export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export interface Ports {
  readonly clock: Clock
  readonly random: Random
  readonly mailTransport: MailTransport
  readonly mailRenderer: MailRenderer
  readonly geocoder: Geocoder
  readonly files: FileStore
  readonly fileInspector: FileInspector
  readonly classifier: Classifier
  readonly log: Log
}
