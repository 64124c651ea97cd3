import type { OpenAPIV3_1 } from 'openapi-types'

type Document = Partial<OpenAPIV3_1.Document>

const METHODS = ['get', 'put', 'patch', 'delete', 'post'] as const

/** Where the answer to making something holds what its address is made of. */
function fieldOf(path: string, parameter: string): string {
  if (parameter !== 'uuid') return 'id'
  return path.endsWith('/session') ? 'uuid' : 'signal_id'
}

/** The place where what is made at a path is found, when that is not right under it. */
const PLACES: Readonly<Record<string, string>> = {
  '/signals/v1/public/qa/questionnaires/{uuid}/session': '/signals/v1/public/qa/sessions',
}

/** From each answer that something was made, to all that can be done with it next. */
export function addLinks(document: Document): void {
  const paths = Object.entries(document.paths ?? {})
  for (const [path, item] of paths) {
    const made = item?.post?.responses?.['201']
    if (!made || '$ref' in made) continue
    const links = paths.flatMap(([other, found]) => linksTo({ path, other, found, made }))
    if (links.length > 0) made.links = Object.fromEntries(links)
  }
}

interface Pair {
  readonly path: string
  readonly other: string
  readonly found: OpenAPIV3_1.PathItemObject | undefined
  readonly made: OpenAPIV3_1.ResponseObject
}

function linksTo({ path, other, found, made }: Pair): [string, OpenAPIV3_1.LinkObject][] {
  const parameter = ownParameter(PLACES[path] ?? path, other)
  if (!found || parameter === undefined) return []
  const field = fieldOf(path, parameter)
  if (!holds(made, field)) return []
  const parameters: Record<string, string> = { [parameter]: `$response.body#/${field}` }
  for (const name of namesIn(path)) {
    if (namesIn(other).includes(name) && name !== parameter) parameters[name] = `$request.path.${name}`
  }
  return METHODS.flatMap((method): [string, OpenAPIV3_1.LinkObject][] => {
    const operationId = found[method]?.operationId
    return operationId ? [[operationId, { operationId, parameters }]] : []
  })
}

/** Whether the answer, or one form of it, has the field. */
function holds(made: OpenAPIV3_1.ResponseObject, field: string): boolean {
  const schema = made.content?.['application/json']?.schema
  if (!schema || '$ref' in schema) return false
  const forms = [schema, ...(schema.anyOf ?? [])]
  return forms.some((form) => !('$ref' in form) && form.properties?.[field] !== undefined)
}

/** The one parameter that `other` has beyond the place where things are made: {id} of …/signals/{id}/history. */
function ownParameter(place: string, other: string): string | undefined {
  if (!other.startsWith(`${place}/{`)) return undefined
  const [name, ...more] = namesIn(other.slice(place.length))
  return more.length === 0 ? name : undefined
}

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}
