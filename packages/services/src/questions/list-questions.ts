import type { MunicipalityHandle } from '@signalen/database'
import { unavailableChoice, type WireErrors } from '@signalen/domain'
import { sql } from 'kysely'
import {
  type CategoryTree,
  findMainCategory,
  findSubcategory,
  getCategoryTree,
} from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { createCachedRead } from '../settings/reference-cache.ts'

export interface Question {
  readonly categoryId: number
  readonly key: string
  readonly fieldType: string
  readonly meta: Readonly<Record<string, unknown>>
  readonly required: boolean
}

export interface QuestionFilter {
  readonly main_slug?: string | undefined
  readonly sub_slug?: string | undefined
}

/** What a reporter is asked: of a subcategory its own questions first, then those of its main category. */
export async function listQuestions(
  { db }: Pick<Context, 'db'>,
  filter: QuestionFilter,
): Promise<readonly Question[]> {
  const tree = await getCategoryTree(db)
  const questions = await readQuestions(db)
  const asked = findCategoryIds(tree, filter)
  const isAsked = ({ categoryId }: Question) =>
    tree.byId.get(categoryId)?.isActive === true && (asked === undefined || asked.includes(categoryId))
  return questions.filter(isAsked)
}

/** Undefined for all; a subcategory without its main category says nothing. */
function findCategoryIds(tree: CategoryTree, filter: QuestionFilter): readonly number[] | undefined {
  const { main_slug: mainSlug, sub_slug: subSlug } = filter
  const errors: Record<string, WireErrors> = {}
  const main = mainSlug ? findMainCategory(tree, mainSlug) : undefined
  const sub = mainSlug && subSlug ? findSubcategory(tree, mainSlug, subSlug) : undefined
  if (mainSlug && !main?.isActive) errors.main_slug = [unavailableChoice(mainSlug)]
  if (subSlug && !isActiveSlug(tree, subSlug)) errors.sub_slug = [unavailableChoice(subSlug)]
  if (Object.keys(errors).length > 0) throw invalid(errors)
  if (!main) return undefined
  return sub ? [sub.id, main.id] : [main.id]
}

function isActiveSlug(tree: CategoryTree, slug: string): boolean {
  return tree.all.some((category) => category.parent !== null && category.slug === slug && category.isActive)
}

/** Questions of subcategories before those of main categories, each in its own order. */
const readQuestions = createCachedRead<readonly Question[]>((db: MunicipalityHandle) =>
  db.kysely
    .selectFrom('category_question as link')
    .innerJoin('question', 'question.id', 'link.question_id')
    .innerJoin('category', 'category.id', 'link.category_id')
    .select([
      'link.category_id as categoryId',
      'question.key',
      'question.field_type as fieldType',
      'question.meta',
      'question.required',
    ])
    .orderBy(sql`category.parent_id desc nulls last`)
    .orderBy(sql`link.order asc nulls last`)
    .orderBy('link.id')
    .execute(),
)
