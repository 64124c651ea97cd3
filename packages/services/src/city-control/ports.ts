import type { CaseAddress, CaseResult } from '@signalen/domain'

/** A report as CityControl takes it. */
export interface NewCase {
  /** `SIA-123.01` */
  readonly caseNumber: string
  readonly description: string
  readonly text: string
  readonly startedAt: Date
  readonly createdAt: Date
  readonly dueAt: Date
  /** WGS84, degrees. */
  readonly position: { readonly longitude: number; readonly latitude: number }
  readonly address: CaseAddress | null
  /** Of the days and times in the message. */
  readonly timeZone: string
}

export interface CaseDocument {
  readonly caseNumber: string
  readonly uuid: string
  readonly fileName: string
  readonly pdf: Buffer
}

export interface CaseUpdate extends CaseResult {
  /** As it was written: it need not be the number of a case. */
  readonly caseNumber: string
}

export interface CaseAnswer {
  /** Of the case that it is about; null when that is not known. */
  readonly caseNumber: string | null
  /** Why the update was not taken in; null when it was. */
  readonly refusal: string | null
  readonly at: Date
  readonly timeZone: string
}

/** CityControl, the field-service software: cases go there, and what came of them comes back. */
export interface CityControl {
  /** Resolves when CityControl said that it has the case; throws otherwise. */
  createCase(made: NewCase): Promise<void>
  /** Resolves when CityControl said that it has the document; throws otherwise. */
  addDocument(document: CaseDocument): Promise<void>
  /** Undefined for what is no message: no whole XML, or XML that tries more than saying something. */
  readUpdate(message: Uint8Array): CaseUpdate | undefined
  writeAnswer(answer: CaseAnswer): string
}
