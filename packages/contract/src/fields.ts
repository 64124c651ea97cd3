import { z } from 'zod'

const TRUE: readonly unknown[] = [true, 1, '1', 'true', 'True', 'TRUE', 't', 'T', 'y', 'yes', 'on']
const FALSE: readonly unknown[] = [false, 0, '0', 'false', 'False', 'FALSE', 'f', 'F', 'n', 'no', 'off']

/** A boolean of JSON or of a form, which has words only. */
export const booleanField = z.preprocess(readBoolean, z.boolean())

function readBoolean(input: unknown): unknown {
  if (TRUE.includes(input)) return true
  return FALSE.includes(input) ? false : input
}

/** Whatever JSON can say. */
export const jsonValue: z.ZodType<z.core.util.JSONType> = z
  .union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(z.lazy((): z.ZodType<z.core.util.JSONType> => jsonValue)),
    z.record(
      z.string(),
      z.lazy((): z.ZodType<z.core.util.JSONType> => jsonValue),
    ),
  ])
  .meta({ id: 'JsonValue', description: 'Whatever JSON can say' })
