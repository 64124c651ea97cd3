import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { completeDocument } from '../openapi/complete-document.ts'
import { describeRoute } from '../openapi/describe-route.ts'
import type { Api, ApiOptions } from '../types.ts'

const DESCRIPTION = `Reports about public space: made by residents, handled by the municipality. Version 1 is compatible with the Signalen v1 API.

Every address can be asked with and without a slash at the end. With a method that is not named here an address answers 405, and \`Allow\` names those it has. Unknown parameters of a query are not looked at.

Staff send the token of the identity provider; the employee app that comes along uses a session cookie, which counts on its own origin only.`

/** OpenAPI 3.1 out of the schemas that also check and type: it cannot say anything else than what happens. */
export async function registerOpenApi(app: Api, options: ApiOptions): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Signalen API',
        version: options.version,
        description: DESCRIPTION,
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          employee: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'Token of the identity provider',
          },
          reporter: {
            type: 'apiKey',
            in: 'header',
            name: 'Authorization',
            description: '`Token …` out of a mailed link',
          },
        },
      },
    },
    transform: describe,
    transformObject: (document) => completeDocument(jsonSchemaTransformObject(document) as Whole),
  })
}

type Whole = Parameters<typeof completeDocument>[0]
type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>

const describe: Transform = (route) => {
  const { schema } = route
  if (schema?.hide) return jsonSchemaTransform(route)
  const described = describeRoute(schema ?? {}, route.route)
  const transformed = jsonSchemaTransform({ ...route, schema: described })
  return { ...transformed, url: transformed.url.replace(/\*$/, ':path') }
}

export function openApiRoutes(app: Api): void {
  for (const url of ['/openapi.json', '/schema']) {
    app.get(url, { schema: { hide: true } }, async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300')
      return app.swagger()
    })
  }
}
