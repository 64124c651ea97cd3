import { z } from 'zod'
import { publicSubcategory } from './category.ts'
import { booleanField } from './fields.ts'
import { halPageOf, pageQuery, queryBoolean, selfLink } from './hal.ts'
import { bodyId } from './query.ts'
import { text } from './signal-fields.ts'

const departmentFields = {
  _links: selfLink,
  _display: z.string(),
  id: z.int(),
  name: z.string(),
  code: z.string(),
  is_intern: z.boolean(),
}

export const departmentListItem = z.object({
  ...departmentFields,
  category_names: z.array(z.string()),
  can_direct: z.boolean(),
})
export type DepartmentListItem = z.infer<typeof departmentListItem>

export const departmentPage = halPageOf(departmentListItem)

export const departmentDetail = z.object({
  ...departmentFields,
  categories: z.array(
    z.object({
      id: z.int(),
      category: publicSubcategory
        .omit({ questionnaire: true, public_name: true, is_public_accessible: true })
        .extend({ id: z.int() }),
      is_responsible: z.boolean(),
      can_view: z.boolean(),
    }),
  ),
  can_direct: z.boolean(),
})
export type DepartmentAnswer = z.infer<typeof departmentDetail>

export const departmentListQuery = pageQuery.extend({ can_direct: queryBoolean.optional() })

export const departmentCreateRequest = z.object({
  name: text(255),
  code: text(3),
  is_intern: booleanField.optional(),
  can_direct: booleanField.optional(),
  categories: z
    .array(
      z.object({
        category_id: bodyId,
        is_responsible: booleanField.optional(),
        can_view: booleanField.optional(),
      }),
    )
    .optional(),
})

export const departmentUpdateRequest = departmentCreateRequest.partial()
