import { ERROR_ANSWERS, type ErrorStatus } from '@signalen/contract'
import type { FastifySchema, RouteOptions } from 'fastify'
import { z } from 'zod'
import type { HeaderMeanings } from '../types.ts'

/** Marks a request body that may be left out, until the document is complete. */
export const OPTIONAL_BODY = 'x-optional-body'
/** Carries what the headers of the answers mean, until then. */
export const ANSWER_HEADERS = 'x-answer-headers'

const EMPLOYEES_ONLY = /^\/signals\/v1\/private\//
const READING = new Set(['GET', 'HEAD'])

/** What a route says of itself, with all that follows from where it stands and how it is set up. */
export function describeRoute(schema: FastifySchema, route: RouteOptions): FastifySchema {
  const security = securityOf(schema, route)
  const isReading = [route.method].flat().every((method) => READING.has(method))
  const body = bodyOf(schema, route)
  const { asked, answered } = route.config?.headers ?? {}
  return {
    ...schema,
    ...(asked ? { headers: headersOf(asked) } : {}),
    ...(answered ? { [ANSWER_HEADERS]: answered } : {}),
    ...(body ? { body } : {}),
    ...(body instanceof z.ZodType && body.safeParse(undefined).success ? { [OPTIONAL_BODY]: true } : {}),
    security,
    response: {
      ...answersOf(schema),
      ...errorsOf(schema, statusesOf({ schema, route, isReading, security })),
    },
  }
}

function headersOf(meanings: HeaderMeanings): z.ZodType {
  const headers = Object.entries(meanings).map(([name, means]) => [
    name,
    z.string().meta({ description: means }).optional(),
  ])
  return z.object(Object.fromEntries(headers))
}

type Security = NonNullable<FastifySchema['security']>

function securityOf(schema: FastifySchema, route: RouteOptions): Security {
  if (schema.security) return schema.security
  return EMPLOYEES_ONLY.test(route.url) ? [{ employee: [] }] : []
}

/** A form with files is read as it comes in, past the schemas; `config.form` says what it holds. */
function bodyOf(schema: FastifySchema, route: RouteOptions): unknown {
  const form = route.config?.form
  if (!form) return schema.body
  const fields = Object.entries(form).map(([name, kind]) => [
    name,
    kind === 'file' ? z.string().meta({ format: 'binary' }) : z.string(),
  ])
  return z.object(Object.fromEntries(fields))
}

interface Described {
  readonly schema: FastifySchema
  readonly route: RouteOptions
  readonly isReading: boolean
  readonly security: Security
}

function statusesOf({ schema, route, isReading, security }: Described): ErrorStatus[] {
  const takesInput = !isReading || schema.querystring !== undefined || /[:*]/.test(route.url)
  const isOfEmployees = security.some((one) => 'employee' in one)
  const found: ErrorStatus[] = [404]
  if (takesInput) found.push(400)
  if (security.length > 0) found.push(401)
  if (isOfEmployees) found.push(403)
  if (!isReading) found.push(413, 415)
  if (route.config?.throttle) found.push(429)
  return [...found, ...(route.config?.errors ?? [])]
}

type Answers = Readonly<Record<string, unknown>>

function answersOf(schema: FastifySchema): Answers {
  const own = schema.response as Answers | undefined
  if (own && Object.keys(own).some((status) => status.startsWith('2'))) return own
  const content = Object.fromEntries((schema.produces ?? []).map((type) => [type, { schema: z.unknown() }]))
  const whole = schema.produces ? { description: 'The file', content } : z.undefined()
  return { ...own, 200: whole }
}

/** A route may answer a status in a form of its own besides that of every other route. */
function errorsOf(schema: FastifySchema, statuses: readonly ErrorStatus[]): Answers {
  const own = (schema.response ?? {}) as Readonly<Record<string, z.ZodType | undefined>>
  return Object.fromEntries(
    statuses.map((status) => {
      const { means, schema: common } = ERROR_ANSWERS[status]
      const special = own[status]
      const body = special ? z.union([special, common]) : common
      return [status, { description: means, content: { 'application/json': { schema: body } } }]
    }),
  )
}
