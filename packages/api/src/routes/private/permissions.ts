import { idParams, pageQuery, permission, permissionPage } from '@signalen/contract'
import { getPermission, listPermissions } from '@signalen/services'
import { baseUrl } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import { presentPermission } from '../../present/present-user.ts'
import type { Api } from '../../types.ts'

export function permissionRoutes(app: Api): void {
  app.get(
    '/v1/private/permissions',
    {
      config: { operation: 'permission.read' },
      schema: {
        tags: ['roles'],
        summary: 'Permissions that a role can be given',
        querystring: pageQuery,
        response: { 200: permissionPage },
      },
    },
    async (request) => {
      const permissions = await listPermissions(contextOf(request))
      return halList(
        request,
        permissions.map((row) => presentPermission(baseUrl(request), row)),
      )
    },
  )

  app.get(
    '/v1/private/permissions/:id',
    {
      config: { operation: 'permission.read' },
      schema: {
        tags: ['roles'],
        summary: 'One permission',
        params: idParams,
        response: { 200: permission },
      },
    },
    async (request) =>
      presentPermission(baseUrl(request), await getPermission(contextOf(request), request.params.id)),
  )
}
