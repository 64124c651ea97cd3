/** The server was not reached, or did not answer. */
export class ConnectionLost extends Error {
  constructor() {
    super('connection lost')
    this.name = 'ConnectionLost'
  }
}

/** The server said no. */
export class RequestRefused extends Error {
  readonly status: number
  readonly body: unknown
  constructor(status: number, body: unknown) {
    super(`refused: ${status}`)
    this.name = 'RequestRefused'
    this.status = status
    this.body = body
  }
}

export interface Reason {
  /** The path of the field that it is about, `undefined` for the whole. */
  readonly field: string | undefined
  readonly message: string
}

/** Every reason in a refusal, whatever depth the v1 form has put it at. */
export function listReasons(body: unknown, path: readonly string[] = []): Reason[] {
  if (typeof body === 'string') return [{ field: path.join('.') || undefined, message: body }]
  if (Array.isArray(body)) return body.flatMap((part) => listReasons(part, path))
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body).flatMap(([key, value]) =>
    listReasons(value, isField(key) ? [...path, key] : path),
  )
}

function isField(key: string): boolean {
  return key !== 'detail' && key !== 'non_field_errors'
}

export function isConflict(error: unknown): boolean {
  return error instanceof RequestRefused && (error.status === 412 || error.status === 409)
}
