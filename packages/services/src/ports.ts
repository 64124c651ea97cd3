// What the use cases ask of the outside world. Each port is one interface; packages/integrations has the adapters.
import type { Readable } from 'node:stream'
import type {
  CategoryAccuracy,
  CategoryKnowledge,
  Comparison,
  Confusion,
  DecidingWord,
  Evaluation,
  Example,
  HandledReport,
  ThresholdEffect,
} from '@signalen/classification'
import type { ServiceNotice } from '@signalen/domain'
import type { CityControl } from './city-control/ports.ts'

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
  /** Where one press in a mail program ends the subscription that this belongs to. */
  readonly unsubscribeUrl?: string | undefined
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

export interface PhotoToTurn {
  readonly mimetype: string
  readonly bytes: Buffer
}

export type FileRefusal = { readonly refused: readonly string[] }

export interface FileInspector {
  /** Sniffs the type, holds it against the name, decodes, strips metadata. Kinds: 'public' images only, 'staff' also PDF. */
  inspect(file: UploadedFile, kinds: 'public' | 'staff'): Promise<InspectedFile | FileRefusal>
  /** A photo that was looked through before, turned by so many quarters clockwise. */
  turn(photo: PhotoToTurn, quarters: 1 | 2 | 3): Promise<InspectedFile | FileRefusal>
}

export interface RankedCategory {
  /** `main` or `main/sub`, in slugs. */
  readonly category: string
  /** Between 0 and 1. */
  readonly probability: number
}

export interface CategoryPrediction {
  /** Likeliest first; empty when nothing can be said. */
  readonly main: readonly RankedCategory[]
  readonly sub: readonly RankedCategory[]
}

/** A model that a municipality learnt. It never changes, so that one that was read is not read again. */
export interface OwnModel {
  /** Never the same for two models. */
  readonly key: string
  readBytes(): Promise<Uint8Array>
}

export interface ClassifierQuestion {
  readonly text: string
  /** Only these subcategories (`main/sub`) may be answered. */
  readonly categories: readonly string[]
  /** 1 for January up to 12. */
  readonly month: number
  /** Undefined while the model that comes with the product is in use. */
  readonly ownModel: OwnModel | undefined
}

export interface Classifier {
  /** What a text is about. Throws when it cannot be asked. */
  predict(question: ClassifierQuestion): Promise<CategoryPrediction>
  /** The words that decided, strongest first. Absent where a service outside is asked, which does not tell. */
  explain?(question: ClassifierQuestion): Promise<readonly DecidingWord[]>
}

export interface ModelTraining {
  readonly reports: readonly HandledReport[]
  readonly categories: readonly CategoryKnowledge[]
  /** The model that is in use; undefined for the one that comes with the product. */
  readonly current: Uint8Array | undefined
  readonly at: Date
}

export interface TrainedModel {
  readonly bytes: Uint8Array
  /** Held against the model in use, on the newest reports, which it has not learnt from. */
  readonly comparison: Comparison
  readonly learnt: number
  readonly heldBack: number
  /** When the newest report was made that it learnt from; null when there were none. */
  readonly learntUntil: Date | null
}

export interface ModelJudging {
  /** Undefined for the model that comes with the product. */
  readonly model: Uint8Array | undefined
  /** Only these subcategories (`main/sub`) may be answered. */
  readonly categories: readonly string[]
  readonly examples: readonly Example[]
  readonly thresholds: readonly number[]
}

export interface ModelJudgement {
  readonly evaluation: Evaluation
  readonly categories: readonly CategoryAccuracy[]
  readonly confusions: readonly Confusion[]
  readonly thresholds: readonly ThresholdEffect[]
}

/** Work on models that takes seconds: it must not keep the thread that answers requests. */
export interface ModelTrainer {
  train(training: ModelTraining): Promise<TrainedModel>
  judge(judging: ModelJudging): Promise<ModelJudgement>
}

export interface ExportedFile {
  readonly name: string
  readonly size: number
}

/** Where files for the data warehouse are kept: names with folders in them, as `2026/11/24/020000UTC_signals.csv`. */
export interface ExportStore {
  /** Names this installation in the file of the feedback: `kto-feedback-<environment>.csv`. */
  readonly environment: string
  /** Kept whole or not at all. */
  write(name: string, bytes: Readable): Promise<void>
  /** Puts files that are kept already together in one zip, under other names. */
  pack(name: string, files: readonly { readonly name: string; readonly as: string }[]): Promise<void>
  /** Files in a folder and below it, in the order of their names; undefined when there is no such folder. */
  list(folder: string): Promise<readonly ExportedFile[] | undefined>
  read(name: string): Promise<StoredFile | undefined>
  delete(name: string): Promise<void>
}

/** Open data of others: GeoJSON or GML at an address that was found to be allowed. */
export interface ObjectSource {
  /** Throws when it cannot be had in a reasonable time and size. */
  find(url: string): Promise<unknown>
  /** The bytes of a small picture. Absent where only objects are fetched. */
  readPicture?(url: string): Promise<Buffer>
  /** What is larger and asked for once, as text. Absent where only objects are fetched. */
  readText?(url: string): Promise<string>
}

export interface VirusScanner {
  /** Throws when it cannot be asked. */
  scan(bytes: Readable): Promise<'clean' | 'infected'>
}

export interface PrintedFact {
  readonly label: string
  readonly value: string
}

export interface PrintedEvent {
  readonly when: string
  readonly who: string
  readonly action: string
  readonly description: string | null
}

/** One report as it goes on paper: all in words, and only what the reader may know. */
export interface PrintableReport {
  readonly title: string
  readonly municipality: string
  /** SVG or PNG. */
  readonly logo: { readonly bytes: Buffer; readonly alt: string } | null
  /** At the foot of every page. */
  readonly footer: string
  readonly madeAt: Date
  readonly facts: readonly PrintedFact[]
  readonly text: string
  readonly answers: readonly PrintedFact[]
  readonly place: readonly PrintedFact[]
  readonly placeInWords: string
  readonly position: Point
  readonly reporter: readonly PrintedFact[]
  readonly photos: readonly {
    readonly name: string
    readonly caption: string | null
    /** Which file it is, since when it is there, and who added it. */
    readonly origin: string
    readonly bytes: Buffer
  }[]
  /** Names of attachments that are no photos, or one photo too many. */
  readonly files: readonly string[]
  readonly history: readonly PrintedEvent[]
}

export interface ReportPrinter {
  /** A PDF that screen readers can read. */
  print(report: PrintableReport): Promise<Buffer>
}

/** What the processes of this installation noticed of the services that they ask. */
export interface OutsideServices {
  list(): Promise<readonly ServiceNotice[]>
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
  readonly modelTrainer: ModelTrainer
  readonly reportPrinter: ReportPrinter
  readonly cityControl: CityControl
  readonly log: Log
  /** Absent where no data warehouse is fed. */
  readonly exportStore?: ExportStore | undefined
  /** Absent where no open data is fetched. */
  readonly objectSource?: ObjectSource | undefined
  /** Absent where uploads are not scanned. */
  readonly virusScanner?: VirusScanner | undefined
  /** Absent where nothing is watched, as in tests. */
  readonly outsideServices?: OutsideServices | undefined
}
