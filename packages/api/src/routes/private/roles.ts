import { idParams, pageQuery, role, roleCreateRequest, rolePage, roleUpdateRequest } from '@signalen/contract'
import { createRole, deleteRole, getRole, listRoles, updateRole } from '@signalen/services'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentRole } from '../../present/present-user.ts'
import type { Api } from '../../types.ts'

const tags = ['roles']

export function roleRoutes(app: Api): void {
  app.get(
    '/v1/private/roles',
    {
      config: { operation: 'role.read' },
      schema: { tags, summary: 'Roles', querystring: pageQuery, response: { 200: rolePage } },
    },
    async (request) => {
      const roles = await listRoles(contextOf(request))
      return halList(
        request,
        roles.map((row) => presentRole(baseUrl(request), row)),
      )
    },
  )

  app.get(
    '/v1/private/roles/:id',
    {
      config: { operation: 'role.read' },
      schema: { tags, summary: 'One role', params: idParams, response: { 200: role } },
    },
    async (request) => presentRole(baseUrl(request), await getRole(contextOf(request), request.params.id)),
  )

  app.post(
    '/v1/private/roles',
    {
      config: { operation: 'role.create' },
      schema: { tags, summary: 'Add a role', body: roleCreateRequest, response: { 201: role } },
    },
    async (request, reply) => {
      const created = await createRole(contextOf(request), actorOf(request), request.body)
      return reply.code(201).send(presentRole(baseUrl(request), created))
    },
  )

  app.put(
    '/v1/private/roles/:id',
    {
      config: { operation: 'role.update' },
      schema: {
        tags,
        summary: 'Replace a role',
        params: idParams,
        body: roleCreateRequest,
        response: { 200: role },
      },
    },
    async (request) =>
      presentRole(
        baseUrl(request),
        await updateRole(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )

  app.patch(
    '/v1/private/roles/:id',
    {
      config: { operation: 'role.update' },
      schema: {
        tags,
        summary: 'Change a role',
        params: idParams,
        body: roleUpdateRequest,
        response: { 200: role },
      },
    },
    async (request) =>
      presentRole(
        baseUrl(request),
        await updateRole(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )

  app.delete(
    '/v1/private/roles/:id',
    {
      config: { operation: 'role.delete' },
      schema: { tags, summary: 'Remove a role', params: idParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await deleteRole(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}
