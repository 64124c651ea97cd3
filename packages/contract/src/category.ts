import { z } from 'zod'
import { documentedAs, ID } from './documented.ts'
import { booleanField } from './fields.ts'
import { halPageOf, href } from './hal.ts'
import { bodyId, pathId } from './query.ts'
import { json, text } from './signal-fields.ts'

const curies = z.object({ name: z.string(), href: z.string() })

const translatedTexts = z.object({
  name: z.string(),
  public_name: z.string(),
  description: z.string(),
  handling_message: z.string(),
})
const translatedTo = z.object({
  en: translatedTexts.partial(),
  tr: translatedTexts.partial(),
  pl: translatedTexts.partial(),
  uk: translatedTexts.partial(),
  ar: translatedTexts.partial(),
})

/** An addition of our own, there only when something was translated. */
const translations = translatedTo
  .partial()
  .optional()
  .meta({ description: 'What residents read in other languages than Dutch, by language' })
export type CategoryTranslationsAnswer = z.infer<typeof translations>

/** Links that are there only when what they lead to is. */
const optionalLinks = { 'sia:questionnaire': href.optional(), 'sia:icon': href.optional() }

const publicLinks = z.object({ curies, self: href, ...optionalLinks })

const responsibleDepartment = z.object({ code: z.string(), name: z.string(), is_intern: z.boolean() })

/** A subcategory as anyone may see it. */
export const publicSubcategory = z.object({
  _links: publicLinks,
  _display: z.string(),
  name: z.string(),
  slug: z.string(),
  handling: z.string(),
  departments: z.array(responsibleDepartment),
  is_active: z.boolean(),
  description: z.string().nullable(),
  handling_message: z.string().nullable(),
  questionnaire: z.string().optional(),
  public_name: z.string().nullable(),
  is_public_accessible: z.boolean(),
  translations,
})
export type PublicSubcategory = z.infer<typeof publicSubcategory>

export const publicMainCategory = z.object({
  _links: publicLinks,
  _display: z.string(),
  name: z.string(),
  slug: z.string(),
  public_name: z.string().nullable(),
  is_public_accessible: z.boolean(),
  sub_categories: z.array(publicSubcategory),
  configuration: z.record(z.string(), z.unknown()).nullable(),
  translations,
})
export type PublicMainCategory = z.infer<typeof publicMainCategory>

export const publicMainCategoryPage = halPageOf(publicMainCategory)
export const publicSubcategoryPage = halPageOf(publicSubcategory)

export const mainSlugParams = z.object({ slug: z.string() })
export const subSlugParams = z.object({ slug: z.string(), sub_slug: z.string() })

const linkToBoth = z.object({ href: z.string(), public: z.string() })

/** A category as staff see it. */
export const category = z.object({
  _links: z.object({
    curies,
    self: linkToBoth,
    archives: href,
    'sia:status-message-templates': href,
    'sia:parent': linkToBoth.optional(),
    ...optionalLinks,
  }),
  _display: z.string(),
  id: z.int(),
  name: z.string(),
  slug: z.string(),
  is_active: z.boolean(),
  description: z.string().nullable(),
  handling_message: z.string().nullable(),
  sla: z.object({ n_days: z.int().nullable(), use_calendar_days: z.boolean().nullable() }),
  departments: z.array(
    responsibleDepartment.extend({ id: z.int(), is_responsible: z.boolean(), can_view: z.boolean() }),
  ),
  note: z.string().nullable(),
  public_name: z.string().nullable(),
  is_public_accessible: z.boolean(),
  configuration: z.record(z.string(), z.unknown()).nullable(),
  icon: z.string().nullable(),
  translations,
})
export type CategoryAnswer = z.infer<typeof category>

export const categoryPage = halPageOf(category)

const LONGEST_TEXT = 100_000
const longText = text(LONGEST_TEXT, { blank: true }).nullable().optional()

/** Some clients send the number as text. */
const days = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value),
  z
    .int('Een geldig getal is vereist.')
    .min(0, 'Een geldig getal is vereist.')
    .max(36_500, 'Een geldig getal is vereist.'),
)

/** A choice rather than a yes or no: written otherwise than clients do, it is refused. */
const calendarDays = z.preprocess((input) => {
  if (input === 'True') return true
  return input === 'False' ? false : input
}, z.boolean())

const shortText = text(255, { blank: true }).nullable().optional()
const translationRequest = z.object({
  name: shortText,
  public_name: shortText,
  description: longText,
  handling_message: longText,
})
const translationsRequest = z.object({
  en: translationRequest.optional(),
  tr: translationRequest.optional(),
  pl: translationRequest.optional(),
  uk: translationRequest.optional(),
  ar: translationRequest.optional(),
})

/** Working days, unless it says otherwise. */
const newServiceLevel = z.object({ n_days: days, use_calendar_days: calendarDays.default(false) })

export const categoryUpdateRequest = z.object({
  name: text(255).optional(),
  slug: z
    .string()
    .max(255)
    .regex(/^[a-z0-9_-]+$/i, 'Voer een geldige slug in.')
    .optional(),
  is_active: booleanField.optional(),
  description: longText,
  handling_message: longText,
  note: longText,
  public_name: text(255, { blank: true }).nullable().optional(),
  is_public_accessible: booleanField.optional(),
  configuration: json.optional(),
  /** When it is there, it takes the place of all that was translated. */
  translations: translationsRequest.optional(),
  new_sla: newServiceLevel.optional(),
  /** When it is there, it becomes the whole set. */
  new_departments: z
    .array(z.object({ id: bodyId, is_responsible: z.boolean(), can_view: z.boolean() }))
    .max(1000)
    .optional(),
})
export type CategoryUpdateRequest = z.infer<typeof categoryUpdateRequest>

export const categoryReplaceRequest = categoryUpdateRequest.extend({
  name: text(255),
  new_sla: newServiceLevel,
})

export const categoryIcon = z.object({ icon: z.string().nullable() })

export const categoryMergeRequest = z.object({ into: bodyId })
export const categoryMergeQuery = z.object({ into: documentedAs(pathId, ID) })
export const categoryMoveRequest = z.object({ main: bodyId })

/** What merging would do, or did. */
export const categoryMerge = z.object({
  open: z.int(),
  ended: z.int(),
  keeps_assignment: z.boolean(),
  questions: z.int(),
  standard_texts: z.int(),
  rules: z.array(z.string()),
})
export type CategoryMergeAnswer = z.infer<typeof categoryMerge>
