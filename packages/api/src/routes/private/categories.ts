import {
  type CategoryMergeAnswer,
  type CategoryUpdateRequest,
  category,
  categoryIcon,
  categoryMerge,
  categoryMergeQuery,
  categoryMergeRequest,
  categoryMoveRequest,
  categoryPage,
  categoryReplaceRequest,
  categoryUpdateRequest,
  idParams,
  pageQuery,
  settingsHistory,
} from '@signalen/contract'
import type { CategoryTranslations } from '@signalen/domain'
import {
  type CategoryInput,
  getCategoryById,
  getCategoryTree,
  invalid,
  listCategoryHistory,
  type MergePlan,
  mergeCategory,
  moveCategory,
  planMerge,
  removeCategoryIcon,
  setCategoryIcon,
  updateCategory,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { readUploads } from '../../media/read-uploads.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { iconUrl, presentCategory } from '../../present/present-category.ts'
import { presentCategoryHistory } from '../../present/present-settings-history.ts'
import type { Api } from '../../types.ts'

const tags = ['categories']
const read = { operation: 'category.read' } as const
const update = { operation: 'category.update' } as const

export function categoryRoutes(app: Api): void {
  readRoutes(app)
  updateRoutes(app)
  mergeRoutes(app)
  iconRoutes(app)
}

function readRoutes(app: Api): void {
  app.get(
    '/v1/private/categories',
    {
      config: read,
      schema: { tags, summary: 'Categories', querystring: pageQuery, response: { 200: categoryPage } },
    },
    async (request) => {
      const { all } = await getCategoryTree(contextOf(request).db)
      return halList(
        request,
        all.map((row) => presentCategory(baseUrl(request), row)),
      )
    },
  )

  app.get(
    '/v1/private/categories/:id',
    {
      config: read,
      schema: { tags, summary: 'One category', params: idParams, response: { 200: category } },
    },
    async (request) =>
      presentCategory(baseUrl(request), await getCategoryById(contextOf(request), request.params.id)),
  )

  app.get(
    '/v1/private/categories/:id/history',
    {
      config: read,
      schema: {
        tags,
        summary: 'What changed in a category',
        params: idParams,
        response: { 200: settingsHistory },
      },
    },
    async (request) =>
      presentCategoryHistory(await listCategoryHistory(contextOf(request), request.params.id)),
  )
}

function updateRoutes(app: Api): void {
  app.put(
    '/v1/private/categories/:id',
    {
      config: update,
      schema: {
        tags,
        summary: 'Replace a category',
        params: idParams,
        body: categoryReplaceRequest,
        response: { 200: category },
      },
    },
    async (request) => change(request, request.params.id, request.body),
  )

  app.patch(
    '/v1/private/categories/:id',
    {
      config: update,
      schema: {
        tags,
        summary: 'Change a category',
        params: idParams,
        body: categoryUpdateRequest,
        response: { 200: category },
      },
    },
    async (request) => change(request, request.params.id, request.body),
  )
}

async function change(request: FastifyRequest, id: number, input: CategoryUpdateRequest) {
  const change = { id, input: readCategoryInput(input) }
  return presentCategory(baseUrl(request), await updateCategory(contextOf(request), actorOf(request), change))
}

export function readCategoryInput({ translations, ...others }: CategoryUpdateRequest): CategoryInput {
  return { ...others, ...(translations && { translations: readTranslations(translations) }) }
}

function readTranslations(given: NonNullable<CategoryUpdateRequest['translations']>): CategoryTranslations {
  return Object.fromEntries(
    Object.entries(given).map(([language, texts]) => [
      language,
      {
        name: texts?.name ?? undefined,
        publicName: texts?.public_name ?? undefined,
        description: texts?.description ?? undefined,
        handlingMessage: texts?.handling_message ?? undefined,
      },
    ]),
  )
}

/** Categories come together, or go elsewhere, with what hangs on them. */
function mergeRoutes(app: Api): void {
  app.get(
    '/v1/private/categories/:id/merge',
    {
      config: update,
      schema: {
        tags,
        summary: 'What merging a category into another one would do',
        params: idParams,
        querystring: categoryMergeQuery,
        response: { 200: categoryMerge },
      },
    },
    async (request) => {
      const merge = { id: request.params.id, into: request.query.into }
      return presentMerge(await planMerge(contextOf(request), merge))
    },
  )

  app.post(
    '/v1/private/categories/:id/merge',
    {
      config: update,
      schema: {
        tags,
        summary: 'Merge a category into another one, with its open reports',
        params: idParams,
        body: categoryMergeRequest,
        response: { 200: categoryMerge },
      },
    },
    async (request) => {
      const merge = { id: request.params.id, into: request.body.into }
      return presentMerge(await mergeCategory(contextOf(request), actorOf(request), merge))
    },
  )

  app.post(
    '/v1/private/categories/:id/move',
    {
      config: update,
      schema: {
        tags,
        summary: 'Give a subcategory another main category',
        params: idParams,
        body: categoryMoveRequest,
        response: { 200: category },
      },
    },
    async (request) => {
      const move = { id: request.params.id, main: request.body.main }
      return presentCategory(baseUrl(request), await moveCategory(contextOf(request), actorOf(request), move))
    },
  )
}

function presentMerge({
  open,
  ended,
  keepsAssignment,
  questions,
  standardTexts,
  rules,
}: MergePlan): CategoryMergeAnswer {
  return {
    open,
    ended,
    keeps_assignment: keepsAssignment,
    questions,
    standard_texts: standardTexts,
    rules: [...rules],
  }
}

function iconRoutes(app: Api): void {
  const url = '/v1/private/categories/:id/icon'
  app.get(
    url,
    {
      config: read,
      schema: { tags, summary: 'The icon of a category', params: idParams, response: { 200: categoryIcon } },
    },
    async (request) => {
      const { ownIcon } = await getCategoryById(contextOf(request), request.params.id)
      return presentIcon(request, ownIcon)
    },
  )

  for (const method of ['PUT', 'PATCH'] as const) {
    app.route({
      method,
      url,
      config: { ...update, form: { icon: 'file' } },
      schema: {
        tags,
        summary: 'Give a category an icon',
        consumes: ['multipart/form-data'],
        params: idParams,
        response: { 200: categoryIcon },
      },
      handler: async (request) => replaceIcon(request, request.params.id, method),
    })
  }

  app.delete(
    url,
    {
      config: update,
      schema: {
        tags,
        summary: 'Remove the icon of a category',
        params: idParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await removeCategoryIcon(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

/** Only a replacement must hold a file; a change without one changes nothing. */
async function replaceIcon(request: FastifyRequest, id: number, method: 'PUT' | 'PATCH') {
  const context = contextOf(request)
  const { ownIcon } = await getCategoryById(context, id)
  const [file] = (await readUploads(request, 'icon')).files
  if (file)
    return presentIcon(request, (await setCategoryIcon(context, actorOf(request), { id, file })).ownIcon)
  if (method === 'PUT') throw invalid({ icon: ['Er is geen bestand opgestuurd.'] })
  return presentIcon(request, ownIcon)
}

function presentIcon(request: FastifyRequest, key: string | null) {
  return { icon: key === null ? null : iconUrl(baseUrl(request), key) }
}
