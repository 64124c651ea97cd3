import type { MunicipalityHandle } from '@signalen/database'
import { sql } from 'kysely'

const COLUMNS = [
  's.id',
  's.uuid',
  's.version',
  's.created_at',
  's.updated_at',
  's.source',
  's.text',
  's.text_extra',
  's.incident_date_start',
  's.incident_date_end',
  's.operational_date',
  's.extra_properties',
  's.parent_id',
  's.child_count',
  's.status_id',
  's.status_state',
  's.status_text',
  's.status_user',
  's.status_target_api',
  's.status_extra_properties',
  's.status_send_email',
  's.status_email_override',
  's.status_created_at',
  's.location_id',
  's.stadsdeel',
  's.buurt_code',
  's.area_type_code',
  's.area_code',
  's.area_name',
  's.address',
  's.address_text',
  's.postcode',
  's.location_extra_properties',
  's.location_created_by',
  's.bag_validated',
  's.category_id',
  's.category_assigned_at',
  's.category_created_by',
  's.category_text',
  's.handling_message',
  's.deadline',
  's.deadline_factor_3',
  's.reporter_id',
  's.reporter_email',
  's.reporter_phone',
  's.reporter_sharing_allowed',
  's.reporter_allows_contact',
  's.reporter_language',
  's.priority',
  's.priority_created_by',
  's.type_code',
  's.type_created_at',
  's.type_created_by',
  's.assigned_user_id',
  's.assigned_user_email',
  's.routing_department_ids',
  's.directing_department_ids',
  's.feedback_state',
  's.cause',
  's.attachment_count',
] as const

/** A report as it stands: all that lists and details need of one table. */
export function selectSignals(db: MunicipalityHandle) {
  return db.kysely
    .selectFrom('signal as s')
    .select(COLUMNS)
    .select([
      sql<number>`public.ST_X(s.geometry)`.as('longitude'),
      sql<number>`public.ST_Y(s.geometry)`.as('latitude'),
    ])
}

export type SignalRow = Awaited<ReturnType<ReturnType<typeof selectSignals>['executeTakeFirstOrThrow']>>
