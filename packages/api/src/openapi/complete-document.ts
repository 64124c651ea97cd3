import type { OpenAPIV3_1 } from 'openapi-types'
import { ANSWER_HEADERS, OPTIONAL_BODY } from './describe-route.ts'
import { addLinks } from './links.ts'

type Document = Partial<OpenAPIV3_1.Document>
type Operation = OpenAPIV3_1.OperationObject
type Response = OpenAPIV3_1.ResponseObject

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** What holds for all operations alike, and what one says of another, once every route is in the document. */
export function completeDocument(document: Document): Document {
  // A route with several methods is in the document once, under each of them: here they part.
  const whole = JSON.parse(JSON.stringify(document)) as Document
  for (const [path, item] of Object.entries(whole.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item?.[method]
      if (operation) completeOperation(operation, method, path)
    }
  }
  addLinks(whole)
  removeUnusedSchemas(whole)
  return whole
}

function completeOperation(operation: Operation, method: string, path: string): void {
  operation.operationId = operationIdOf(method, path)
  completeBody(operation)
  const marked = operation as Record<string, unknown>
  const own = marked[ANSWER_HEADERS] as Readonly<Record<string, string>> | undefined
  delete marked[ANSWER_HEADERS]
  for (const [status, response] of Object.entries(operation.responses ?? {})) {
    if ('$ref' in response) continue
    if (response.description === 'Default Response') response.description = successOf(status)
    addHeaders(response, status)
    if (status.startsWith('2')) addOwnHeaders(response, own ?? {})
  }
}

function completeBody(operation: Operation): void {
  const marked = operation as Record<string, unknown>
  const { requestBody } = operation
  if (marked[OPTIONAL_BODY] && requestBody && !('$ref' in requestBody)) requestBody.required = false
  delete marked[OPTIONAL_BODY]
}

/** `get` and `/signals/v1/private/signals/{id}/history` make `getPrivateSignalsByIdHistory`. */
function operationIdOf(method: string, path: string): string {
  const parts = path
    .replace(/^\/signals(\/v1)?/, '')
    .replaceAll(/\{(\w+)\}/g, 'by-$1')
    .split(/[^a-zA-Z0-9]+/)
    .filter((part) => part !== '')
  const name = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
  if (name !== '') return `${method}${name}`
  return path.endsWith('/v1') ? `${method}Version1` : `${method}Root`
}

function successOf(status: string): string {
  switch (status) {
    case '201':
      return 'It is made'
    case '202':
      return 'It is taken in, and will be done'
    case '204':
      return 'It is gone'
    default:
      return 'As asked'
  }
}

const TEXT = { type: 'string' } as const
const NUMBER = { type: 'integer' } as const

function addHeaders(response: Response, status: string): void {
  const headers: Record<string, OpenAPIV3_1.HeaderObject> = {
    'X-API-Version': { description: 'Version of this server', schema: TEXT },
  }
  if (status === '401') headers['WWW-Authenticate'] = { schema: TEXT }
  if (status === '405') headers.Allow = { description: 'Methods that can be used', schema: TEXT }
  if (['429', '503'].includes(status)) {
    headers['Retry-After'] = { description: 'Seconds to wait', schema: NUMBER }
  }
  response.headers = { ...response.headers, ...headers }
}

function addOwnHeaders(response: Response, meanings: Readonly<Record<string, string>>): void {
  for (const [name, description] of Object.entries(meanings)) {
    response.headers = { ...response.headers, [name]: { description, schema: TEXT } }
  }
}

/** Each named schema comes in a form for requests and one for answers, whether or not anything uses it. */
function removeUnusedSchemas(document: Document): void {
  const schemas = document.components?.schemas
  if (!schemas) return
  const used = new Set<string>()
  const look = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"/]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      look(schemas[name] ?? null)
    }
  }
  look(document.paths)
  for (const name of Object.keys(schemas)) if (!used.has(name)) delete schemas[name]
}
