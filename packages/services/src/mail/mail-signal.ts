import type { Address, ExtraProperty, StatusCode } from '@signalen/domain'
import type { Context } from '../context.ts'

/** What mails say of a report, and what decides whether one goes out. */
export interface MailSignal {
  readonly id: number
  readonly uuid: string
  readonly createdAt: Date
  readonly incidentDateStart: Date
  readonly text: string
  readonly textExtra: string
  readonly source: string
  readonly address: Address | null
  readonly locationId: number | null
  readonly extraProperties: readonly ExtraProperty[]
  readonly status: {
    readonly id: number | null
    readonly state: StatusCode
    readonly text: string | null
    readonly sendEmail: boolean
    readonly emailOverride: string | null
  }
  readonly parentState: StatusCode | null
  readonly handlingMessage: string | null
  readonly categoryId: number
  readonly mainCategory: string
  readonly subCategory: string
  readonly reporter: {
    readonly email: string | null
    readonly phone: string | null
    readonly sharingAllowed: boolean
    readonly allowsContact: boolean
    /** In which they reported; null for Dutch. */
    readonly language: string | null
  }
  /** What the reporter answered last about their satisfaction. */
  readonly feedback: MailFeedback | null
}

export interface MailFeedback {
  readonly isSatisfied: boolean
  readonly allowsContact: boolean
  readonly textList: readonly string[]
  readonly textExtra: string | null
}

export async function getMailSignal(context: Context, signalId: number): Promise<MailSignal> {
  const row = await findSignalRow(context, signalId)
  return {
    id: row.id,
    uuid: row.uuid,
    createdAt: row.created_at,
    incidentDateStart: row.incident_date_start,
    text: row.text,
    textExtra: row.text_extra,
    source: row.source,
    address: row.address as Address | null,
    locationId: row.location_id,
    extraProperties: Array.isArray(row.extra_properties) ? (row.extra_properties as ExtraProperty[]) : [],
    status: {
      id: row.status_id,
      state: row.status_state as StatusCode,
      text: row.status_text,
      sendEmail: row.status_send_email,
      emailOverride: row.status_email_override,
    },
    parentState: row.parent_state as StatusCode | null,
    handlingMessage: row.handling_message,
    categoryId: row.category_id,
    mainCategory: row.main_public_name || row.main_name || '',
    subCategory: row.sub_public_name || row.sub_name,
    reporter: {
      email: row.reporter_email,
      phone: row.reporter_phone,
      sharingAllowed: row.reporter_sharing_allowed,
      allowsContact: row.reporter_allows_contact,
      language: row.reporter_language,
    },
    feedback: await findLatestFeedback(context, signalId),
  }
}

function findSignalRow(context: Context, signalId: number) {
  return context.db.kysely
    .selectFrom('signal as s')
    .innerJoin('category as sub', 'sub.id', 's.category_id')
    .leftJoin('category as main', 'main.id', 'sub.parent_id')
    .leftJoin('signal as parent', 'parent.id', 's.parent_id')
    .select([
      's.id',
      's.uuid',
      's.created_at',
      's.incident_date_start',
      's.text',
      's.text_extra',
      's.source',
      's.address',
      's.location_id',
      's.extra_properties',
      's.status_id',
      's.status_state',
      's.status_text',
      's.status_send_email',
      's.status_email_override',
      's.handling_message',
      's.reporter_email',
      's.reporter_phone',
      's.reporter_sharing_allowed',
      's.reporter_allows_contact',
      's.reporter_language',
      's.category_id',
      'parent.status_state as parent_state',
      'sub.name as sub_name',
      'sub.public_name as sub_public_name',
      'main.name as main_name',
      'main.public_name as main_public_name',
    ])
    .where('s.id', '=', signalId)
    .executeTakeFirstOrThrow()
}

async function findLatestFeedback(context: Context, signalId: number): Promise<MailFeedback | null> {
  const row = await context.db.kysely
    .selectFrom('feedback')
    .select(['is_satisfied', 'allows_contact', 'text_list', 'text_extra'])
    .where('signal_id', '=', signalId)
    .where('submitted_at', 'is not', null)
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    isSatisfied: row.is_satisfied ?? false,
    allowsContact: row.allows_contact,
    textList: row.text_list ?? [],
    textExtra: row.text_extra,
  }
}
