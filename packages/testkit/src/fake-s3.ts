import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const S3_KEYS = { accessKeyId: 'TESTKEY', secretAccessKey: 'a secret of the test' } as const

/** How it misbehaves from now on: `down` answers 503, `hung` not at all, `cut` breaks files off halfway. */
export type S3Mood = 'well' | 'down' | 'hung' | 'cut'

export interface FakeS3 {
  readonly endpoint: string
  readonly bucket: string
  readonly objects: Map<string, { readonly bytes: Buffer; readonly type: string }>
  /** Of every request, refused ones too. */
  readonly requests: string[]
  /** For so many requests, and then well again; for ever without a number. */
  setMood(mood: S3Mood, requests?: number): void
  close(): Promise<void>
}

const PAGE = 2

/** An S3 service in this process, which refuses what is not signed well or not what was signed. */
export async function openFakeS3(bucket = 'signalen'): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map()
  const requests: string[] = []
  let mood: { now: S3Mood; left: number } = { now: 'well', left: 0 }
  const takeMood = (): S3Mood => {
    if (mood.left-- <= 0) return 'well'
    return mood.now
  }
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    answer({ request, response, bucket, objects, mood: takeMood() }).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    bucket,
    objects,
    requests,
    setMood(now, left = Number.POSITIVE_INFINITY) {
      mood = { now, left }
    },
    close() {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly bucket: string
  readonly objects: FakeS3['objects']
  readonly mood: S3Mood
}

async function answer({ request, response, bucket, objects, mood }: Exchange): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  if (mood === 'hung') return
  if (mood === 'down') return fail(response, 503, 'SlowDown')
  if (!isSigned(request, body)) return fail(response, 403, 'SignatureDoesNotMatch')
  const url = new URL(request.url ?? '/', 'http://fake')
  const [, asked, ...rest] = url.pathname.split('/')
  if (asked !== bucket) return fail(response, 404, 'NoSuchBucket')
  const key = rest.join('/')
  if (request.method === 'GET' && key === '') return list(response, objects, url.searchParams)
  if (request.method === 'PUT') {
    objects.set(key, { bytes: body, type: request.headers['content-type'] ?? '' })
    response.writeHead(200, { etag: `"${createHash('md5').update(body).digest('hex')}"` }).end()
    return
  }
  if (request.method === 'DELETE') {
    objects.delete(key)
    response.writeHead(204).end()
    return
  }
  const found = objects.get(key)
  if (!found) return fail(response, 404, 'NoSuchKey')
  response.writeHead(200, { 'content-length': found.bytes.length, 'content-type': found.type })
  if (mood === 'cut') {
    response.write(found.bytes.subarray(0, found.bytes.length / 2), () => response.destroy())
    return
  }
  response.end(found.bytes)
}

function fail(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}

/** In pages of two, so that every list has several. */
function list(response: ServerResponse, objects: FakeS3['objects'], query: URLSearchParams): void {
  const after = query.get('continuation-token') ?? ''
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .toSorted()
  const page = keys.slice(0, PAGE)
  const entries = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.bytes.length}</Size></Contents>`,
  )
  const more = keys.length > PAGE ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  response.writeHead(200, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><ListBucketResult>${entries.join('')}${more}</ListBucketResult>`)
}

/** AWS Signature Version 4, worked out anew from the request as it arrived. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const header =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/
  const [, keyId, day = '', region = '', names = '', signature] =
    header.exec(request.headers.authorization ?? '') ?? []
  const content = sha256(body)
  if (keyId !== S3_KEYS.accessKeyId || request.headers['x-amz-content-sha256'] !== content) return false
  const url = new URL(request.url ?? '/', 'http://fake')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`)
  const canonical = [request.method, url.pathname, query, headers.join(''), names, content].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(
    (secret, part) => createHmac('sha256', secret).update(part).digest(),
    Buffer.from(`AWS4${S3_KEYS.secretAccessKey}`),
  )
  return createHmac('sha256', key).update(toSign).digest('hex') === signature
}

function sha256(value: string | Buffer): string {
  return createHash('sha256').update(value).digest('hex')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
