import { Agent, request } from 'node:http'

export interface Answer {
  readonly status: number
  readonly body: Buffer
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

export interface HttpClient {
  ask(path: string, ask?: Ask): Promise<Answer>
  close(): void
}

/** Lighter than `fetch`, so that a measurement measures the server. Connections are kept open, as browsers do. */
export function createHttpClient(baseUrl: string): HttpClient {
  const agent = new Agent({ keepAlive: true })
  return {
    ask: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const payload = body === undefined ? undefined : JSON.stringify(body)
        const type = payload === undefined ? {} : { 'content-type': 'application/json' }
        const sent = request(
          new URL(path, baseUrl),
          { agent, method, headers: { ...type, ...headers } },
          (response) => {
            const chunks: Buffer[] = []
            response.on('data', (chunk: Buffer) => chunks.push(chunk))
            response.on('error', reject)
            response.on('end', () => {
              if (response.complete)
                resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) })
              else reject(new Error('the answer was broken off'))
            })
          },
        )
        sent.on('error', reject)
        sent.end(payload)
      }),
    close: () => agent.destroy(),
  }
}
