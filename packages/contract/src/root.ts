import { z } from 'zod'
import { selfLink } from './hal.ts'

export const apiRoot = z.object({
  v1: z.object({ _links: selfLink, version: z.string(), status: z.string() }),
  version: z.string(),
})

/** Addresses by their names. */
export const version1Root = z.record(z.string(), z.string())
