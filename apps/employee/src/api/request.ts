import { noteReachable } from './connection.ts'
import { ConnectionLost, RequestRefused } from './failures.ts'
import { noteOwnChange } from './own-changes.ts'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** The version that the change was made on; the server refuses when it is no longer the newest. */
  readonly ifMatch?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Answer<Body> {
  readonly body: Body
  readonly etag: string | undefined
  readonly headers: Headers
}

/** What requests need to know of the session; set once, by the session itself. */
export interface SessionPort {
  findCsrfToken(): string | undefined
  /** Asks the person to sign in again, and is done when that has been. */
  waitForSignIn(): Promise<void>
}

let session: SessionPort = {
  findCsrfToken: () => undefined,
  waitForSignIn: () => new Promise(() => undefined),
}

export function connectSession(port: SessionPort): void {
  session = port
}

/** One request to the API. When the session is over it waits until the person is back, and goes on. */
export async function request<Body>(path: string, options: RequestOptions = {}): Promise<Answer<Body>> {
  const response = await send(path, options)
  if (response.status === 401) {
    await session.waitForSignIn()
    return request(path, options)
  }
  if (!response.ok) throw await readRefusal(response)
  return {
    body: (await readBody(response)) as Body,
    etag: response.headers.get('etag') ?? undefined,
    headers: response.headers,
  }
}

/** As `request`, when only the answer itself matters. */
export async function read<Body>(path: string, options: RequestOptions = {}): Promise<Body> {
  return (await request<Body>(path, options)).body
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, signal } = options
  if (method !== 'GET') noteOwnChange(path)
  try {
    const response = await fetch(path, {
      method,
      headers: headersOf(method, options),
      credentials: 'same-origin',
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    })
    // What was taken along answers without connection.
    noteReachable(!response.headers.has('x-signalen-kept'))
    return response
  } catch (error) {
    if (signal?.aborted) throw error
    noteReachable(false)
    throw new ConnectionLost()
  }
}

function headersOf(method: string, options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = { accept: 'application/json' }
  const token = session.findCsrfToken()
  if (method !== 'GET' && token) headers['x-csrf-token'] = token
  if (options.body !== undefined && !(options.body instanceof FormData)) {
    headers['content-type'] = 'application/json'
  }
  if (options.ifMatch) headers['if-match'] = options.ifMatch
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey
  return headers
}

async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  return /\bjson\b/.test(response.headers.get('content-type') ?? '') ? response.json() : response.blob()
}

async function readRefusal(response: Response): Promise<RequestRefused> {
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  const body: unknown = isJson ? await response.json().catch(() => undefined) : undefined
  return new RequestRefused(response.status, body)
}
