import type { MunicipalityHandle } from '@signalen/database'
import type { StoredRow } from '../configuration.ts'
import type { StoredIcons } from '../icons.ts'
import { groupBy, type StoredRows, splitIds } from './stored.ts'

type Category = StoredRow<'categories'>

export async function readCategories(
  db: MunicipalityHandle,
  icons: StoredIcons | undefined,
): Promise<StoredRows<'categories'>> {
  const categories = await db.kysely.selectFrom('category').selectAll().orderBy('id').execute()
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]))
  const levelsOf = await readServiceLevels(db)
  const departmentsOf = await readDepartmentLinks(db)
  const questionsOf = await readQuestions(db)
  return splitIds(
    categories.map((category) => ({
      id: category.id,
      row: {
        slug: category.slug,
        name: category.name,
        publicName: category.public_name,
        isPublicAccessible: category.is_public_accessible,
        isActive: category.is_active,
        handling: category.handling as Category['handling'],
        handlingMessage: category.handling_message,
        description: category.description,
        note: category.note,
        ...presentIcon(category.icon, icons),
        translations: category.translations ?? {},
        configuration: category.configuration as Category['configuration'],
        serviceLevelObjectives: levelsOf(category.id),
        departments: departmentsOf(category.id),
        questions: questionsOf(category.id),
        main: category.parent_id === null ? null : (slugs.get(category.parent_id) ?? null),
      },
    })),
  )
}

/** Where nobody looked into the store nothing can be said of icons, not even that there is none. */
function presentIcon(key: string | null, icons: StoredIcons | undefined): Pick<Category, 'icon'> {
  if (!icons) return {} as Pick<Category, 'icon'>
  return { icon: key === null ? null : (icons.get(key) ?? null) }
}

async function readServiceLevels(db: MunicipalityHandle) {
  const levels = await db.kysely
    .selectFrom('service_level_objective')
    .select(['category_id', 'n_days', 'use_calendar_days'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return groupBy(
    levels,
    (level) => level.category_id,
    (level) => ({ days: level.n_days, useCalendarDays: level.use_calendar_days }),
  )
}

async function readDepartmentLinks(db: MunicipalityHandle) {
  const links = await db.kysely
    .selectFrom('category_department')
    .innerJoin('department', 'department.id', 'department_id')
    .select(['category_id', 'code', 'is_responsible', 'can_view'])
    .orderBy('category_department.id')
    .execute()
  return groupBy(
    links,
    (link) => link.category_id,
    (link) => ({ code: link.code, isResponsible: link.is_responsible, canView: link.can_view }),
  )
}

async function readQuestions(db: MunicipalityHandle) {
  const links = await db.kysely
    .selectFrom('category_question')
    .innerJoin('question', 'question.id', 'question_id')
    .select(['category_id', 'key', 'field_type', 'required', 'meta', 'category_question.order'])
    .orderBy('category_question.order')
    .orderBy('category_question.id')
    .execute()
  return groupBy(
    links,
    (link) => link.category_id,
    (link) => toQuestion(link),
  )
}

function toQuestion(link: {
  readonly key: string
  readonly field_type: string
  readonly required: boolean
  readonly meta: Record<string, unknown>
  readonly order: number | null
}): Category['questions'][number] {
  const { key, required, order } = link
  type Question = Category['questions'][number]
  return {
    key,
    fieldType: link.field_type as Question['fieldType'],
    required,
    meta: link.meta as Question['meta'],
    order,
  }
}
