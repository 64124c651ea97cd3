import { z } from 'zod'
import { halPageOf, selfLink } from './hal.ts'

export const permission = z.object({
  _links: selfLink,
  _display: z.string(),
  id: z.int(),
  name: z.string(),
  codename: z.string(),
})
export type Permission = z.infer<typeof permission>

export const permissionPage = halPageOf(permission)
