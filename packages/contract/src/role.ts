import { z } from 'zod'
import { halPageOf, selfLink } from './hal.ts'
import { permission } from './permission.ts'
import { bodyId } from './query.ts'
import { text } from './signal-fields.ts'

export const role = z.object({
  _links: selfLink,
  _display: z.string(),
  id: z.int(),
  name: z.string(),
  permissions: z.array(permission),
})
export type Role = z.infer<typeof role>

export const rolePage = halPageOf(role)

export const roleCreateRequest = z.object({ name: text(150), permission_ids: z.array(bodyId).optional() })
export type RoleCreateRequest = z.infer<typeof roleCreateRequest>

export const roleUpdateRequest = roleCreateRequest.partial()
export type RoleUpdateRequest = z.infer<typeof roleUpdateRequest>
