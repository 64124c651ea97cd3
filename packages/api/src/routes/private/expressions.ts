import {
  type ExpressionAnswer,
  expression,
  expressionContext,
  expressionContextQuery,
  expressionCreateRequest,
  expressionFault,
  expressionListQuery,
  expressionOrderRequest,
  expressionPage,
  expressionTrial,
  expressionTryRequest,
  expressionUpdateRequest,
  expressionValidateQuery,
  idParams,
  settingsHistory,
} from '@signalen/contract'
import {
  createExpression,
  deleteExpression,
  type ExpressionView,
  getExpression,
  listExpressionContext,
  listExpressions,
  listObjectHistory,
  orderRoutes,
  Problem,
  tryRoute,
  updateExpression,
  validateExpression,
} from '@signalen/services'
import { z } from 'zod'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentExpressionHistory } from '../../present/present-settings-history.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['expressions']
const read = { operation: 'expression.read' } as const

export function expressionRoutes(app: Api): void {
  helpRoutes(app)
  readRoutes(app)
  trialRoutes(app)
  writeRoutes(app)
}

/** What helps to write an expression. */
function helpRoutes(app: Api): void {
  app.get(
    '/v1/private/expressions/validate',
    {
      config: read,
      schema: {
        tags,
        summary: 'Whether code is an expression',
        querystring: expressionValidateQuery,
        response: { 200: z.undefined(), 400: expressionFault },
      },
    },
    async (request, reply) => {
      const { type, expression: code } = request.query
      if (!type || !code) throw new Problem(400, { result: 'type and expression required' })
      const fault = await validateExpression(contextOf(request), { type: type.replaceAll('\0', ''), code })
      if (fault !== undefined) throw new Problem(400, { result: fault })
      return reply.code(200).send()
    },
  )

  app.get(
    '/v1/private/expressions/context',
    {
      config: read,
      schema: {
        tags,
        summary: 'Names that expressions of a type may use',
        querystring: expressionContextQuery,
        response: { 200: expressionContext, 400: expressionFault },
      },
    },
    async (request) => {
      if (!request.query.type) throw new Problem(400, { result: 'type required' })
      const items = await listExpressionContext(contextOf(request), request.query.type)
      return items.map(({ identifier, identifierType, type }) => ({
        identifier,
        identifier_type: identifierType,
        type,
      }))
    },
  )
}

function readRoutes(app: Api): void {
  app.get(
    '/v1/private/expressions',
    {
      config: read,
      schema: {
        tags,
        summary: 'Expressions',
        querystring: expressionListQuery,
        response: { 200: expressionPage },
      },
    },
    async (request) =>
      halList(request, (await listExpressions(contextOf(request), request.query)).map(presentExpression)),
  )

  app.get(
    '/v1/private/expressions/:id',
    {
      config: read,
      schema: { tags, summary: 'One expression', params: idParams, response: { 200: expression } },
    },
    async (request) => presentExpression(await getExpression(contextOf(request), request.params.id)),
  )
}

/** What helps to change rules without surprises. */
function trialRoutes(app: Api): void {
  app.post(
    '/v1/private/expressions/try',
    {
      config: { operation: 'expression.try' },
      schema: {
        tags,
        summary: 'What a routing rule would have done with the reports of the past month',
        body: expressionTryRequest,
        response: { 200: expressionTrial },
      },
    },
    async (request) => {
      const { code, department: departmentId, order, expression: expressionId } = request.body
      const trial = { code, departmentId, order, expressionId: expressionId ?? undefined }
      const { from, isCapped, examples, ...counts } = await tryRoute(contextOf(request), trial)
      return {
        from: presentTime(from),
        is_capped: isCapped,
        ...counts,
        examples: examples.map(({ createdAt, from: codes, ...example }) => ({
          ...example,
          created_at: presentTime(createdAt),
          from: [...codes],
        })),
      }
    },
  )

  app.post(
    '/v1/private/expressions/order',
    {
      config: { operation: 'expression.update' },
      schema: {
        tags,
        summary: 'Put all routing rules in an order',
        body: expressionOrderRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await orderRoutes(contextOf(request), actorOf(request), request.body.ids)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/v1/private/expressions/:id/history',
    {
      config: read,
      schema: {
        tags,
        summary: 'What changed in an expression',
        params: idParams,
        response: { 200: settingsHistory },
      },
    },
    async (request) => {
      const { id } = await getExpression(contextOf(request), request.params.id)
      return presentExpressionHistory(await listObjectHistory(contextOf(request).db, 'expression', id))
    },
  )
}

function writeRoutes(app: Api): void {
  const url = '/v1/private/expressions/:id'
  const update = { operation: 'expression.update' } as const
  app.post(
    '/v1/private/expressions',
    {
      config: { operation: 'expression.create' },
      schema: {
        tags,
        summary: 'Add an expression',
        body: expressionCreateRequest,
        response: { 201: expression },
      },
    },
    async (request, reply) => {
      const created = await createExpression(contextOf(request), actorOf(request), request.body)
      return reply.code(201).send(presentExpression(created))
    },
  )

  app.put(
    url,
    {
      config: update,
      schema: {
        tags,
        summary: 'Replace an expression',
        params: idParams,
        body: expressionCreateRequest,
        response: { 200: expression },
      },
    },
    async (request) =>
      presentExpression(
        await updateExpression(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )

  app.patch(
    url,
    {
      config: update,
      schema: {
        tags,
        summary: 'Change an expression',
        params: idParams,
        body: expressionUpdateRequest,
        response: { 200: expression },
      },
    },
    async (request) =>
      presentExpression(
        await updateExpression(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )

  app.delete(
    url,
    {
      config: { operation: 'expression.delete' },
      schema: { tags, summary: 'Remove an expression', params: idParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await deleteExpression(contextOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function presentExpression({ id, name, code, type, fault, route }: ExpressionView): ExpressionAnswer {
  return {
    id,
    name,
    code,
    type,
    error: fault,
    routing_department: route && {
      department: {
        id: route.department.id,
        code: route.department.code,
        name: route.department.name,
        is_intern: route.department.isIntern,
      },
      order: route.order,
      user_email: route.userEmail,
      is_active: route.isActive,
    },
  }
}
