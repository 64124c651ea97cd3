import { z } from 'zod'

/** What went wrong, in one sentence for people. */
export const problem = z
  .object({ detail: z.string() })
  .meta({ id: 'Problem', description: 'What went wrong, in one sentence for people' })

const messages = z.array(z.string())

/** What is wrong with a request: messages by field, nested as the request was, or for the whole of it. */
export const fieldErrors = z
  .union([
    messages,
    z.record(
      z.string(),
      z.union([
        z.string(),
        messages,
        z.array(z.lazy((): z.ZodType => fieldErrors)),
        z.lazy((): z.ZodType => fieldErrors),
      ]),
    ),
    z.array(z.lazy((): z.ZodType => fieldErrors)),
  ])
  .meta({
    id: 'FieldErrors',
    description:
      'Messages in a list under the field, nested as the request was; `non_field_errors` or a bare list for the request as a whole, `detail` for what could not be read at all',
  })

interface ErrorAnswer {
  readonly means: string
  readonly schema: z.ZodType
}

/** Every error that this API answers, described once. */
export const ERROR_ANSWERS = {
  400: { means: 'The request is wrong, and where', schema: fieldErrors },
  401: { means: 'Who asks is not known', schema: problem },
  403: { means: 'Whoever asks may not do this', schema: fieldErrors },
  404: { means: 'There is nothing here, or nothing that one may know of', schema: problem },
  405: { means: 'Not with this method; `Allow` names those that can be used', schema: problem },
  409: { means: 'It does not go with how things are now', schema: problem },
  410: { means: 'It was there, and is no longer', schema: problem },
  412: {
    means: 'Somebody else changed it meanwhile: another version than `If-Match` names',
    schema: problem,
  },
  413: { means: 'The request is too large', schema: problem },
  415: { means: 'The request is of a kind that is not read here', schema: problem },
  429: { means: 'Too often; `Retry-After` tells when it can be tried again', schema: problem },
  503: { means: 'An outside service that is needed for it does not answer', schema: problem },
  504: { means: 'An outside service that is needed for it does not answer in time', schema: problem },
} as const satisfies Record<number, ErrorAnswer>

export type ErrorStatus = keyof typeof ERROR_ANSWERS
