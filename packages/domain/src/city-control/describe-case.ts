import { type Address, formatStreet } from '../signals/address.ts'
import type { Priority } from '../signals/labels.ts'
import { type DistrictCode, isDistrictCode } from '../signals/place.ts'
import { MILLISECONDS_PER_DAY } from '../time/local-time.ts'

export interface CaseFacts {
  /** `SIA-123.01` */
  readonly caseNumber: string
  readonly categoryName: string
  readonly priority: Priority
  readonly source: string
  readonly address: Address | null
  readonly district: string | null
  readonly areaName: string | null
}

/** The codes that CityControl has for districts are not those of the municipality. */
const DISTRICTS_THERE: Readonly<Record<DistrictCode, string>> = {
  A: 'SDC',
  B: 'SDWP',
  E: 'SDW',
  F: 'SDNW',
  H: 'ABOS',
  K: 'SDZ',
  M: 'SDO',
  N: 'SDN',
  T: 'SDZO',
  W: 'WSP',
}

/** One line, as the list of cases shows it. Reports of one source, if any is named, are marked in it. */
export function describeCase(facts: CaseFacts, markedSource: string | null): string {
  const { caseNumber, categoryName, priority, source, address } = facts
  return [
    markedSource !== null && source === markedSource ? 'Signalering' : '',
    categoryName,
    caseNumber,
    priority === 'high' ? 'URGENT' : '',
    address === null ? '' : formatStreet(address),
    describeArea(facts),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function describeArea({ district, areaName }: CaseFacts): string {
  return isDistrictCode(district) ? DISTRICTS_THERE[district] : (areaName ?? '')
}

const LONGEST_TEXT = 1000

/** As much of the report as the case has room for. */
export function shortenCaseText(text: string): string {
  const letters = [...text]
  return letters.length <= LONGEST_TEXT ? text : `${letters.slice(0, LONGEST_TEXT - 1).join('')}…`
}

const DAYS_TO_HANDLE: Readonly<Record<Priority, number>> = { high: 1, normal: 3, low: 3 }

export function findCaseDue(report: {
  readonly createdAt: Date
  readonly endedAt: Date | null
  readonly priority: Priority
}): Date {
  const days = DAYS_TO_HANDLE[report.priority]
  return report.endedAt ?? new Date(report.createdAt.getTime() + days * MILLISECONDS_PER_DAY)
}

export interface CaseAddress {
  readonly town: string
  readonly street: string
  readonly houseNumber: number
  readonly postcode: string
}

/** CityControl takes an address whole or not at all; the point on the map it gets in any case. */
export function findCaseAddress(address: Address | null): CaseAddress | null {
  const [town, street] = [address?.woonplaats, address?.openbare_ruimte].map(wordsOf)
  const houseNumber = String(address?.huisnummer ?? '').trim()
  if (!town || !street || !/^\d{1,9}$/.test(houseNumber)) return null
  return { town, street, houseNumber: Number(houseNumber), postcode: wordsOf(address?.postcode) }
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
