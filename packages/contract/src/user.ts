import { isEmailAddress, MESSAGES } from '@signalen/domain'
import { z } from 'zod'
import { documentedAs } from './documented.ts'
import { booleanField } from './fields.ts'
import { halPageOf, href, pageQuery, queryBoolean, selfLink } from './hal.ts'
import { permission } from './permission.ts'
import { bodyId, queryList, queryNumber, queryTerms, queryText } from './query.ts'
import { role } from './role.ts'
import { text } from './signal-fields.ts'

const profile = z.object({
  note: z.string().nullable(),
  /** Names. */
  departments: z.array(z.string()),
  created_at: z.string(),
  updated_at: z.string(),
})

export const userListItem = z.object({
  _links: selfLink,
  _display: z.string(),
  id: z.int(),
  username: z.string(),
  is_active: z.boolean(),
  roles: z.array(z.string()),
  profile,
})
export type UserListItem = z.infer<typeof userListItem>

export const userPage = halPageOf(userListItem)

export const userDetail = z.object({
  _links: z.object({ curies: z.object({ name: z.string(), href: z.string() }), self: href }),
  _display: z.string(),
  id: z.int(),
  username: z.string(),
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  is_active: z.boolean(),
  is_staff: z.boolean(),
  is_superuser: z.boolean(),
  roles: z.array(role),
  permissions: z.array(permission),
  profile: profile.extend({
    notification_on_user_assignment: z.boolean(),
    notification_on_department_assignment: z.boolean(),
  }),
})
export type UserDetail = z.infer<typeof userDetail>

export const userListQuery = pageQuery.extend({
  id: queryNumber.optional(),
  username: queryText.optional(),
  is_active: queryBoolean.optional(),
  role: queryList.optional(),
  profile_department_code: queryList.optional(),
  order: queryTerms.optional(),
})

const userFields = {
  first_name: text(150, { blank: true }).optional(),
  last_name: text(150, { blank: true }).optional(),
  is_active: booleanField.optional(),
  role_ids: z.array(bodyId).optional(),
  profile: z
    .object({
      note: text(10_000, { blank: true }).nullable().optional(),
      department_ids: z.array(bodyId).optional(),
      notification_on_user_assignment: booleanField.optional(),
      notification_on_department_assignment: booleanField.optional(),
    })
    .optional(),
}

export const userCreateRequest = z.object({
  username: documentedAs(text(150).refine(isEmailAddress, MESSAGES.invalidEmail), { format: 'email' }),
  ...userFields,
  /** Mails them how to sign in. */
  send_invite: booleanField.optional(),
})
export type UserCreateRequest = z.infer<typeof userCreateRequest>

/** The username stays what it is; one that is sent along is not looked at. */
export const userUpdateRequest = z.object(userFields)
export type UserUpdateRequest = z.infer<typeof userUpdateRequest>

export const usernamePage = halPageOf(z.object({ username: z.string() }))

export const usernameListQuery = pageQuery.extend({
  username: queryText
    .refine((text) => text === '' || text.length >= 3, 'Geef minimaal 3 tekens op.')
    .optional(),
  is_active: queryBoolean.optional(),
  profile_department_code: queryList.optional(),
})

/** What changed in something that is set up, in words. */
export const settingsHistory = z.array(
  z.object({
    identifier: z.string(),
    when: z.string(),
    what: z.string(),
    action: z.string(),
    description: z.string().nullable(),
    who: z.string(),
  }),
)

export const userWork = z.object({ open: z.int(), rules: z.array(z.string()) })
export type UserWorkAnswer = z.infer<typeof userWork>

export const userDeactivateRequest = z.object({
  /** The e-mail address of the colleague who takes the open work over; null for nobody. */
  to: text(150).nullable(),
})

export const userImportRequest = z.object({
  csv: z.string().max(1_000_000),
  dry_run: z.boolean(),
  /** Mails who is new how to sign in. */
  send_invites: z.boolean().optional(),
})

export const userImport = z.object({
  users: z.array(
    z.object({
      line: z.int(),
      email: z.string(),
      outcome: z.enum(['new', 'changed', 'same', 'refused']),
      reason: z.string().nullable(),
    }),
  ),
  is_stored: z.boolean(),
})
export type UserImportAnswer = z.infer<typeof userImport>
