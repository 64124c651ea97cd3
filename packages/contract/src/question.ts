import { z } from 'zod'
import { documentedAs, ID } from './documented.ts'
import { jsonValue } from './fields.ts'
import { halPageOf, pageQuery } from './hal.ts'
import { idParams, pathId, queryText } from './query.ts'

export const question = z.object({
  key: z.string(),
  field_type: z.string(),
  meta: z.record(z.string(), z.unknown()),
  required: z.boolean(),
})

export const questionPage = halPageOf(question)

export const questionListQuery = pageQuery.extend({
  main_slug: queryText.optional(),
  sub_slug: queryText.optional(),
})

const MOST_QUESTIONS = 200
const LARGEST_META = 100_000

/** What JSON writes for NUL and for half characters, which the database cannot keep. */
const UNSTORABLE = /\\u(?:0000|d[89a-f][\da-f]{2})/i

const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** A question as somebody writes it: it may be unfinished. */
const writtenQuestion = z.object({
  key: z.string().max(255).refine(isStorable),
  field_type: z.string().max(255).refine(isStorable),
  required: z.boolean(),
  meta: z.record(z.string(), jsonValue).refine((meta) => {
    const text = JSON.stringify(meta)
    return text.length <= LARGEST_META && !UNSTORABLE.test(text)
  }, 'Deze vraag is te groot of bevat tekens die niet kunnen.'),
})

export const questionDraftRequest = z.object({
  questions: z.array(writtenQuestion).max(MOST_QUESTIONS),
  /** Of the draft that was changed; 0 where there was none. */
  revision: z.int().min(0).max(2_000_000_000),
})

export const questionPublishRequest = z.object({ revision: z.int().min(0).max(2_000_000_000) })

export const questionDesign = z.object({
  category: z.object({
    id: z.int(),
    name: z.string(),
    slug: z.string(),
    main: z.object({ name: z.string(), slug: z.string() }).nullable(),
  }),
  published: z.array(question),
  draft: z
    .object({
      questions: z.array(question),
      revision: z.int(),
      updated_at: z.string(),
      updated_by: z.string().nullable(),
    })
    .nullable(),
  versions: z.array(
    z.object({
      number: z.int(),
      count: z.int(),
      published_at: z.string(),
      published_by: z.string().nullable(),
    }),
  ),
  inherited: z.array(question),
})
export type QuestionDesignAnswer = z.infer<typeof questionDesign>

export const designedCategories = z.array(
  z.object({ category_id: z.int(), count: z.int(), has_draft: z.boolean() }),
)
export type DesignedCategoryAnswer = z.infer<typeof designedCategories>[number]

export const questionVersionParams = idParams.extend({ number: documentedAs(pathId, ID) })

export const questionVersion = z.object({ questions: z.array(question) })
