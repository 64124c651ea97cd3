import {
  cleanTranslations,
  isEmailAddress,
  isMailTemplateKey,
  isPermissionCode,
  type PermissionCode,
  RESIDENT_LANGUAGES,
  STATUS_CODES,
  TRANSLATION_LANGUAGES,
} from '@signalen/domain'
import { z } from 'zod'
import { HANDLING_CODES } from '../categories/handling-codes.ts'

// The rows of a configuration file, one schema for each kind. Only what names a row must be there; what is
// absent keeps the value that it has, or gets its default when the row is new. A list inside a row is one
// value: given, it replaces the whole list, so its items have their defaults here.

const plain = z
  .string()
  .refine((value) => !value.includes('\0') && value.isWellFormed(), 'may not hold NUL or half characters')
const text = (longest: number) => plain.max(longest)
const name = (longest = 255) => plain.min(1).max(longest)
const longText = text(100_000)
const order = z.int().min(-2_000_000_000).max(2_000_000_000)
const flag = z.boolean()
const slug = z
  .string()
  .max(255)
  .regex(/^[a-z0-9_-]+$/i, 'may only hold letters, digits, hyphens and underscores')

const email = text(150).refine(isEmailAddress, 'is not an e-mail address')
const permission = z.custom<PermissionCode>(isPermissionCode, 'is not a permission of this version')
const state = z.enum(STATUS_CODES)

export const permissionRow = z.strictObject({ codename: permission, name: longText.optional() })

export const roleRow = z.strictObject({ name: name(150), permissions: z.array(permission).optional() })

export const departmentRow = z.strictObject({
  code: name(3),
  name: name(),
  isIntern: flag.optional(),
  canDirect: flag.optional(),
})

export const userRow = z.strictObject({
  email,
  firstName: text(150).optional(),
  lastName: text(150).optional(),
  isActive: flag.optional(),
  isStaff: flag.optional(),
  isSuperuser: flag.optional(),
  note: longText.nullable().optional(),
  notifyOnAssignment: flag.optional(),
  notifyOnDepartmentAssignment: flag.optional(),
  permissions: z.array(permission).optional(),
  roles: z.array(name(150)).optional(),
  departments: z.array(name(3)).optional(),
})

export const QUESTION_FIELD_TYPES = [
  'asset_select',
  'caterpillar_select',
  'checkbox_input',
  'clock_select',
  'date_time_input',
  'question_header',
  'location_select',
  'plain_text',
  'radio_input',
  'select_input',
  'streetlight_select',
  'text_input',
  'multi_text_input',
  'text_area_input',
] as const

export const questionRow = z.strictObject({
  key: name(),
  fieldType: z.enum(QUESTION_FIELD_TYPES).default('plain_text'),
  required: flag.default(false),
  meta: z.record(z.string(), z.json()).default({}),
  order: order.nullable().default(null),
})

export const categoryDepartmentRow = z
  .strictObject({ code: name(3), isResponsible: flag.optional(), canView: flag.optional() })
  .refine(({ isResponsible, canView }) => !isResponsible || canView !== false, {
    path: ['canView'],
    message: 'must be true for a department that is responsible',
  })
  .transform(({ code, isResponsible = false, canView = isResponsible }) => ({ code, isResponsible, canView }))

export const serviceLevelRow = z.strictObject({
  days: z.int().min(0).max(36_500),
  useCalendarDays: flag.default(false),
})

/** A picture with all that it is, so that a file of configuration needs no others beside it. */
const icon = text(3_000_000).regex(
  /^data:image\/(?:svg\+xml|png|jpeg|gif);base64,[A-Za-z0-9+/]+=*$/,
  'must be a picture written as data:image/svg+xml;base64,… (or png, jpeg, gif)',
)

const categoryTexts = z.strictObject({
  name: text(255).optional(),
  publicName: text(255).optional(),
  description: longText.optional(),
  handlingMessage: longText.optional(),
})

/** What residents read of a category, by language. */
const categoryTranslations = z
  .partialRecord(z.enum(TRANSLATION_LANGUAGES), categoryTexts)
  .transform(cleanTranslations)

