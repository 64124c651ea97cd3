import type { FastifyInstance } from 'fastify'

export type ApiFetch = (path: string, init?: RequestInit, client?: ClientOfRequest) => Promise<Response>

/** For whom a call is made, so that limits count the visitor and links carry the visitor's host. */
export interface ClientOfRequest {
  readonly address: string
  readonly host: string
  readonly protocol: string
}

/**
 * The API as the citizen site calls it: the same requests and answers as over the network, without the
 * network. That site could stand elsewhere and use `fetch`.
 */
export function createInProcessFetch(app: FastifyInstance): ApiFetch {
  return async (path, init = {}, client) => {
    const request = new Request(new URL(path, 'http://signalen.internal'), init)
    const payload = request.body ? Buffer.from(await request.arrayBuffer()) : undefined
    const answer = await app.inject({
      method: request.method as 'GET',
      url: path,
      headers: { ...Object.fromEntries(request.headers), host: client?.host ?? 'localhost' },
      ...(payload ? { payload } : {}),
      ...(client ? { remoteAddress: client.address } : {}),
    })
    const hasBody = answer.statusCode !== 204 && answer.statusCode !== 304
    return new Response(hasBody ? new Uint8Array(answer.rawPayload) : null, {
      status: answer.statusCode,
      headers: headersOf(answer.headers),
    })
  }
}

function headersOf(headers: Record<string, number | string | string[] | undefined>): Headers {
  const found = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const part of [value].flat()) if (part !== undefined) found.append(name, String(part))
  }
  return found
}
