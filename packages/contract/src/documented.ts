import type { z } from 'zod'

type JsonSchema = Readonly<Record<string, unknown>>

/**
 * What a client should send, in the OpenAPI document, where more than that is understood: a number that
 * comes as text, one value where several may come.
 */
export function documentedAs<Schema extends z.ZodType>(schema: Schema, json: JsonSchema): Schema {
  return schema.meta({ anyOf: undefined, pattern: undefined, ...json })
}

const LARGEST_ID = 2_147_483_647

export const ID = { type: 'integer', minimum: 1, maximum: LARGEST_ID } as const
export const UUID = { type: 'string', format: 'uuid' } as const
export const PAGE = { type: 'integer', minimum: 1, description: 'From 1; `last` is understood too' } as const
export const PAGE_SIZE = { type: 'integer', minimum: 1, maximum: 5000 } as const
