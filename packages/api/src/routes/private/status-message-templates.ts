import {
  mainSlugParams,
  statusMessageTemplates,
  statusMessageTemplatesRequest,
  subSlugParams,
} from '@signalen/contract'
import {
  getCategoryBySlugs,
  listStatusMessageTemplates,
  replaceStatusMessageTemplates,
  type StateTemplates,
  type StateTemplatesInput,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const tags = ['standard texts']
const read = { operation: 'statusMessageTemplate.read' } as const
const write = { operation: 'statusMessageTemplate.write' } as const
const readAnswer = { 200: statusMessageTemplates }

/** Standard texts of the first generation, of a main category or of a subcategory. */
export function statusMessageTemplateRoutes(app: Api): void {
  const main = '/v1/private/terms/categories/:slug/status-message-templates'
  app.get(
    main,
    {
      config: read,
      schema: {
        tags,
        summary: 'Standard texts of a main category',
        params: mainSlugParams,
        response: readAnswer,
      },
    },
    async (request) => list(request, request.params.slug),
  )

  app.post(
    main,
    {
      config: write,
      schema: {
        tags,
        summary: 'Replace standard texts of a main category',
        params: mainSlugParams,
        body: statusMessageTemplatesRequest,
        response: readAnswer,
      },
    },
    async (request) => replace(request, request.body, request.params.slug),
  )

  const sub = '/v1/private/terms/categories/:slug/sub_categories/:sub_slug/status-message-templates'
  app.get(
    sub,
    {
      config: read,
      schema: {
        tags,
        summary: 'Standard texts of a subcategory',
        params: subSlugParams,
        response: readAnswer,
      },
    },
    async (request) => list(request, request.params.slug, request.params.sub_slug),
  )

  app.post(
    sub,
    {
      config: write,
      schema: {
        tags,
        summary: 'Replace standard texts of a subcategory',
        params: subSlugParams,
        body: statusMessageTemplatesRequest,
        response: readAnswer,
      },
    },
    async (request) => replace(request, request.body, request.params.slug, request.params.sub_slug),
  )
}

async function list(request: FastifyRequest, ...slugs: [main: string, sub?: string]) {
  const context = contextOf(request)
  return present(await listStatusMessageTemplates(context, await getCategoryBySlugs(context, ...slugs)))
}

async function replace(
  request: FastifyRequest,
  input: readonly StateTemplatesInput[],
  ...slugs: [main: string, sub?: string]
) {
  const context = contextOf(request)
  const category = await getCategoryBySlugs(context, ...slugs)
  return present(await replaceStatusMessageTemplates(context, category, input))
}

function present(groups: readonly StateTemplates[]) {
  return groups.map(({ state, templates }) => ({ state, templates: [...templates] }))
}
