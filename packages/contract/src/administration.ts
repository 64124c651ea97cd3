import { z } from 'zod'
import { jsonValue } from './fields.ts'
import { halPageOf, pageQuery } from './hal.ts'
import { queryMoment, queryText } from './query.ts'
import { text } from './signal-fields.ts'

export const settingList = z.array(z.object({ name: z.string(), value: z.unknown(), standard: z.unknown() }))
export type SettingAnswer = z.infer<typeof settingList>[number]

/** New values by the name of the setting. */
export const settingChange = z.record(z.string().max(100), jsonValue)

export const retentionDue = z.object({
  at: z.string(),
  anonymised: z.object({ count: z.int(), signal_ids: z.array(z.int()) }),
  destroyed: z.object({ is_on: z.boolean(), signal_ids: z.array(z.int()), is_capped: z.boolean() }),
})
export type RetentionDueAnswer = z.infer<typeof retentionDue>

const auditFilter = {
  actor: queryText.optional(),
  action: queryText.optional(),
  object: queryText.optional(),
  from: queryMoment.optional(),
  until: queryMoment.optional(),
}
export const auditLogQuery = pageQuery.extend(auditFilter)
export const auditExportQuery = z.object(auditFilter)

export const auditLogRow = z.object({
  id: z.int(),
  occurred_at: z.string(),
  actor: z.string().nullable(),
  action: z.string(),
  object_type: z.string().nullable(),
  object_id: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type AuditLogAnswer = z.infer<typeof auditLogRow>
export const auditLogPage = halPageOf(auditLogRow)
export const SETTING_HISTORY_TYPES = [
  'department',
  'role',
  'status_message',
  'mail_template',
  'source',
  'standard_answer',
  'area',
  'area_type',
  'setting',
  'theme',
  'urgency',
  'suggestion',
] as const
export const settingHistoryParams = z.object({ type: z.enum(SETTING_HISTORY_TYPES) })
export const settingHistoryQuery = z.object({ id: queryText.max(300).optional() })

export const auditActions = z.array(z.string())

export const configurationImportRequest = z.object({
  text: z.string().max(20_000_000),
  dry_run: z.boolean(),
})

export const configurationImport = z.object({
  is_stored: z.boolean(),
  faults: z.array(z.object({ line: z.int(), column: z.int(), path: z.string(), reason: z.string() })),
  changes: z.array(z.string()),
})
export type ConfigurationImportAnswer = z.infer<typeof configurationImport>

const rowId = z.int().min(1).max(2_147_483_647).nullable()
const MOST_ROWS = 500

const sourceFlags = { is_active: z.boolean(), can_be_selected: z.boolean(), is_public: z.boolean() }

export const sourceListRequest = z.object({
  sources: z
    .array(
      z.object({
        id: rowId,
        name: text(128),
        description: text(3000, { blank: true }),
        ...sourceFlags,
      }),
    )
    .max(MOST_ROWS),
})

export const sourceList = z.object({
  sources: z.array(
    z.object({ id: z.int().nullable(), name: z.string(), description: z.string(), ...sourceFlags }),
  ),
})
export type SourceListAnswer = z.infer<typeof sourceList>

const answerFlags = {
  is_visible: z.boolean(),
  is_satisfied: z.boolean(),
  reopens_when_unhappy: z.boolean(),
  open_answer: z.boolean(),
}

export const answerSetRequest = z.object({
  topics: z
    .array(z.object({ id: rowId, name: text(255), description: text(1000, { blank: true }) }))
    .max(MOST_ROWS),
  answers: z
    .array(z.object({ id: rowId, text: text(1000), topic: z.string().nullable(), ...answerFlags }))
    .max(MOST_ROWS),
})

export const answerSet = z.object({
  topics: z.array(z.object({ id: z.int().nullable(), name: z.string(), description: z.string() })),
  answers: z.array(
    z.object({
      id: z.int().nullable(),
      text: z.string(),
      topic: z.string().nullable(),
      ...answerFlags,
    }),
  ),
})
export type AnswerSetAnswer = z.infer<typeof answerSet>
