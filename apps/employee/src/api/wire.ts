import type * as contract from '@signalen/contract'
import type { AnswerOf, RowOf } from '@signalen/contract'

/** What the app reads of the resources that staff use: inferred from the schemas of the API where they say it. */

export type Permission = AnswerOf<typeof contract.permission>
export type Role = AnswerOf<typeof contract.role>
export type HistoryLine = AnswerOf<typeof contract.signalHistory>[number]
export type Attachment = AnswerOf<typeof contract.attachment>
export type ShortStatus = AnswerOf<typeof contract.shortStatus>
export type ShortCategory = AnswerOf<typeof contract.shortCategory>
export type ChildSignal = RowOf<typeof contract.childPage>
export type SignalContext = AnswerOf<typeof contract.signalContext>
export type ReporterSignal = RowOf<typeof contract.reporterSignalPage>
export type Reporter = AnswerOf<typeof contract.reporter>
export type MailPreview = AnswerOf<typeof contract.mailPreview>
export type StatusMessage = AnswerOf<typeof contract.statusMessage>
export type Expression = AnswerOf<typeof contract.expression>
export type ExpressionVariable = AnswerOf<typeof contract.expressionContext>[number]
export type CategoryFigures = AnswerOf<typeof contract.signalReport>
export type MailTemplate = AnswerOf<typeof contract.mailTemplate>
export type LoggedMail = AnswerOf<typeof contract.loggedMail>
export type LoggedMailText = AnswerOf<typeof contract.loggedMailText>
export type LikelyDuplicate = RowOf<typeof contract.duplicatePage>
export type UserRow = AnswerOf<typeof contract.userListItem>
export type User = AnswerOf<typeof contract.userDetail>
export type DepartmentRow = AnswerOf<typeof contract.departmentListItem>
export type Department = AnswerOf<typeof contract.departmentDetail>

export interface Page<Row> {
  readonly count: number
  readonly results: readonly Row[]
}

export interface CategoryDepartment {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly is_responsible: boolean
  readonly can_view: boolean
}

interface CategoryLink {
  readonly href: string
  readonly public?: string
}

export interface Category {
  readonly _links: {
    readonly self: CategoryLink
    readonly 'sia:parent'?: CategoryLink
    readonly 'sia:icon'?: CategoryLink
  }
  readonly id: number
  readonly name: string
  readonly slug: string
  readonly is_active: boolean
  readonly description: string | null
  readonly handling_message: string | null
  readonly sla: { readonly n_days: number | null; readonly use_calendar_days: boolean | null }
  readonly departments: readonly CategoryDepartment[]
  readonly note: string | null
  readonly public_name: string | null
  readonly is_public_accessible: boolean
  readonly configuration: Readonly<Record<string, unknown>> | null
  readonly icon: string | null
  /** Absent where nothing was translated. */
  readonly translations?: AnswerOf<typeof contract.category>['translations']
}

export interface DepartmentCategory {
  readonly id: number
  readonly category: { readonly id: number; readonly _display: string }
  readonly is_responsible: boolean
  readonly can_view: boolean
}

export interface Area {
  readonly name: string
  readonly code: string
  readonly type: { readonly name: string; readonly code: string }
  /** West, south, east, north. */
  readonly bbox: readonly [number, number, number, number] | null
}

export type FilterOptions = Readonly<Record<string, string | readonly string[]>>

export interface SavedFilter {
  readonly id: number
  readonly name: string
  readonly options: FilterOptions
  readonly refresh: boolean
  readonly show_on_overview: boolean
}

export interface PointFeature<Properties> {
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  readonly properties: Properties
}

export interface PointCollection<Properties> {
  readonly features: readonly PointFeature<Properties>[] | null
}

export interface NearSignal {
  readonly id: number
  readonly created_at: string
  readonly status: ShortStatus
}

export interface FoundAddress {
  readonly id: string
  readonly display: string
  readonly address: Readonly<Record<string, string>>
  readonly geometrie: { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
}

export interface StatusMessageRow {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly active: boolean
  readonly state: string
}
