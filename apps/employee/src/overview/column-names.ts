/** Everything that a list can show beside the number, as it is offered. */
export const COLUMN_NAMES = [
  'priority',
  'status',
  'deadline',
  'sub_category',
  'text',
  'address',
  'created_at',
  'assigned_user_email',
  'departments',
  'area_name',
  'postcode',
  'main_category',
  'updated_at',
  'type',
  'source',
] as const

export type ColumnName = (typeof COLUMN_NAMES)[number]
