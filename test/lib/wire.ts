import { type IncomingHttpHeaders, request } from 'node:http'

export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is. */
  readonly body?: string | Buffer
}

export interface Received {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  json<Body = Readonly<Record<string, unknown>>>(): Body
}

/** One request as it is written here: any method, any header (Host too), no redirect followed. */
export function send(base: string, path: string, sent: Sent = {}): Promise<Received> {
  const { hostname, port } = new URL(base)
  const body = sent.json === undefined ? sent.body : JSON.stringify(sent.json)
  const headers = {
    ...(sent.json === undefined ? {} : { 'content-type': 'application/json' }),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    ...sent.headers,
  }
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: sent.method ?? 'GET', headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text,
          json: () => JSON.parse(text),
        })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

export interface FormFile {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

const BOUNDARY = 'a-boundary-that-stands-in-no-file'

/** A form with one file, as browsers send it. */
export function formOf({ field, name, type, bytes }: FormFile): Pick<Sent, 'headers' | 'body'> {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  }
}
