import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Api, ApiOptions } from '../types.ts'

/** OpenAPI 3.1 out of the schemas that also check and type: it cannot say anything else than what happens. */
export async function registerOpenApi(app: Api, options: ApiOptions): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Signalen API',
        version: options.version,
        description:
          'Reports about public space: made by residents, handled by the municipality. Version 1 is compatible with the Signalen v1 API.',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          employee: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Token of the identity provider' },
          reporter: { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Token …` out of a mailed link' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
}

export function openApiRoutes(app: Api): void {
  for (const url of ['/openapi.json', '/schema']) {
    app.get(url, { schema: { hide: true } }, async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300')
      return app.swagger()
    })
  }
}
