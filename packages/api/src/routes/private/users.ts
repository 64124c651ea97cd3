import {
  idParams,
  settingsHistory,
  userCreateRequest,
  userDeactivateRequest,
  userDetail,
  userImport,
  userImportRequest,
  userListQuery,
  usernameListQuery,
  usernamePage,
  userPage,
  userUpdateRequest,
  userWork,
} from '@signalen/contract'
import {
  createUser,
  deactivateUser,
  findUserWork,
  getUser,
  importUsers,
  inviteUser,
  listUserHistory,
  listUsernames,
  listUsers,
  USER_ORDERS,
  type UserOrder,
  updateUser,
} from '@signalen/services'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { halPage, readPage } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentUserHistory } from '../../present/present-settings-history.ts'
import { presentUser, presentUserListItem } from '../../present/present-user.ts'
import type { Api } from '../../types.ts'

const tags = ['users']

export function userRoutes(app: Api): void {
  handOverRoutes(app)
  importRoutes(app)
  inviteRoutes(app)

  app.get(
    '/v1/private/me',
    {
      config: { operation: 'me.read' },
      schema: { tags, summary: 'The signed-in user', response: { 200: userDetail } },
    },
    async (request) =>
      presentUser(baseUrl(request), await getUser(contextOf(request), actorOf(request).userId)),
  )

  app.get(
    '/v1/private/users',
    {
      config: { operation: 'user.read' },
      schema: { tags, summary: 'Users', querystring: userListQuery, response: { 200: userPage } },
    },
    async (request) => {
      const { order, ...filter } = request.query
      const page = readPage(request.query)
      const users = await listUsers(contextOf(request), { filter, order: readOrder(order), page })
      const results = users.results.map((user) => presentUserListItem(baseUrl(request), user))
      return halPage(request, page, { count: users.count, results })
    },
  )

  app.post(
    '/v1/private/users',
    {
      config: { operation: 'user.create' },
      schema: { tags, summary: 'Add a user', body: userCreateRequest, response: { 201: userDetail } },
    },
    async (request, reply) => {
      const { send_invite: isInvited, ...input } = request.body
      const created = await createUser(contextOf(request), input, isInvited ? actorOf(request) : undefined)
      return reply.code(201).send(presentUser(baseUrl(request), created))
    },
  )

  app.get(
    '/v1/private/users/:id',
    {
      config: { operation: 'user.read' },
      schema: { tags, summary: 'One user', params: idParams, response: { 200: userDetail } },
    },
    async (request) => presentUser(baseUrl(request), await getUser(contextOf(request), request.params.id)),
  )

  app.patch(
    '/v1/private/users/:id',
    {
      config: { operation: 'user.update' },
      schema: {
        tags,
        summary: 'Change a user',
        params: idParams,
        body: userUpdateRequest,
        response: { 200: userDetail },
      },
    },
    async (request) => {
      const change = { id: request.params.id, input: request.body }
      return presentUser(baseUrl(request), await updateUser(contextOf(request), actorOf(request), change))
    },
  )

  app.get(
    '/v1/private/users/:id/history',
    {
      config: { operation: 'user.read' },
      schema: {
        tags,
        summary: 'What changed in a user',
        params: idParams,
        response: { 200: settingsHistory },
      },
    },
    async (request) => presentUserHistory(await listUserHistory(contextOf(request), request.params.id)),
  )

  app.get(
    '/v1/private/autocomplete/usernames',
    {
      config: { operation: 'user.complete' },
      schema: {
        tags,
        summary: 'Usernames that hold what is typed',
        querystring: usernameListQuery,
        response: { 200: usernamePage },
      },
    },
    async (request) => {
      const page = readPage(request.query)
      const found = await listUsernames(contextOf(request), { filter: request.query, page })
      return halPage(request, page, found)
    },
  )
}

/** Terms that are no order are left out. */
function readOrder(terms: readonly string[] = []): UserOrder[] {
  return USER_ORDERS.filter((order) => terms.includes(order)).sort(
    (left, right) => terms.indexOf(left) - terms.indexOf(right),
  )
}

function inviteRoutes(app: Api): void {
  app.post(
    '/v1/private/users/:id/invite',
    {
      config: { operation: 'user.create' },
      schema: {
        tags,
        summary: 'Mail a user how to sign in',
        params: idParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await inviteUser(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

/** Someone who leaves, with the work that they have. */
function handOverRoutes(app: Api): void {
  const config = { operation: 'user.update' } as const
  app.get(
    '/v1/private/users/:id/work',
    {
      config,
      schema: {
        tags,
        summary: 'Open work of a user',
        params: idParams,
        response: { 200: userWork },
      },
    },
    async (request) => {
      const { open, rules } = await findUserWork(contextOf(request), request.params.id)
      return { open, rules: [...rules] }
    },
  )

  app.post(
    '/v1/private/users/:id/deactivate',
    {
      config,
      schema: {
        tags,
        summary: 'Deactivate a user, and hand their open work over',
        params: idParams,
        body: userDeactivateRequest,
        response: { 200: userDetail },
      },
    },
    async (request) => {
      const deactivation = { id: request.params.id, to: request.body.to }
      const user = await deactivateUser(contextOf(request), actorOf(request), deactivation)
      return presentUser(baseUrl(request), user)
    },
  )
}

function importRoutes(app: Api): void {
  app.post(
    '/v1/private/users/import',
    {
      config: { operation: 'user.import' },
      schema: {
        tags,
        summary: 'Users of a CSV file, all or none',
        body: userImportRequest,
        response: { 200: userImport },
      },
    },
    async (request) => {
      const { csv, dry_run: isDry, send_invites: invites = false } = request.body
      const asked = { csv, isDry, invites }
      const { users, isStored } = await importUsers(contextOf(request), actorOf(request), asked)
      return { users: [...users], is_stored: isStored }
    },
  )
}
