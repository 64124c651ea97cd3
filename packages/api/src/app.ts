import { NOT_CITY_CONTROL } from '@signalen/services'
import type { FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { registerContext, registerEmployeeAccess } from './plugins/access.ts'
import { registerBodies, registerRawBody } from './plugins/body.ts'
import { registerErrors } from './plugins/errors.ts'
import { registerHeaders } from './plugins/headers.ts'
import { collectMethods } from './plugins/methods.ts'
import { openApiRoutes, registerOpenApi } from './plugins/openapi.ts'
import { registerThrottles } from './plugins/throttle.ts'
import { cityControlRoutes } from './routes/city-control.ts'
import { privateRoutes } from './routes/private/index.ts'
import { publicRoutes } from './routes/public/index.ts'
import { rootRoutes } from './routes/root.ts'
import type { Api, ApiOptions } from './types.ts'

/** The v1 API, as a plugin to be registered under `/signals`. */
export async function api(instance: FastifyInstance, options: ApiOptions): Promise<void> {
  const app = instance as Api
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(options.checkAnswers ? serializerCompiler : () => (data) => JSON.stringify(data))
  registerErrors(app)
  await registerHeaders(app, options)
  await registerBodies(app)
  await registerThrottles(app, options)
  await registerOpenApi(app, options)
  registerContext(app, options)
  // Fastify hands the prefix of this plugin down with its options; it counts once.
  const inside = { ...options, prefix: '' }
  await app.register(openPart, inside)
  await app.register(employeePart, inside)
  await app.register(cityControlPart, inside)
}

/** What anyone may ask for; a token that comes along is not looked at. */
async function openPart(instance: FastifyInstance, options: ApiOptions): Promise<void> {
  const app = instance as Api
  const methods = collectMethods(app)
  rootRoutes(app, options)
  openApiRoutes(app)
  await publicRoutes(app, options)
  methods.answerOthers()
}

async function employeePart(instance: FastifyInstance, options: ApiOptions): Promise<void> {
  const app = instance as Api
  registerEmployeeAccess(app, options)
  const methods = collectMethods(app)
  await privateRoutes(app, options)
  methods.answerOthers()
}

/** Another program that speaks its own language, as an employee with one right. */
async function cityControlPart(instance: FastifyInstance, options: ApiOptions): Promise<void> {
  const app = instance as Api
  registerEmployeeAccess(app, options, { refusal: NOT_CITY_CONTROL })
  registerRawBody(app)
  const methods = collectMethods(app)
  cityControlRoutes(app)
  methods.answerOthers()
}
