import { join } from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { type ApiOptions, api } from '@signalen/api'
import Fastify, { type RouteOptions } from 'fastify'
import type { OpenAPIV3_1 } from 'openapi-types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'

const CONFIG = join(import.meta.dirname, '..', '..', 'demo', 'municipality.json')
/** The document itself stands outside it. */
const NOT_DESCRIBED = ['/signals/openapi.json', '/signals/schema']
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
const WRITING: readonly string[] = ['post', 'put', 'patch', 'delete']

type Operation = OpenAPIV3_1.OperationObject

interface Described {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

let server: Server
let document: OpenAPIV3_1.Document
let operations: Described[]
let routes: RouteOptions[]

beforeAll(async () => {
  routes = await listRoutes()
  server = await startServer({ configFile: CONFIG })
  document = (await (await fetch(`${server.url}/signals/openapi.json`)).json()) as OpenAPIV3_1.Document
  operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method]
      return operation ? [{ name: `${method} ${path}`, method, path, operation }] : []
    }),
  )
})

afterAll(async () => {
  await server.stop()
  server.remove()
})

/** The routes as they are registered, without a server around them. */
async function listRoutes(): Promise<RouteOptions[]> {
  const found: RouteOptions[] = []
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } })
  app.addHook('onRoute', (route) => {
    if (route.schema?.hide !== true && route.method !== 'HEAD' && route.method !== 'OPTIONS')
      found.push(route)
  })
  const unused = () => Promise.reject(new Error('nothing is asked'))
  const options: ApiOptions = {
    contextFor: unused,
    authenticate: unused,
    version: 'test',
    secret: 'of the test',
    publicRateLimit: { max: 60, windowSeconds: 3600 },
    corsOrigins: 'all',
    checkAnswers: false,
  }
  await app.register(api, { prefix: '/signals', ...options })
  await app.ready()
  await app.close()
  return found
}

function nameOf(method: string, url: string): string {
  const path = url
    .replaceAll(/:(\w+)/g, '{$1}')
    .replace('*', '{path}')
    .replace(/(.)\/$/, '$1')
  return `${method.toLowerCase()} ${path}`
}

function statusesOf({ operation }: Described): string[] {
  return Object.keys(operation.responses ?? {})
}

function answerOf({ operation }: Described, status: string): OpenAPIV3_1.ResponseObject | undefined {
  return operation.responses?.[status] as OpenAPIV3_1.ResponseObject | undefined
}

function successOf(described: Described): OpenAPIV3_1.ResponseObject | undefined {
  return answerOf(described, statusesOf(described).find((status) => status.startsWith('2')) ?? '')
}