const categoryFields = {
  slug,
  name: name(),
  publicName: text(255).nullable().optional(),
  isPublicAccessible: flag.optional(),
  isActive: flag.optional(),
  handling: z.enum(HANDLING_CODES).optional(),
  handlingMessage: longText.nullable().optional(),
  description: longText.nullable().optional(),
  note: longText.nullable().optional(),
  icon: icon.nullable().optional(),
  translations: categoryTranslations.optional(),
  serviceLevelObjectives: z.array(serviceLevelRow).optional(),
  departments: z.array(categoryDepartmentRow).optional(),
  questions: z.array(questionRow).optional(),
}

export const mainCategoryRow = z.strictObject({
  ...categoryFields,
  configuration: z.strictObject({ show_children_in_filter: flag.optional() }).nullable().optional(),
  children: z.array(z.unknown()).optional(),
})

export const subcategoryRow = z.strictObject(categoryFields)

export const sourceRow = z.strictObject({
  name: name(128),
  description: text(3000).optional(),
  order: order.nullable().optional(),
  isActive: flag.optional(),
  canBeSelected: flag.optional(),
  isPublic: flag.optional(),
})

export const areaTypeRow = z.strictObject({ code: name(), name: name(), description: text(3000).optional() })

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)
const ring = z
  .array(z.tuple([longitude, latitude]))
  .min(4, 'is a ring of at least four positions')
  .refine(isClosed, 'is a ring that must end where it begins')
const polygon = z.array(ring).min(1)

export const geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
  z
    .strictObject({ type: z.literal('Polygon'), coordinates: polygon })
    .transform(({ coordinates }) => ({ type: 'MultiPolygon' as const, coordinates: [coordinates] })),
])

export const areaRow = z.strictObject({
  code: name(),
  name: name(),
  type: name(),
  geometry: geometry.optional(),
})

export const expressionTypeRow = z.strictObject({
  name: name(),
  description: longText.optional(),
  context: z
    .array(
      z.strictObject({
        identifier: name(),
        type: z.enum(['point', 'str', 'number', 'time', 'set', 'dict']).default('number'),
      }),
    )
    .optional(),
})

export const expressionRow = z.strictObject({ name: name(), type: name(), code: longText.min(1) })

export const routingExpressionRow = z.strictObject({
  expression: name(),
  department: name(3),
  user: email.nullable().optional(),
  order: order.optional(),
  isActive: flag.optional(),
})

export const standardAnswerTopicRow = z.strictObject({
  name: name(),
  description: text(1000).optional(),
  order: order.nullable().optional(),
})

export const standardAnswerRow = z.strictObject({
  text: name(1000),
  isVisible: flag.optional(),
  isSatisfied: flag.optional(),
  reopensWhenUnhappy: flag.optional(),
  openAnswer: flag.optional(),
  order: order.nullable().optional(),
  topic: name().nullable().optional(),
})

const categoryPlace = { main: slug, sub: slug.nullable().default(null) }

export const statusMessageRow = z.strictObject({
  title: name(),
  text: longText.min(1),
  active: flag.optional(),
  state,
  categories: z
    .array(z.strictObject({ ...categoryPlace, position: z.int().min(0).max(1_000_000).default(0) }))
    .optional(),
})

export const statusMessageTemplateRow = z.strictObject({
  ...categoryPlace,
  state,
  templates: z
    .array(
      z.strictObject({
        title: text(255).nullable().default(null),
        text: longText.nullable().default(null),
        isActive: flag.default(false),
      }),
    )
    .max(20, 'may hold 20 texts at most'),
})

export const emailTemplateRow = z.strictObject({
  key: z.custom<string>(isMailTemplateKey, 'is not an occasion for a mail'),
  language: z.enum(RESIDENT_LANGUAGES).default('nl'),
  title: name(),
  body: longText.min(1),
})

function isClosed(positions: readonly (readonly number[])[]): boolean {
  const [first] = positions
  const last = positions.at(-1)
  return first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
