/** The sentences in an answer that refuses something, whatever fields they stand at; each once. */
export function readableErrors(body: unknown): string[] {
  return [...new Set(collect(body))]
}

function collect(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  if (Array.isArray(part)) return part.flatMap(collect)
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(collect) : []
}
