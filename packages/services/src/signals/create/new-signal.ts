import type {
  Address,
  DistrictCode,
  Position,
  Priority,
  TranslationLanguage,
  TypeCode,
} from '@signalen/domain'

export interface CategoryChoice {
  /** The address of a subcategory, on whatever host. */
  readonly address: string
  /** The field that it came in, where a fault is told. */
  readonly field: 'sub_category' | 'category_url'
  readonly text: string | null
}

export interface NewLocation {
  readonly position: Position
  readonly district: DistrictCode | null
  readonly neighbourhoodCode: string | null
  readonly areaTypeCode: string | null
  readonly areaCode: string | null
  readonly areaName: string | null
  readonly address: Address | null
  readonly extraProperties: unknown
}

export interface NewReporter {
  readonly email: string | null
  readonly phone: string | null
  readonly sharingAllowed: boolean
  /** In which they report and want to hear back; null for Dutch. */
  readonly language?: TranslationLanguage | null | undefined
}

export interface NewSignal {
  readonly text: string
  readonly textExtra: string
  /** As it was sent; undefined when nothing was. */
  readonly source: string | undefined
  readonly incidentDateStart: Date
  readonly incidentDateEnd: Date | null
  readonly operationalDate: Date | null
  readonly category: CategoryChoice
  readonly location: NewLocation
  readonly reporter: NewReporter
  readonly priority: Priority
  readonly typeCode: TypeCode
  readonly extraProperties: unknown
  readonly parentId: number | null
  /** Addresses of attachments of the parent that the child takes along. */
  readonly attachments: readonly string[]
  /** A questionnaire that was filled in beforehand. */
  readonly session: string | null
}
