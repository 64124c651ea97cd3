import { MESSAGES, parseMoment } from '@signalen/domain'
import { z } from 'zod'
import { documentedAs, ID } from './documented.ts'

const LARGEST_ID = 2_147_483_647

/** An id in an address; what is none names nothing (404). */
export const pathId = z
  .string()
  .regex(/^\d{1,10}$/)
  .transform(Number)
  .refine((id) => id <= LARGEST_ID)

export const idParams = z.object({ id: documentedAs(pathId, ID) })

/** Text that the database can compare with; it knows no NUL. */
export const queryText = z.string().refine((value) => !value.includes('\0'), MESSAGES.nullCharacters)

/** A parameter that may stand in the address several times. */
export const queryList = z.union([queryText, z.array(queryText)]).transform((value) => [value].flat())

/** Terms with commas between them, in one parameter or several. */
export const queryTerms = queryList.transform((values) =>
  values.flatMap((value) => value.split(',')).filter((term) => term !== ''),
)

/** One of a few values in a query string; nothing when it is left empty. */
export function queryChoice<const Value extends string>(values: readonly Value[]) {
  return z
    .enum(['', ...values])
    .transform((value): Value | undefined => (value === '' ? undefined : (value as Value)))
}

/** A number in a query string; nothing when it is left empty. */
export const queryNumber = z.string().transform((value, context) => {
  const text = value.trim()
  if (text === '') return undefined
  const number = Number(text)
  if (Number.isFinite(number) && /^[+-]?[\d.]/.test(text)) return number
  context.addIssue({ code: 'custom', message: MESSAGES.notANumber })
  return z.NEVER
})

/** An id in a query string or a body: what lies beyond the largest one names nothing. */
export const bodyId = documentedAs(z.preprocess(readId, z.int().max(Number.MAX_SAFE_INTEGER)), ID)

/** Forms, and some clients, send numbers as text. */
function readId(value: unknown): unknown {
  return typeof value === 'string' && /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : value
}

/** A moment in a query string, in UTC; nothing when it is left empty. Without a time it is midnight. */
export const queryMoment = z.string().transform((value, context) => {
  if (value.trim() === '') return undefined
  const moment = parseMoment(value)
  if (moment !== undefined) return moment
  context.addIssue({ code: 'custom', message: MESSAGES.invalidDateTime })
  return z.NEVER
})
