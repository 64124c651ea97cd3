import {
  departmentCreateRequest,
  departmentDetail,
  departmentListQuery,
  departmentPage,
  departmentUpdateRequest,
  idParams,
} from '@signalen/contract'
import { createDepartment, getDepartment, listDepartments, updateDepartment } from '@signalen/services'
import { baseUrl } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentDepartment, presentDepartmentListItem } from '../../present/present-category.ts'
import type { Api } from '../../types.ts'

const tags = ['departments']
const update = { operation: 'department.update' } as const

export function departmentRoutes(app: Api): void {
  app.get(
    '/v1/private/departments',
    {
      config: { operation: 'department.read' },
      schema: {
        tags,
        summary: 'Departments',
        querystring: departmentListQuery,
        response: { 200: departmentPage },
      },
    },
    async (request) => {
      const departments = await listDepartments(contextOf(request), request.query)
      return halList(
        request,
        departments.map((row) => presentDepartmentListItem(baseUrl(request), row)),
      )
    },
  )

  app.get(
    '/v1/private/departments/:id',
    {
      config: { operation: 'department.read' },
      schema: { tags, summary: 'One department', params: idParams, response: { 200: departmentDetail } },
    },
    async (request) =>
      presentDepartment(baseUrl(request), await getDepartment(contextOf(request), request.params.id)),
  )

  app.post(
    '/v1/private/departments',
    {
      config: { operation: 'department.create' },
      schema: {
        tags,
        summary: 'Add a department',
        body: departmentCreateRequest,
        response: { 201: departmentDetail },
      },
    },
    async (request, reply) => {
      const created = await createDepartment(contextOf(request), actorOf(request), request.body)
      return reply.code(201).send(presentDepartment(baseUrl(request), created))
    },
  )

  app.put(
    '/v1/private/departments/:id',
    {
      config: update,
      schema: {
        tags,
        summary: 'Replace a department',
        params: idParams,
        body: departmentCreateRequest,
        response: { 200: departmentDetail },
      },
    },
    async (request) =>
      presentDepartment(
        baseUrl(request),
        await updateDepartment(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )

  app.patch(
    '/v1/private/departments/:id',
    {
      config: update,
      schema: {
        tags,
        summary: 'Change a department',
        params: idParams,
        body: departmentUpdateRequest,
        response: { 200: departmentDetail },
      },
    },
    async (request) =>
      presentDepartment(
        baseUrl(request),
        await updateDepartment(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )
}
