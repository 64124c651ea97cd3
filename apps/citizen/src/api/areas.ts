import { type Api, within } from './api-client.ts'
import { fieldsOf, listOf, textOf } from './read-json.ts'

type Ring = readonly (readonly [number, number])[]

export interface Area {
  readonly code: string
  readonly name: string
  /** «Wijk» */
  readonly type: string
  /** Of each part the outline, and then what is cut out of it. */
  readonly parts: readonly (readonly Ring[])[]
}

/** The areas of the municipality with their outlines; none when they cannot be had. */
export async function listAreas(api: Api): Promise<Area[]> {
  const answer = await within(
    4000,
    api.get('/signals/v1/public/areas/geography/?page_size=500').catch(() => undefined),
  )
  if (!answer?.ok) return []
  return listOf(fieldsOf(answer.body).features).flatMap((feature) => readArea(feature) ?? [])
}

function readArea(feature: unknown): Area | undefined {
  const { geometry, properties } = fieldsOf(feature)
  const { name, code, type } = fieldsOf(properties)
  const { coordinates } = fieldsOf(geometry)
  if (!textOf(code) || !Array.isArray(coordinates)) return undefined
  const typeCode = textOf(fieldsOf(type).code)
  return {
    code: `${typeCode}.${textOf(code)}`,
    name: textOf(name),
    type: textOf(fieldsOf(type).name),
    parts: coordinates as Area['parts'],
  }
}
