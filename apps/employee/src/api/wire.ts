/** What the app reads of the resources that staff use, as the v1 API answers them. */

export interface Page<Row> {
  readonly count: number
  readonly results: readonly Row[]
}

export interface Permission {
  readonly _display: string
  readonly id: number
  readonly name: string
  readonly codename: string
}

export interface Role {
  readonly id: number
  readonly name: string
  readonly permissions: readonly Permission[]
}

export interface User {
  readonly id: number
  readonly username: string
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly is_active: boolean
  readonly is_superuser: boolean
  readonly roles: readonly Role[]
  readonly permissions: readonly Permission[]
  readonly profile: {
    readonly note: string | null
    readonly departments: readonly string[]
    readonly notification_on_user_assignment: boolean
    readonly notification_on_department_assignment: boolean
  }
}

export interface UserRow {
  readonly id: number
  readonly username: string
  readonly is_active: boolean
  readonly roles: readonly string[]
  readonly profile: { readonly note: string | null; readonly departments: readonly string[] }
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
}

export interface DepartmentRow {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly is_intern: boolean
  readonly can_direct: boolean
  readonly category_names: readonly string[]
}

export interface DepartmentCategory {
  readonly id: number
  readonly category: { readonly id: number; readonly _display: string }
  readonly is_responsible: boolean
  readonly can_view: boolean
}

export interface Department extends Omit<DepartmentRow, 'category_names'> {
  readonly categories: readonly DepartmentCategory[]
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

export interface HistoryLine {
  readonly identifier: string
  readonly when: string
  readonly what: string
  readonly action: string
  readonly description: string | null
  readonly who: string
}

export interface Attachment {
  readonly _links: { readonly self: { readonly href: string } }
  readonly location: string
  readonly is_image: boolean
  readonly created_at: string
  readonly created_by: string | null
  readonly public: boolean
  readonly caption: string | null
  readonly file_name: string
  readonly size: number
  readonly thumbnail: string | null
}

export interface ShortStatus {
  readonly state: string
  readonly state_display: string
}

export interface ShortCategory {
  readonly sub: string
  readonly main: string
  readonly departments: string
}

export interface ChildSignal {
  readonly id: number
  readonly status: ShortStatus
  readonly category: ShortCategory
  readonly updated_at: string
  readonly can_view_signal: boolean
}

export interface SignalContext {
  readonly near: { readonly signal_count: number }
  readonly reporter: {
    readonly signal_count: number
    readonly open_count: number
    readonly positive_count: number
    readonly negative_count: number
  } | null
}

export interface ReporterSignal {
  readonly id: number
  readonly created_at: string
  readonly category: ShortCategory
  readonly status: ShortStatus
  readonly feedback: { readonly is_satisfied: boolean | null; readonly submitted_at: string | null } | null
  readonly can_view_signal: boolean
  readonly has_children: boolean
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

export interface Reporter {
  readonly id: number
  readonly email: string | null
  readonly phone: string | null
  readonly sharing_allowed: boolean
  readonly allows_contact: boolean
  readonly state: 'new' | 'verification_email_sent' | 'cancelled' | 'approved'
  readonly email_verification_token_expires: string | null
  readonly created_at: string
}

export interface MailPreview {
  readonly subject: string
  readonly html: string
}

export interface StatusMessage {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly active: boolean
  readonly state: string
  readonly categories: readonly number[]
}

export interface Expression {
  readonly id: number
  readonly name: string
  readonly code: string
  readonly type: string
  /** What is wrong with the code, so that it never applies. */
  readonly error: string | null
  readonly routing_department: {
    readonly department: { readonly id: number; readonly code: string; readonly name: string }
    readonly order: number
    readonly user_email: string | null
    readonly is_active: boolean
  } | null
}

export interface ExpressionVariable {
  readonly identifier: string
  readonly identifier_type: string
}

export interface CategoryFigures {
  readonly total_signal_count: number
  readonly results: readonly {
    readonly category: { readonly name: string; readonly departments: readonly string[] }
    readonly signal_count: number
  }[]
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

export interface MailTemplate {
  readonly key: string
  readonly title: string | null
  readonly body: string
  readonly is_own: boolean
  readonly variables: readonly string[]
  readonly created_by: string | null
  readonly updated_at: string | null
}

export interface LoggedMail {
  readonly id: number
  readonly signal_id: number | null
  readonly template: string
  readonly recipient: string
  readonly subject: string
  readonly state: 'queued' | 'sent' | 'failed'
  readonly attempts: number
  readonly last_error: string | null
  readonly created_at: string
  readonly sent_at: string | null
}

export interface LoggedMailText extends LoggedMail {
  readonly text: string
  readonly html: string
}

/** An open report that is probably about the same, with the reason in both languages. */
export interface LikelyDuplicate {
  readonly id: number
  readonly id_display: string
  readonly text: string
  readonly created_at: string
  readonly category: ShortCategory
  readonly status: ShortStatus
  readonly distance: number
  readonly score: number
  readonly reason: { readonly nl: string; readonly en: string }
}
