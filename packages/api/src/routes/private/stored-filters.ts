import {
  filterSharing,
  idParams,
  pageQuery,
  type StoredFilterAnswer,
  sharedFilterPage,
  storedFilter,
  storedFilterCreateRequest,
  storedFilterPage,
  storedFilterUpdateRequest,
} from '@signalen/contract'
import { presentFilterQuery } from '@signalen/domain'
import {
  createStoredFilter,
  deleteStoredFilter,
  getStoredFilter,
  listSharedFilters,
  listStoredFilters,
  type SharedFilter,
  type StoredFilter,
  shareFilter,
  updateStoredFilter,
} from '@signalen/services'
import { z } from 'zod'
import { baseUrl, curies, link } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['filters']
const read = { operation: 'filter.read' } as const
const write = { operation: 'filter.write' } as const
const url = '/v1/private/me/filters/:id'

export function storedFilterRoutes(app: Api): void {
  readRoutes(app)
  writeRoutes(app)
  sharedRoutes(app)
}

function readRoutes(app: Api): void {
  app.get(
    '/v1/private/me/filters',
    {
      config: read,
      schema: { tags, summary: 'Own filters', querystring: pageQuery, response: { 200: storedFilterPage } },
    },
    async (request) => {
      const filters = await listStoredFilters(contextOf(request), actorOf(request))
      return halList(
        request,
        filters.map((filter) => presentStoredFilter(baseUrl(request), filter)),
      )
    },
  )

  app.get(
    url,
    {
      config: read,
      schema: { tags, summary: 'One own filter', params: idParams, response: { 200: storedFilter } },
    },
    async (request) => {
      const filter = await getStoredFilter(contextOf(request), actorOf(request), request.params.id)
      return presentStoredFilter(baseUrl(request), filter)
    },
  )
}

function writeRoutes(app: Api): void {
  app.post(
    '/v1/private/me/filters',
    {
      config: write,
      schema: {
        tags,
        summary: 'Keep a filter',
        body: storedFilterCreateRequest,
        response: { 201: storedFilter },
      },
    },
    async (request, reply) => {
      const created = await createStoredFilter(contextOf(request), actorOf(request), request.body)
      return reply.code(201).send(presentStoredFilter(baseUrl(request), created))
    },
  )

  app.put(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: 'Replace an own filter',
        params: idParams,
        body: storedFilterCreateRequest,
        response: { 200: storedFilter },
      },
    },
    async (request) => {
      const change = { id: request.params.id, input: request.body, isWhole: true }
      const changed = await updateStoredFilter(contextOf(request), actorOf(request), change)
      return presentStoredFilter(baseUrl(request), changed)
    },
  )

  app.patch(
    url,
    {
      config: write,
      schema: {
        tags,
        summary: 'Change an own filter',
        params: idParams,
        body: storedFilterUpdateRequest,
        response: { 200: storedFilter },
      },
    },
    async (request) => {
      const change = { id: request.params.id, input: request.body }
      const changed = await updateStoredFilter(contextOf(request), actorOf(request), change)
      return presentStoredFilter(baseUrl(request), changed)
    },
  )

  app.delete(
    url,
    {
      config: write,
      schema: { tags, summary: 'Remove an own filter', params: idParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await deleteStoredFilter(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function sharedRoutes(app: Api): void {
  app.get(
    '/v1/private/me/shared-filters',
    {
      config: read,
      schema: {
        tags,
        summary: 'Filters that one shares, or that others share with one’s departments',
        querystring: pageQuery,
        response: { 200: sharedFilterPage },
      },
    },
    async (request) => {
      const filters = await listSharedFilters(contextOf(request), actorOf(request))
      return halList(request, filters.map(presentSharedFilter))
    },
  )

  app.put(
    `${url}/sharing`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Share an own filter with a department, or no more',
        params: idParams,
        body: filterSharing,
        response: { 200: sharedFilterPage },
      },
    },
    async (request) => {
      const filters = await shareFilter(contextOf(request), actorOf(request), {
        id: request.params.id,
        departmentCode: request.body.department,
      })
      return halList(request, filters.map(presentSharedFilter))
    },
  )
}

function presentSharedFilter({ id, name, options, department, createdBy, isOwn }: SharedFilter) {
  return {
    id,
    name,
    options: { ...options },
    department: { ...department },
    created_by: createdBy,
    is_own: isOwn,
  }
}

function presentStoredFilter(base: string, filter: StoredFilter): StoredFilterAnswer {
  const { id, name, options, refresh, showOnOverview, createdAt } = filter
  return {
    _links: {
      curies: curies(base),
      self: link(base, `/signals/v1/private/me/filters/${id}`),
      'sia:filter': link(base, `/signals/v1/private/signals?${presentFilterQuery(options)}`),
    },
    _display: name,
    id,
    name,
    created_at: presentTime(createdAt),
    options: { ...options },
    refresh,
    show_on_overview: showOnOverview,
  }
}
