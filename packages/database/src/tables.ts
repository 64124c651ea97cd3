// The tables of one municipality, as the migrations make them. Selected columns arrive as these types;
// jsonb is written as a JSON string, geometry through PostGIS functions.
import type { CategoryTranslations } from '@signalen/domain'
import type { ColumnType, Generated } from 'kysely'

/** A jsonb column: read as a value, written as its JSON text. */
export type JsonColumn<T = unknown> = ColumnType<T, string, string>
export type NullableJsonColumn<T = unknown> = ColumnType<T | null, string | null | undefined, string | null>
export type GeneratedJsonColumn<T = unknown> = ColumnType<T, string | undefined, string>
/** A PostGIS geometry: read by ST_AsGeoJSON and the like, written by an expression. */
export type GeometryColumn = ColumnType<string, string, string>
/** Computed by the database. */
export type ComputedColumn = ColumnType<string, never, never>

export interface SettingTable {
  key: string
  value: JsonColumn<unknown>
  updated_at: Generated<Date>
}

export interface DepartmentTable {
  id: Generated<number>
  code: string
  name: string
  is_intern: Generated<boolean>
  can_direct: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface PermissionTable {
  id: Generated<number>
  codename: string
  name: string
}

export interface RoleTable {
  id: Generated<number>
  name: string
}

export interface RolePermissionTable {
  role_id: number
  permission_id: number
}

export interface AppUserTable {
  id: Generated<number>
  username: string
  email: string
  first_name: Generated<string>
  last_name: Generated<string>
  is_active: Generated<boolean>
  is_staff: Generated<boolean>
  is_superuser: Generated<boolean>
  note: string | null
  notification_on_user_assignment: Generated<boolean>
  notification_on_department_assignment: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface UserPreferenceTable {
  user_id: number
  preferences: JsonColumn
  updated_at: Date
}

export interface UserRoleTable {
  user_id: number
  role_id: number
}

export interface UserPermissionTable {
  user_id: number
  permission_id: number
}

export interface UserDepartmentTable {
  user_id: number
  department_id: number
}

export interface EmployeeSessionTable {
  token_hash: Buffer
  user_id: number
  csrf_token: string
  id_token: string | null
  created_at: Date
  last_seen_at: Date
  expires_at: Date
}

export interface CategoryTable {
  id: Generated<number>
  parent_id: number | null
  slug: string
  name: string
  public_name: string | null
  is_public_accessible: Generated<boolean>
  is_active: Generated<boolean>
  handling: Generated<string>
  handling_message: string | null
  description: string | null
  note: string | null
  configuration: NullableJsonColumn<Record<string, unknown>>
  icon: string | null
  translations: NullableJsonColumn<CategoryTranslations>
  questionnaire_uuid: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface CategoryDepartmentTable {
  id: Generated<number>
  category_id: number
  department_id: number
  is_responsible: Generated<boolean>
  can_view: Generated<boolean>
}

export interface ServiceLevelObjectiveTable {
  id: Generated<number>
  category_id: number
  n_days: number
  use_calendar_days: Generated<boolean>
  created_at: Generated<Date>
  created_by: string | null
}

export interface QuestionTable {
  id: Generated<number>
  key: string
  field_type: Generated<string>
  meta: GeneratedJsonColumn<Record<string, unknown>>
  required: Generated<boolean>
}

export interface CategoryQuestionTable {
  id: Generated<number>
  category_id: number
  question_id: number
  order: number | null
}

/** Questions as a configuration file has them, in their order. */
export interface QuestionDraftTable {
  category_id: number
  questions: JsonColumn<unknown[]>
  revision: Generated<number>
  updated_at: Date
  updated_by: string | null
}

export interface QuestionVersionTable {
  category_id: number
  number: number
  questions: JsonColumn<unknown[]>
  published_at: Date
  published_by: string | null
}

export interface SourceTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  order: number | null
  is_active: Generated<boolean>
  can_be_selected: Generated<boolean>
  is_public: Generated<boolean>
}

export interface AreaTypeTable {
  id: Generated<number>
  name: string
  code: string
  description: Generated<string>
}

export interface AreaTable {
  id: Generated<number>
  area_type_id: number
  code: string
  name: string
  geometry: GeometryColumn
}

export interface ExpressionTypeTable {
  id: Generated<number>
  name: string
  description: Generated<string>
}

export interface ExpressionContextTable {
  id: Generated<number>
  expression_type_id: number
  identifier: string
  identifier_type: Generated<string>
}

export interface ExpressionTable {
  id: Generated<number>
  expression_type_id: number
  name: string
  code: string
}

export interface RoutingExpressionTable {
  id: Generated<number>
  expression_id: number
  department_id: number
  user_id: number | null
  order: Generated<number>
  is_active: Generated<boolean>
}

export interface StandardAnswerTopicTable {
  id: Generated<number>
  name: string
  description: Generated<string>
  order: Generated<number | null>
}

export interface StandardAnswerTable {
  id: Generated<number>
  topic_id: number | null
  text: string
  is_visible: Generated<boolean>
  is_satisfied: Generated<boolean>
  reopens_when_unhappy: Generated<boolean>
  open_answer: Generated<boolean>
  order: Generated<number | null>
}

export interface StatusMessageTable {
  id: Generated<number>
  title: string
  text: string
  active: Generated<boolean>
  state: string
  created_at: Generated<Date>
  updated_at: Generated<Date>
  search: ComputedColumn
}

export interface StatusMessageCategoryTable {
  id: Generated<number>
  status_message_id: number
  category_id: number
  position: Generated<number>
}

export interface StatusMessageTemplateTable {
  id: Generated<number>
  category_id: number
  state: string
  title: string | null
  text: string | null
  order: Generated<number>
  is_active: Generated<boolean>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface MailTemplateTable {
  key: string
  title: string
  body: string
  created_by: string | null
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

export interface MailTemplateTranslationTable extends MailTemplateTable {
  language: string
}

export interface SignalTable {
  id: Generated<number>
  uuid: string
  version: Generated<number>
  created_at: Date
  updated_at: Date
  source: Generated<string>
  text: string
  text_extra: Generated<string>
  incident_date_start: Date
  incident_date_end: Date | null
  operational_date: Date | null
  expire_date: Date | null
  extra_properties: NullableJsonColumn
  parent_id: number | null
  child_count: Generated<number>
  status_id: number | null
  status_state: string
  status_text: string | null
  status_user: string | null
  status_target_api: string | null
  status_extra_properties: NullableJsonColumn
  status_send_email: Generated<boolean>
  status_email_override: string | null
  status_created_at: Date
  location_id: number | null
  geometry: GeometryColumn
  stadsdeel: string | null
  buurt_code: string | null
  area_type_code: string | null
  area_code: string | null
  area_name: string | null
  address: NullableJsonColumn
  address_text: Generated<string>
  postcode: string | null
  location_extra_properties: NullableJsonColumn
  location_created_by: string | null
  bag_validated: Generated<boolean>
  category_id: number
  category_assigned_at: Date
  category_created_by: string | null
  category_text: string | null
  handling_message: string | null
  deadline: Date | null
  deadline_factor_3: Date | null
  reporter_id: number | null
  reporter_email: string | null
  reporter_phone: string | null
  reporter_sharing_allowed: Generated<boolean>
  reporter_allows_contact: Generated<boolean>
  reporter_language: string | null
  priority: Generated<string>
  priority_created_by: string | null
  type_code: Generated<string>
  type_created_at: Date
  type_created_by: string | null
  assigned_user_id: number | null
  assigned_user_email: string | null
  routing_department_ids: number[] | null
  directing_department_ids: number[] | null
  feedback_state: string | null
  cause: Generated<string | null>
  attachment_count: Generated<number>
  search: ComputedColumn
}

export interface SignalHistoryTable {
  id: Generated<number>
  signal_id: number
  kind: string
  created_at: Date
  created_by: string | null
  text: string | null
  data: GeneratedJsonColumn
}

export interface SignalRelationTable {
  signal_id: number
  other_id: number
  kind: 'duplicate' | 'linked'
  state_before: string | null
  closed_status_id: number | null
  created_at: Date
  created_by: string | null
}

export interface PreparedChangeTable {
  id: Generated<number>
  kind: string
  object_id: string | null
  title: string
  input: JsonColumn
  publish_at: Date
  state: Generated<'planned' | 'done' | 'failed' | 'cancelled'>
  fault: string | null
  prepared_by: number
  prepared_at: Date
  ended_at: Date | null
  ended_by: string | null
}

export interface BulkChangeTable {
  id: Generated<number>
  user_id: number
  changes: JsonColumn
  state: Generated<'waiting' | 'done' | 'undoing' | 'undone'>
  created_at: Date
  finished_at: Date | null
  mails_held_until: Date
}

export interface BulkChangeItemTable {
  bulk_change_id: number
  signal_id: number
  state: Generated<'waiting' | 'changed' | 'refused' | 'undone' | 'kept'>
  reason: string | null
  before: NullableJsonColumn
  version: number | null
}

export interface SignalPresenceTable {
  signal_id: number
  user_id: number
  seen_at: Date
}

/** Each time that a report was sent to CityControl. */
export interface CityControlCaseTable {
  signal_id: number
  sequence: number
  status_history_id: number | null
  created_at: Date
}

export interface ReporterTable {
  id: Generated<number>
  signal_id: number
  email: string | null
  phone: string | null
  sharing_allowed: Generated<boolean>
  state: Generated<string>
  email_anonymized: Generated<boolean>
  phone_anonymized: Generated<boolean>
  email_verified: Generated<boolean>
  email_verification_token_hash: Buffer | null
  email_verification_token_expires: Date | null
  created_at: Date
  updated_at: Date
}

export interface AttachmentTable {
  id: Generated<number>
  signal_id: number
  file_key: string
  thumbnail_key: string | null
  file_name: string
  mimetype: string
  size: number
  is_image: Generated<boolean>
  public: Generated<boolean>
  caption: string | null
  created_by: string | null
  scan_state: string | null
  created_at: Date
  updated_at: Date
}

export interface FeedbackTable {
  id: Generated<number>
  token_hash: Buffer
  signal_id: number
  created_at: Date
  submitted_at: Date | null
  is_satisfied: boolean | null
  allows_contact: Generated<boolean>
  text_list: string[] | null
  text_extra: string | null
}

export interface MailTable {
  id: Generated<number>
  uuid: string
  cause: string
  signal_id: number | null
  template_key: string
  recipient: string
  subject: string
  body_text: string
  body_html: string
  state: Generated<string>
  attempts: Generated<number>
  last_error: string | null
  unsubscribe_url: string | null
  created_at: Date
  sent_at: Date | null
}

export interface MyReportTokenTable {
  token_hash: Buffer
  reporter_email: string
  created_at: Date
  expires_at: Date
}

export interface SubscriptionTable {
  id: Generated<number>
  email: string
  signal_id: number | null
  area_id: number | null
  category_id: number | null
  pace: string
  confirm_token_hash: Buffer
  confirm_expires_at: Date
  confirmed_at: Date | null
  stop_token: string
  told_through: Generated<number>
  told_at: Date | null
  language: string | null
  created_at: Date
}

export interface StoredFilterTable {
  id: Generated<number>
  created_by: string
  name: string
  options: GeneratedJsonColumn
  refresh: Generated<boolean>
  show_on_overview: Generated<boolean>
  shared_department_id: number | null
  created_at: Date
  updated_at: Date
}

export interface ObjectHistoryTable {
  id: Generated<number>
  object_type: string
  object_id: number
  action: Generated<string>
  data: GeneratedJsonColumn
  created_at: Date
  created_by: string | null
}

export interface IdempotentAnswerTable {
  key: string
  fingerprint: string
  signal_id: number | null
  status: number
  body: JsonColumn
  created_at: Date
}

export interface DeletedSignalTable {
  id: Generated<number>
  signal_id: number
  signal_uuid: string
  parent_signal_id: number | null
  category_id: number | null
  signal_state: string
  signal_state_set_at: Date
  signal_created_at: Date
  deleted_by: string | null
  deleted_at: Date
  batch_uuid: string | null
  action: string
  note: string | null
}

export interface QaQuestionTable {
  id: Generated<number>
  uuid: string
  retrieval_key: string | null
  analysis_key: string
  label: string
  short_label: string
  field_type: string
  required: Generated<boolean>
  enforce_choices: Generated<boolean>
  multiple_answers_allowed: Generated<boolean>
  additional_validation: NullableJsonColumn
  extra_properties: NullableJsonColumn
  created_at: Date
}

export interface QaChoiceTable {
  id: Generated<number>
  question_id: number
  payload: NullableJsonColumn
  display: string | null
  selected: Generated<boolean>
  order: Generated<number>
}

export interface QaQuestionnaireTable {
  id: Generated<number>
  uuid: string
  name: string
  description: string | null
  is_active: Generated<boolean>
  flow: Generated<string>
  first_question_id: number | null
  explanation: NullableJsonColumn
  created_at: Date
}

export interface QaEdgeTable {
  id: Generated<number>
  questionnaire_id: number
  question_id: number
  next_question_id: number
  choice_id: number | null
  order: Generated<number>
}

export interface QaSessionTable {
  id: Generated<number>
  uuid: string
  questionnaire_id: number
  signal_id: number | null
  status_history_id: number | null
  location_history_id: number | null
  submit_before: Date | null
  duration_seconds: number | null
  started_at: Date | null
  frozen: Generated<boolean>
  invalidated: Generated<boolean>
  created_at: Date
}

export interface QaAnswerTable {
  id: Generated<number>
  session_id: number
  question_id: number
  payload: NullableJsonColumn
  created_at: Date
}

export interface TranslationFileTable {
  id: Generated<number>
  content: JsonColumn
  created_by: string | null
  created_at: Date
}

export interface AuditLogTable {
  id: Generated<number>
  occurred_at: Date
  actor: string | null
  action: string
  object_type: string | null
  object_id: string | null
  detail: GeneratedJsonColumn
}

export interface TaskRunTable {
  id: Generated<number>
  task: string
  started_at: Date
  finished_at: Date | null
  outcome: Generated<string>
  detail: GeneratedJsonColumn
}

export interface ReferenceVersionTable {
  name: string
  version: string
}

export interface FileToDeleteTable {
  file_key: string
  created_at: Date
}

export interface PublicMapSignalTable {
  signal_id: number
  category_id: number
  created_at: Date
  geometry: GeometryColumn
  reference: string | null
}

export interface PublicMapSolvedTable {
  signal_id: number
  category_id: number
  created_at: Date
  solved_at: Date
  geometry: GeometryColumn
}

export interface PublicFiguresTable {
  only_one: Generated<boolean>
  made_at: Date
  figures: JsonColumn
}

export interface SearchWordTable {
  word: string
}

export interface ClassificationModelTable {
  id: Generated<number>
  uuid: string
  bytes: Buffer
  format: number
  figures: JsonColumn
  learnt_until: Date | null
  trained_at: Date
  trained_by: string | null
  is_active: Generated<boolean>
  activated_at: Date | null
  activated_by: string | null
}

export interface SuggestionReportTable {
  id: Generated<number>
  made_at: Date
  model_version: number | null
  model_kind: string
  report: JsonColumn
}

/** How reports were before a change, for as long as counts may not have seen it; written by triggers. */
export interface SignalBeforeTable {
  seq: ComputedColumn
  era: ComputedColumn
  xid: ComputedColumn
  noted_at: ComputedColumn
  id: ComputedColumn
  existed: ComputedColumn
}

export interface SignalBeforeHorizonTable {
  only_one: Generated<boolean>
  era: Date
  xid: string
}

/** Every table of a municipality's schema. */
export interface Tables {
  setting: SettingTable
  department: DepartmentTable
  permission: PermissionTable
  role: RoleTable
  role_permission: RolePermissionTable
  app_user: AppUserTable
  user_preference: UserPreferenceTable
  user_role: UserRoleTable
  user_permission: UserPermissionTable
  user_department: UserDepartmentTable
  employee_session: EmployeeSessionTable
  category: CategoryTable
  category_department: CategoryDepartmentTable
  service_level_objective: ServiceLevelObjectiveTable
  question: QuestionTable
  category_question: CategoryQuestionTable
  question_draft: QuestionDraftTable
  question_version: QuestionVersionTable
  source: SourceTable
  area_type: AreaTypeTable
  area: AreaTable
  expression_type: ExpressionTypeTable
  expression_context: ExpressionContextTable
  expression: ExpressionTable
  routing_expression: RoutingExpressionTable
  standard_answer_topic: StandardAnswerTopicTable
  standard_answer: StandardAnswerTable
  status_message: StatusMessageTable
  status_message_category: StatusMessageCategoryTable
  status_message_template: StatusMessageTemplateTable
  mail_template: MailTemplateTable
  mail_template_translation: MailTemplateTranslationTable
  signal: SignalTable
  signal_history: SignalHistoryTable
  signal_relation: SignalRelationTable
  prepared_change: PreparedChangeTable
  bulk_change: BulkChangeTable
  bulk_change_item: BulkChangeItemTable
  signal_presence: SignalPresenceTable
  city_control_case: CityControlCaseTable
  reporter: ReporterTable
  attachment: AttachmentTable
  feedback: FeedbackTable
  mail: MailTable
  my_report_token: MyReportTokenTable
  subscription: SubscriptionTable
  stored_filter: StoredFilterTable
  object_history: ObjectHistoryTable
  idempotent_answer: IdempotentAnswerTable
  deleted_signal: DeletedSignalTable
  qa_question: QaQuestionTable
  qa_choice: QaChoiceTable
  qa_questionnaire: QaQuestionnaireTable
  qa_edge: QaEdgeTable
  qa_session: QaSessionTable
  qa_answer: QaAnswerTable
  translation_file: TranslationFileTable
  audit_log: AuditLogTable
  task_run: TaskRunTable
  file_to_delete: FileToDeleteTable
  public_map_signal: PublicMapSignalTable
  public_map_solved: PublicMapSolvedTable
  public_figures: PublicFiguresTable
  search_word: SearchWordTable
  classification_model: ClassificationModelTable
  suggestion_report: SuggestionReportTable
  reference_version: ReferenceVersionTable
  signal_before: SignalBeforeTable
  signal_before_horizon: SignalBeforeHorizonTable
}
