import { TEXT_LIMITS } from '@signalen/domain'
import { z } from 'zod'
import { documentedAs, ID } from './documented.ts'
import { booleanField } from './fields.ts'
import { halPageOf, selfLink } from './hal.ts'
import { text } from './signal-fields.ts'

export const publicAttachment = z.object({
  _display: z.string(),
  _links: selfLink,
  /** A signed address, good for some minutes. */
  location: z.string(),
  is_image: z.boolean(),
  created_at: z.string(),
})

export const attachment = z.object({
  _display: z.string(),
  _links: selfLink,
  location: z.string(),
  is_image: z.boolean(),
  created_at: z.string(),
  created_by: z.string().nullable(),
  public: z.boolean(),
  caption: z.string().nullable(),
  /** As it was called where it came from. */
  file_name: z.string(),
  mimetype: z.string(),
  size: z.int(),
  /** A small JPEG of an image, signed as `location` is. */
  thumbnail: z.string().nullable(),
})

export const attachmentPage = halPageOf(attachment)

export const attachmentParams = z.object({
  id: documentedAs(z.string(), ID),
  attachmentId: documentedAs(z.string(), ID),
})

export const attachmentUpdate = z.object({
  public: booleanField.optional(),
  caption: text(TEXT_LIMITS.caption).nullish(),
})

/** An addition of our own: a photo that lies on its side is set upright. */
export const attachmentTurn = z.object({
  quarters: z.union([z.literal(1), z.literal(2), z.literal(3)]).meta({ description: 'Clockwise' }),
})

/** What is told of a changed attachment is what may change of it. */
export const changedAttachment = z.object({ public: z.boolean(), caption: z.string().nullable() })
