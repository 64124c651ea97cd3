import { type Actor, describeSaved, judgePermissions, type Operation } from '@signalen/domain'
import type { Context } from '../context.ts'
import { forbidden } from '../problem.ts'

/** What has a history in the audit log, and the right that it takes to read it. */
const READ_WITH = {
  department: 'department.update',
  role: 'role.update',
  status_message: 'statusMessage.update',
  mail_template: 'mailTemplate.read',
  source: 'source.update',
  standard_answer: 'standardAnswer.read',
  area: 'area.update',
  area_type: 'area.import',
  setting: 'setting.read',
  theme: 'theme.read',
  urgency: 'urgency.read',
  suggestion: 'suggestion.read',
} as const satisfies Record<string, Operation>

export type HistoryType = keyof typeof READ_WITH
export const HISTORY_TYPES = Object.keys(READ_WITH) as readonly HistoryType[]

/** Settings that have a screen of their own stand there. */
const SETTINGS_OF: Readonly<Partial<Record<HistoryType, readonly string[]>>> = {
  theme: ['theme', 'themeDraft', 'logo', 'logoDraft'],
  urgency: ['urgency', 'urgencyRules'],
  suggestion: ['predictionThreshold', 'predictionFallback', 'predictionLearning'],
}

export interface SettingHistoryQuery {
  readonly type: HistoryType
  /** Of one; absent for all of a type. */
  readonly id?: string | undefined
}

export interface SettingHistoryLine {
  readonly id: number
  readonly at: Date
  readonly by: string | null
  readonly words: string
}

const MOST_LINES = 100

/** Who changed what, newest first. */
export async function listSettingHistory(
  { db }: Context,
  actor: Actor,
  { type, id }: SettingHistoryQuery,
): Promise<SettingHistoryLine[]> {
  if (!judgePermissions(actor, READ_WITH[type]).allowed) throw forbidden()
  const settings = SETTINGS_OF[type]
  let query = db.kysely
    .selectFrom('audit_log')
    .select(['id', 'occurred_at', 'actor', 'action', 'object_id', 'detail'])
    .where('object_type', '=', settings ? 'setting' : type)
  if (settings) query = query.where('object_id', 'in', settings)
  else if (id !== undefined) query = query.where('object_id', '=', id)
  const rows = await query.orderBy('id', 'desc').limit(MOST_LINES).execute()
  return rows.map((row) => ({
    id: row.id,
    at: row.occurred_at,
    by: row.actor,
    words: describeSaved({ action: row.action, objectId: row.object_id, detail: row.detail }),
  }))
}
