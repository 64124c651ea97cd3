import type { FastifyRequest } from 'fastify'
import { readForm } from './read-form.ts'

/** The fields of a form in parts, as any other form has them: one that comes more often is a list. */
export function readFields(request: FastifyRequest): Promise<Record<string, string | string[]>> {
  return readForm(request, async (parts) => {
    const fields = new Map<string, string[]>()
    for await (const part of parts) {
      if (part.type === 'file') part.file.resume()
      else fields.set(part.fieldname, [...(fields.get(part.fieldname) ?? []), String(part.value)])
    }
    return Object.fromEntries(
      [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
    )
  })
}
