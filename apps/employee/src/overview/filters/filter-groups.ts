import type { SignalFilterName } from '@signalen/domain'
import type { Messages } from '../../messages/nl.ts'

type GroupName = keyof Messages['filters']['groups']

/** Every filter of the API, in the order in which one finds it. */
export const FILTER_GROUPS = {
  work: [
    'status',
    'assigned_user_email',
    'routing_department_code',
    'directing_department',
    'punctuality',
    'priority',
  ],
  what: ['category_slug', 'maincategory_slug', 'category_id', 'type', 'source'],
  where: ['address_text', 'area_code', 'area_type_code', 'buurt_code', 'stadsdeel', 'within'],
  when: [
    'created_after',
    'created_before',
    'updated_after',
    'updated_before',
    'incident_date',
    'incident_date_before',
    'incident_date_after',
  ],
  who: ['contact_details', 'reporter_email', 'feedback'],
  more: ['id', 'cause', 'kind', 'has_changed_children', 'note_keyword'],
} as const satisfies Readonly<Record<GroupName, readonly SignalFilterName[]>>

export const FILTER_GROUP_NAMES = Object.keys(FILTER_GROUPS) as readonly GroupName[]
