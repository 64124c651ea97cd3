import type { Category } from '../../api/wire.ts'
import type { CategoryRight } from '../departments/department-input.ts'
import { findNewTranslations, type TranslationsInput, toTranslationsInput } from './translation-input.ts'

export interface CategoryInput {
  readonly name: string
  readonly description: string
  readonly handlingMessage: string
  readonly days: string
  readonly usesCalendarDays: boolean
  readonly isActive: boolean
  readonly isPublic: boolean
  readonly publicName: string
  readonly note: string
  readonly showsChildren: boolean
  readonly translations: TranslationsInput
  /** By id of the department. */
  readonly rights: Readonly<Record<string, CategoryRight>>
}

export function toCategoryInput(category: Category): CategoryInput {
  return {
    name: category.name,
    description: category.description ?? '',
    handlingMessage: category.handling_message ?? '',
    days: category.sla.n_days === null ? '' : String(category.sla.n_days),
    usesCalendarDays: category.sla.use_calendar_days ?? false,
    isActive: category.is_active,
    isPublic: category.is_public_accessible,
    publicName: category.public_name ?? '',
    note: category.note ?? '',
    showsChildren: category.configuration?.show_children_in_filter === true,
    translations: toTranslationsInput(category),
    rights: toRights(category),
  }
}

function toRights({ departments }: Category): Record<string, CategoryRight> {
  const rightOf = (department: Category['departments'][number]): CategoryRight => {
    if (department.is_responsible) return 'responsible'
    return department.can_view ? 'view' : 'none'
  }
  return Object.fromEntries(departments.map((department) => [String(department.id), rightOf(department)]))
}

/** Undefined while nothing of it was changed. */
function findNewDepartments(category: Category, rights: CategoryInput['rights']) {
  const before = toRights(category)
  const ids = [...new Set([...Object.keys(before), ...Object.keys(rights)])]
  const isSame = ids.every((id) => (before[id] ?? 'none') === (rights[id] ?? 'none'))
  if (isSame) return undefined
  return ids
    .filter((id) => (rights[id] ?? 'none') !== 'none')
    .map((id) => ({ id: Number(id), is_responsible: rights[id] === 'responsible', can_view: true }))
}

export function findCategoryFault(
  { name, days }: CategoryInput,
  isMain: boolean,
): 'name' | 'days' | undefined {
  if (name.trim() === '') return 'name'
  return isMain || days === '' || /^\d{1,5}$/.test(days.trim()) ? undefined : 'days'
}

/** Only what was changed: what is not touched keeps its history. */
export function toCategoryBody(
  category: Category,
  input: CategoryInput,
  isMain: boolean,
): Record<string, unknown> {
  const before = toCategoryInput(category)
  const changed = (name: keyof CategoryInput) => input[name] !== before[name]
  const departments = isMain ? undefined : findNewDepartments(category, input.rights)
  const translations = findNewTranslations(before.translations, input.translations)
  const hasNewTerm = !isMain && input.days.trim() !== '' && (changed('days') || changed('usesCalendarDays'))
  return {
    ...(changed('name') && { name: input.name.trim() }),
    ...(changed('description') && { description: input.description.trim() || null }),
    ...(changed('handlingMessage') && { handling_message: input.handlingMessage.trim() || null }),
    ...(changed('isActive') && { is_active: input.isActive }),
    ...(changed('isPublic') && { is_public_accessible: input.isPublic }),
    ...(changed('publicName') && { public_name: input.publicName.trim() || null }),
    ...(changed('note') && { note: input.note.trim() || null }),
    ...(changed('showsChildren') && {
      configuration: { ...category.configuration, show_children_in_filter: input.showsChildren },
    }),
    ...(translations && { translations }),
    ...(departments && { new_departments: departments }),
    ...(hasNewTerm && {
      new_sla: { n_days: Number(input.days), use_calendar_days: input.usesCalendarDays },
    }),
  }
}
