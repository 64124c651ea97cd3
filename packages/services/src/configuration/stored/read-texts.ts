import type { MunicipalityHandle } from '@signalen/database'
import {
  findTranslationLanguage,
  MAIL_TEMPLATE_KEYS,
  RESIDENT_LANGUAGES,
  type StatusCode,
} from '@signalen/domain'
import type { StoredRow } from '../configuration.ts'
import { groupBy, type StoredRows, splitIds } from './stored.ts'

export async function readStandardAnswerTopics(
  db: MunicipalityHandle,
): Promise<StoredRows<'standardAnswerTopics'>> {
  const topics = await db.kysely.selectFrom('standard_answer_topic').selectAll().orderBy('id').execute()
  return splitIds(
    topics.map(({ id, name, description, order }) => ({ id, row: { name, description, order } })),
  )
}

export async function readStandardAnswers(db: MunicipalityHandle): Promise<StoredRows<'standardAnswers'>> {
  const answers = await db.kysely
    .selectFrom('standard_answer')
    .leftJoin('standard_answer_topic', 'standard_answer_topic.id', 'topic_id')
    .selectAll('standard_answer')
    .select('standard_answer_topic.name as topic')
    .orderBy('standard_answer.id')
    .execute()
  return splitIds(
    answers.map((answer) => ({
      id: answer.id,
      row: {
        text: answer.text,
        isVisible: answer.is_visible,
        isSatisfied: answer.is_satisfied,
        reopensWhenUnhappy: answer.reopens_when_unhappy,
        openAnswer: answer.open_answer,
        order: answer.order,
        topic: answer.topic,
      },
    })),
  )
}

export async function readStatusMessages(db: MunicipalityHandle): Promise<StoredRows<'statusMessages'>> {
  const messages = await db.kysely
    .selectFrom('status_message')
    .select(['id', 'title', 'text', 'active', 'state'])
    .orderBy('id')
    .execute()
  const links = await selectCategoryPlaces(db)
    .innerJoin('status_message_category as link', 'link.category_id', 'category.id')
    .select(['link.status_message_id', 'link.position'])
    .orderBy('link.id')
    .execute()
  const categoriesOf = groupBy(
    links,
    (link) => link.status_message_id,
    ({ slug, parent, position }) => ({ ...placeOf(slug, parent), position }),
  )
  return splitIds(
    messages.map(({ id, title, text, active, state }) => ({
      id,
      row: { title, text, active, state: state as StatusCode, categories: categoriesOf(id) },
    })),
  )
}

/** The texts of one category and state are one row; its id is that of the first text. */
export async function readStatusMessageTemplates(
  db: MunicipalityHandle,
): Promise<StoredRows<'statusMessageTemplates'>> {
  const templates = await selectCategoryPlaces(db)
    .innerJoin('status_message_template as template', 'template.category_id', 'category.id')
    .select(['template.id', 'template.state', 'template.title', 'template.text', 'template.is_active'])
    .orderBy('template.category_id')
    .orderBy('template.state')
    .orderBy('template.order')
    .orderBy('template.id')
    .execute()
  const groups = Map.groupBy(templates, ({ slug, parent, state }) => JSON.stringify([slug, parent, state]))
  return splitIds([...groups.values()].flatMap((group) => toTemplateRow(group)))
}

interface TemplateRow {
  readonly id: number
  readonly slug: string
  readonly parent: string | null
  readonly state: string
  readonly title: string | null
  readonly text: string | null
  readonly is_active: boolean
}

function toTemplateRow(
  group: readonly TemplateRow[],
): { id: number; row: StoredRow<'statusMessageTemplates'> }[] {
  const [first] = group
  if (!first) return []
  const templates = group.map(({ title, text, is_active }) => ({ title, text, isActive: is_active }))
  const state = first.state as StatusCode
  return [{ id: first.id, row: { ...placeOf(first.slug, first.parent), state, templates } }]
}

export async function readEmailTemplates(db: MunicipalityHandle): Promise<StoredRows<'emailTemplates'>> {
  const texts = ['key', 'title', 'body'] as const
  const dutch = await db.kysely.selectFrom('mail_template').select(texts).execute()
  const others = await db.kysely
    .selectFrom('mail_template_translation')
    .select([...texts, 'language'])
    .execute()
  const rows = [...dutch.map((row) => ({ ...row, language: 'nl' })), ...others].map(
    ({ key, language, title, body }) =>
      ({ key, language: findTranslationLanguage(language) ?? 'nl', title, body }) as const,
  )
  const places: readonly string[] = MAIL_TEMPLATE_KEYS
  const languages: readonly string[] = RESIDENT_LANGUAGES
  const place = ({ key, language }: { key: string; language: string }) =>
    places.indexOf(key) * languages.length + languages.indexOf(language)
  return { rows: rows.sort((left, right) => place(left) - place(right)), ids: [] }
}

function selectCategoryPlaces(db: MunicipalityHandle) {
  return db.kysely
    .selectFrom('category')
    .leftJoin('category as parent', 'parent.id', 'category.parent_id')
    .select(['category.slug', 'parent.slug as parent'])
}

function placeOf(slug: string, parent: string | null): { main: string; sub: string | null } {
  return parent === null ? { main: slug, sub: null } : { main: parent, sub: slug }
}
