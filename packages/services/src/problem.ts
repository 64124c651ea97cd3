import { MESSAGES, type Refusal, type WireErrors } from '@signalen/domain'

/**
 * What goes wrong in a use case and may be told to the caller: the HTTP status and the exact body of the
 * answer, in the form that clients of the v1 API know. Anything else that is thrown is our own fault (500).
 */
export class Problem extends Error {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`problem ${status}`)
    this.name = 'Problem'
    this.status = status
    this.body = body
    this.headers = headers
  }
}

/** 400: lists of messages by field, or a bare list for what belongs to no field. */
export function invalid(errors: WireErrors): Problem {
  return new Problem(400, errors)
}

/** 400 for what concerns the request as a whole. */
export function invalidWhole(message: string): Problem {
  return new Problem(400, { non_field_errors: [message] })
}

export function unauthenticated(detail: string = MESSAGES.unauthenticated): Problem {
  return new Problem(401, { detail }, { 'www-authenticate': 'Bearer realm="signals"' })
}

export function forbidden(detail: string = MESSAGES.forbidden): Problem {
  return new Problem(403, { detail })
}

/** 404; with a model name the English sentence that the v1 API uses for a well-formed key. */
export function notFound(model?: string): Problem {
  return new Problem(404, { detail: model ? `No ${model} matches the given query.` : MESSAGES.notFound })
}

export function gone(detail: string): Problem {
  return new Problem(410, { detail })
}

export function conflict(detail: string): Problem {
  return new Problem(409, { detail })
}

/** 412: the caller's `If-Match` names another version than the one stored. */
export function preconditionFailed(detail: string): Problem {
  return new Problem(412, { detail })
}

export function tooManyRequests(seconds: number): Problem {
  const unit = seconds === 1 ? 'second' : 'seconds'
  const detail = `Aanvraag was verstikt. Expected available in ${seconds} ${unit}.`
  return new Problem(429, { detail }, { 'retry-after': String(seconds) })
}

export function problemOf(refusal: Refusal): Problem {
  return new Problem(refusal.kind === 'forbidden' ? 403 : 400, refusal.errors)
}
