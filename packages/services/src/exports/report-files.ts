import { sql } from 'kysely'
import { json, moment, nothing, plain } from './column-text.ts'
import { type ExportFile, view } from './export-file.ts'

const IN_ORDER_OF_TIME = { madeAt: sql`s.created_at`, order: [sql`s.created_at`, sql`s.id`] }

export const SIGNALS: ExportFile = {
  name: 'signals.csv',
  columns: {
    id: plain('s.id'),
    signal_uuid: plain('s.uuid'),
    source: plain('s.source'),
    text: plain('s.text'),
    text_extra: plain('s.text_extra'),
    incident_date_start: moment('s.incident_date_start'),
    incident_date_end: moment('s.incident_date_end'),
    created_at: moment('s.created_at'),
    updated_at: moment('s.updated_at'),
    operational_date: moment('s.operational_date'),
    expire_date: moment('s.expire_date'),
    image: nothing(),
    upload: nothing(),
    extra_properties: json('s.extra_properties'),
    category_assignment_id: plain('s.category_assignment_id'),
    location_id: plain('s.location_id'),
    reporter_id: plain('s.reporter_id'),
    status_id: plain('s.status_id'),
    priority: plain('now.priority'),
    priority_created_at: moment('p.created_at'),
    parent: plain('s.parent_id'),
    type: plain('now.type_code'),
    type_created_at: moment('now.type_created_at'),
    directing_departments_assignment_id: plain('s.directing_departments_assignment_id'),
  },
  from: (db) => sql`${view(db, 'signals_signal')} s
    join ${db.table('signal')} now on now.id = s.id
    left join ${view(db, 'signals_priority')} p on p.id = s.priority_id`,
  ...IN_ORDER_OF_TIME,
}

/** What a classifier learns from: reports of which the category is no longer in doubt. */
export const LEARNING: ExportFile = {
  name: 'ml.csv',
  columns: { Text: plain('s.text'), Main: plain('main.name'), Sub: plain('sub.name') },
  from: (db) => sql`${db.table('signal')} s
    join ${db.table('category')} sub on sub.id = s.category_id
    join ${db.table('category')} main on main.id = sub.parent_id`,
  where: sql`s.status_state in ('o', 'a') and sub.name not like '%Overig%' and main.name not like '%Overig%'`,
  ...IN_ORDER_OF_TIME,
}

export const ASSIGNED_USERS: ExportFile = {
  name: 'signals_assigned_user.csv',
  columns: {
    id: plain('s.id'),
    assigned_to: plain('now.assigned_user_email'),
    assigned_at: moment('u.created_at'),
  },
  from: (db) => sql`${view(db, 'signals_signal')} s
    join ${db.table('signal')} now on now.id = s.id
    left join ${view(db, 'signals_signaluser')} u on u.id = s.user_assignment_id`,
  where: sql`now.assigned_user_email is not null`,
  ...IN_ORDER_OF_TIME,
}
