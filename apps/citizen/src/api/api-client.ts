import type { FastifyRequest } from 'fastify'
import type { ApiClient, ApiFetch } from '../options.ts'

/** The API for one visitor. Every answer is read with care: it may be another version's. */
export interface Api {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<ApiAnswer>
  send(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<ApiAnswer>
  upload(path: string, files: readonly File[], fields?: Readonly<Record<string, string>>): Promise<ApiAnswer>
}

export interface ApiAnswer {
  readonly status: number
  readonly ok: boolean
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown
}

export function createApi(apiFetch: ApiFetch, request: FastifyRequest): Api {
  const client: ApiClient = { address: request.ip, host: request.host, protocol: request.protocol }
  const call = async (path: string, init: RequestInit) => readAnswer(await apiFetch(path, init, client))
  return {
    get: (path, headers = {}) => call(path, { headers: { accept: 'application/json', ...headers } }),
    send: (method, path, body, headers = {}) =>
      call(path, {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    upload(path, files, fields = {}) {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      for (const file of files) form.append('file', file)
      return call(path, { method: 'POST', body: form, headers: { accept: 'application/json' } })
    },
  }
}

async function readAnswer(response: Response): Promise<ApiAnswer> {
  const text = await response.text()
  return { status: response.status, ok: response.ok, body: parseJson(text) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Waits no longer than this; what comes later is not needed any more. */
export function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, milliseconds, undefined)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
