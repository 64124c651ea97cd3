/**
 * The document with values that mean something to this server beside what chance would make up: a place in
 * the municipality, a category that it has. Without them hardly a report would ever be made.
 */
export interface Hint {
  /** Name of a property, wherever it stands in a request. */
  readonly property: string
  readonly values: readonly unknown[]
}

type Json = Record<string, unknown>

export function hintDocument(document: Json, hints: readonly Hint[]): Json {
  const hinted = structuredClone(document)
  for (const item of Object.values((hinted.paths ?? {}) as Record<string, Json>)) {
    for (const operation of Object.values(item) as { requestBody?: { content?: Record<string, Json> } }[]) {
      for (const media of Object.values(operation.requestBody?.content ?? {})) hintSchema(media.schema, hints)
    }
  }
  return hinted
}

function hintSchema(schema: unknown, hints: readonly Hint[]): void {
  if (typeof schema !== 'object' || schema === null) return
  const { properties, items, anyOf } = schema as { properties?: Json; items?: unknown; anyOf?: unknown[] }
  hintSchema(items, hints)
  for (const form of anyOf ?? []) hintSchema(form, hints)
  for (const [name, property] of Object.entries(properties ?? {})) {
    hintSchema(property, hints)
    const hint = hints.find((one) => one.property === name)
    if (properties && hint) properties[name] = withValues(property as Json, hint.values)
  }
}

/** Of a list, what may stand in it; else what the property may be, the given values first. */
function withValues(schema: Json, values: readonly unknown[]): Json {
  if (schema.type !== 'array') return { anyOf: [{ enum: values }, schema] }
  return { ...schema, items: { anyOf: [{ enum: values }, schema.items] } }
}
