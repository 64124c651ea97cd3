import { MESSAGES, type WireErrors } from '@signalen/domain'
import { notFound, Problem } from '@signalen/services'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Api } from '../types.ts'
import { queryErrorsOf, wireErrorsOf } from '../validation/wire-errors.ts'

/** One place where everything thrown becomes an answer; what is not foreseen tells the caller nothing. */
export function registerErrors(app: Api): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    if (error instanceof Problem) return sendProblem(error, reply)
    if (hasZodFastifySchemaValidationErrors(error)) {
      // An id that cannot be one is the id of nothing.
      if (error.validationContext === 'params') return sendProblem(notFound(), reply)
      const isQuery = error.validationContext === 'querystring'
      return reply
        .code(400)
        .send(
          isQuery
            ? queryErrorsOf(error.validation, request.query)
            : wireErrorsOf(error.validation, request.body),
        )
    }
    const known = problemOfFastify(error)
    if (known) return sendProblem(known, reply)
    request.log.error({ err: { type: error.name, code: error.code, stack: error.stack } }, 'request failed')
    return reply.code(500).send({ detail: 'Er is een serverfout opgetreden.' })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: MESSAGES.notFound }))
}

/** For what never reaches a route, and so no plugin: an address that cannot be read. */
export function answerUnreadable(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(problemOfFastify(error) ?? new Problem(400, { detail: 'Ongeldig verzoek.' }), reply)
}

function sendProblem(problem: Problem, reply: FastifyReply): FastifyReply {
  return reply.code(problem.status).headers(problem.headers).type('application/json').send(problem.body)
}

/** Faults that Fastify finds before a route does. */
function problemOfFastify(error: FastifyError): Problem | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Problem(400, { detail: `JSON parse error - ${error.message}` })
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Problem(413, { detail: 'Het verzoek is te groot.' })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem(415, { detail: 'Ongeldige mediatype in verzoek.' })
    case 'FST_ERR_BAD_URL':
      return new Problem(400, { detail: 'Ongeldig adres.' })
    default:
      return clientFault(error)
  }
}

function clientFault(error: FastifyError): Problem | undefined {
  const status = error.statusCode ?? 500
  if (status < 400 || status >= 500) return undefined
  const body: WireErrors = { detail: [error.message] }
  return new Problem(status, { detail: body.detail?.toString() })
}

export function methodNotAllowed(request: FastifyRequest, allowed: readonly string[]): Problem {
  const detail = `Methode "${request.method}" niet toegestaan.`
  return new Problem(405, { detail }, { allow: allowed.join(', ') })
}
