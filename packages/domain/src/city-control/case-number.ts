/** By which CityControl knows a report that was sent to it: `SIA-123.02` is the second time that 123 was sent. */
export interface CaseNumber {
  readonly signalId: number
  /** Absent in numbers of long ago, which were given once. */
  readonly sequence: number | null
}

/** Whatever prefix a municipality gives its numbers: CityControl was taught this one. */
const PREFIX = 'SIA-'

export const HIGHEST_SEQUENCE = 99

const CASE_NUMBER = /^SIA-([1-9]\d*)(?:\.(\d{2}))?$/

export function formatCaseNumber({ signalId, sequence }: CaseNumber): string {
  const times = sequence === null ? '' : `.${String(sequence).padStart(2, '0')}`
  return `${PREFIX}${signalId}${times}`
}

/** Undefined when it is no number of a case. */
export function parseCaseNumber(text: string): CaseNumber | undefined {
  const [, id, times] = CASE_NUMBER.exec(text.trim()) ?? []
  if (id === undefined || times === '00') return undefined
  return { signalId: Number(id), sequence: times === undefined ? null : Number(times) }
}