/** Names of those that lack something: an empty list when all is well, and otherwise which to look at. */
function lacking(has: (described: Described) => boolean, among: readonly Described[] = operations): string[] {
  return among.filter((described) => !has(described)).map(({ name }) => name)
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1, and every reference in it leads somewhere', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document))
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
    for (const [, name = ''] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      expect(document.components?.schemas).toHaveProperty([name])
    }
  })

  test('has every route that is registered, and no other', () => {
    const registered = routes
      .filter(({ url }) => !NOT_DESCRIBED.includes(url))
      .flatMap(({ method, url }) => [method].flat().map((one) => nameOf(one, url)))
    expect(registered.length).toBeGreaterThan(100)
    expect(operations.map(({ name }) => name).sort()).toEqual([...new Set(registered)].sort())
  })

  test('says of every operation what it is, where it belongs, and by what name it is called', () => {
    expect(lacking(({ operation }) => Boolean(operation.summary))).toEqual([])
    expect(lacking(({ operation }) => operation.tags?.length === 1)).toEqual([])
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).toBe(operations.length)
  })

  test('says who may ask: staff, whoever holds a mailed link, or anyone', () => {
    const schemes = ({ operation }: Described) => (operation.security ?? []).flatMap(Object.keys)
    const ofStaff = operations.filter(({ path }) => path.startsWith('/signals/v1/private/'))
    expect(lacking((one) => schemes(one).join() === 'employee', ofStaff)).toEqual([])
    const ofReporters = operations.filter(
      ({ path }) => path.startsWith('/signals/v1/my/') && !path.endsWith('request-auth-token'),
    )
    expect(lacking((one) => schemes(one).join() === 'reporter', ofReporters)).toEqual([])
    const others = operations.filter((one) => ![...ofStaff, ...ofReporters].includes(one))
    expect(lacking(({ operation }) => operation.security?.length === 0, others)).toEqual([])
  })

  test('names every error that follows from what an operation is', () => {
    const has = (status: string) => (one: Described) => statusesOf(one).includes(status)
    const guarded = operations.filter(({ operation }) => (operation.security ?? []).length > 0)
    const writing = operations.filter(({ method }) => WRITING.includes(method))
    const asking = operations.filter(
      ({ operation, path }) => path.includes('{') || operation.parameters || operation.requestBody,
    )
    expect(lacking(has('401'), guarded)).toEqual([])
    expect(
      lacking(
        has('403'),
        guarded.filter(({ path }) => path.includes('/private/')),
      ),
    ).toEqual([])
    expect(lacking(has('404'))).toEqual([])
    expect(lacking(has('400'), asking)).toEqual([])
    expect(lacking((one) => has('413')(one) && has('415')(one), writing)).toEqual([])
    const throttled = routes
      .filter(({ config }) => config?.throttle)
      .map(({ method, url }) => nameOf(String(method), url))
    expect(throttled.length).toBeGreaterThan(5)
    expect(
      lacking(
        has('429'),
        operations.filter(({ name }) => throttled.includes(name)),
      ),
    ).toEqual([])
  })

  test('gives every error the form in which clients know it', () => {
    for (const described of operations) {
      for (const status of statusesOf(described).filter((one) => !one.startsWith('2'))) {
        const content = answerOf(described, status)?.content ?? {}
        expect(Object.keys(content), `${described.name} ${status}`).toEqual(['application/json'])
        expect(JSON.stringify(content), `${described.name} ${status}`).toMatch(/Problem|FieldErrors/)
      }
    }
  })

  test('says what is answered when it goes well: something, a file, or plainly nothing', () => {
    expect(lacking((one) => successOf(one) !== undefined)).toEqual([])
    const files = operations.filter(({ path }) => /\/media\/|-icons\/|\/files\/|csv$|pdf$/.test(path))
    const isFile = (one: Described) => {
      const types = Object.keys(successOf(one)?.content ?? {})
      return types.length > 0 && !types.includes('application/json')
    }
    expect(files.length).toBeGreaterThan(3)
    expect(lacking(isFile, files)).toEqual([])
    const nothing = operations.filter((one) => !successOf(one)?.content).map(({ name }) => name)
    const known = [
      'get /signals/v1/relations',
      'get /signals/v1/private/expressions/validate',
      'post /signals/v1/my/signals/request-auth-token',
      'post /signals/v1/private/expressions/order',
      'post /signals/v1/private/users/{id}/invite',
      'post /signals/v1/private/background-jobs/{id}/retry',
      'post /signals/v1/public/subscriptions',
    ]
    expect(nothing.filter((name) => !name.startsWith('delete ') && !known.includes(name))).toEqual([])
  })

  test('says what is sent: forms with files as such, and whether a body may be left out', () => {
    const uploads = routes.filter(({ schema }) => schema?.consumes?.includes('multipart/form-data'))
    const names = uploads.flatMap(({ method, url }) => [method].flat().map((one) => nameOf(one, url)))
    const described = operations.filter(({ name }) => names.includes(name))
    expect(described.length).toBeGreaterThan(3)
    expect(
      lacking(({ operation }) => JSON.stringify(operation.requestBody).includes('"binary"'), described),
    ).toEqual([])
    const link = find('post /signals/v1/my/signals/request-auth-token')
    expect(link.operation.requestBody).toMatchObject({ required: false })
  })

  test('leads from what is made to what can be done with it', () => {
    const made = answerOf(find('post /signals/v1/private/signals'), '201')
    expect(made?.links).toHaveProperty('getPrivateSignalsById', {
      operationId: 'getPrivateSignalsById',
      parameters: { id: '$response.body#/id' },
    })
    const links = operations.flatMap((one) => Object.values(successOf(one)?.links ?? {}))
    const known = operations.map(({ operation }) => operation.operationId)
    expect(links.length).toBeGreaterThan(20)
    for (const link of links) expect(known).toContain((link as OpenAPIV3_1.LinkObject).operationId)
  })
})

function find(name: string): Described {
  const found = operations.find((one) => one.name === name)
  if (!found) throw new Error(`there is no ${name}`)
  return found
}
