import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { Problem, type StoredFile } from '@signalen/services'
import { AwsV4Signer } from 'aws4fetch'
import { createBreaker } from '../outside/breaker.ts'

export interface S3Options {
  /** Address of the service, without the bucket. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Where the bucket stands in the address: in its path, as most services take it, or in the host name. */
  readonly addressing?: 'path' | 'host' | undefined
  /** Until it begins to answer; what is sent gets a second more for each megabyte. */
  readonly timeoutMilliseconds?: number | undefined
  readonly restMilliseconds?: number | undefined
}

export interface S3Object {
  readonly key: string
  readonly size: number
}

export interface S3Client {
  put(key: string, bytes: Buffer, mimetype: string): Promise<void>
  /** A file of this machine, of any size, read as it is sent. */
  putFile(key: string, path: string): Promise<void>
  get(key: string): Promise<StoredFile | undefined>
  delete(key: string): Promise<void>
  /** In the order of the keys. */
  list(prefix: string): AsyncGenerator<S3Object>
  /** True while it is left alone because it did not answer several times. */
  isResting(): boolean
}

interface Sending {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly key: string
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: Blob | undefined
  readonly sha256?: string | undefined
}

const TIMEOUT_MILLISECONDS = 10_000
const ATTEMPTS = 3
const MEGABYTE = 1024 * 1024
const EMPTY_SHA256 = createHash('sha256').digest('hex')

/**
 * What is needed of the S3 protocol, for any service that speaks it. Requests that failed at once are tried
 * again; one that hangs is given up, and after several failures the service is left alone for a while.
 */
export function createS3Client(options: S3Options): S3Client {
  const breaker = createBreaker({ restMilliseconds: options.restMilliseconds, rest: unavailable })
  const send = (sending: Sending) => breaker.guard(() => sendPatiently(options, sending))
  return {
    isResting: breaker.isOpen,
    async put(key, bytes, mimetype) {
      const body = new Blob([new Uint8Array(bytes)], { type: mimetype })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await expectAnswer(await send({ method: 'PUT', key, body, sha256 }), 200)
    },
    async putFile(key, path) {
      const body = await openAsBlob(path, { type: 'application/octet-stream' })
      await expectAnswer(await send({ method: 'PUT', key, body, sha256: await hashFile(path) }), 200)
    },
    async get(key) {
      const answer = await send({ method: 'GET', key })
      return (await isMissing(answer)) ? undefined : readFile(await expectAnswer(answer, 200))
    },
    async delete(key) {
      const answer = await send({ method: 'DELETE', key })
      if (await isMissing(answer)) return
      await expectAnswer(answer, 200, 204)
    },
    list: (prefix) => listObjects(send, prefix),
  }
}

async function sendPatiently(options: S3Options, sending: Sending): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await sendOnce(options, sending).catch((error: Error) => error)
    if (isAnswer(answer, sending)) return answer
    const isHanging = answer instanceof Error && answer.name === 'TimeoutError'
    if (isHanging || attempt === ATTEMPTS) throw unavailable()
    if (answer instanceof Response) await answer.body?.cancel()
    await delay(100 * 2 ** attempt * (0.5 + Math.random()))
  }
}

/** Whoever kept a file says so by its tag: a yes without it comes from something else than the storage. */
function isAnswer(answer: Response | Error, { method }: Sending): answer is Response {
  if (!(answer instanceof Response) || answer.status >= 500 || answer.status === 429) return false
  return method !== 'PUT' || answer.status !== 200 || answer.headers.has('etag')
}

async function sendOnce(options: S3Options, { method, key, query, body, sha256 }: Sending) {
  const signer = new AwsV4Signer({
    method,
    url: addressOf(options, key, query),
    headers: {
      'x-amz-content-sha256': sha256 ?? EMPTY_SHA256,
      ...(body?.type ? { 'content-type': body.type } : {}),
    },
    accessKeyId: options.accessKeyId,
    secretAccessKey: options.secretAccessKey,
    service: 's3',
    region: options.region,
  })
  const signed = await signer.sign()
  // The time is for the answer to begin: a file may be read as slowly as its reader wants.
  const timeout = new AbortController()
  const patience =
    (options.timeoutMilliseconds ?? TIMEOUT_MILLISECONDS) + ((body?.size ?? 0) / MEGABYTE) * 1000
  const timer = setTimeout(() => timeout.abort(new DOMException('no answer', 'TimeoutError')), patience)
  try {
    return await fetch(signed.url, {
      method,
      headers: signed.headers,
      body: body ?? null,
      redirect: 'error',
      signal: timeout.signal,
    })
  } finally {
    clearTimeout(timer)
  }
}

function addressOf(options: S3Options, key: string, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(options.endpoint)
  const folder = url.pathname.replace(/\/$/, '')
  if (options.addressing === 'host') {
    url.hostname = `${options.bucket}.${url.hostname}`
    url.pathname = `${folder}/${key}`
  } else {
    url.pathname = `${folder}/${options.bucket}/${key}`
  }
  url.search = new URLSearchParams(query).toString()
  return url.href
}

/** A bucket that is not there is a fault of the settings; a file that is not there is an answer. */
async function isMissing(answer: Response): Promise<boolean> {
  if (answer.status !== 404) return false
  const text = await answer.text()
  if (text.includes('NoSuchBucket')) throw refused(404)
  return true
}

async function expectAnswer(answer: Response, ...statuses: number[]): Promise<Response> {
  if (statuses.includes(answer.status)) return answer
  await answer.body?.cancel()
  throw refused(answer.status)
}

function readFile(answer: Response): StoredFile {
  const size = Number(answer.headers.get('content-length'))
  return { size, bytes: answer.body ? Readable.fromWeb(answer.body) : Readable.from([]) }
}

async function* listObjects(
  send: (sending: Sending) => Promise<Response>,
  prefix: string,
): AsyncGenerator<S3Object> {
  let token: string | undefined
  do {
    const query = { 'list-type': '2', prefix, ...(token ? { 'continuation-token': token } : {}) }
    const answer = await expectAnswer(await send({ method: 'GET', key: '', query }), 200)
    const text = await answer.text()
    for (const [, entry = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      yield { key: textIn(entry, 'Key') ?? '', size: Number(textIn(entry, 'Size')) }
    }
    token = textIn(text, 'NextContinuationToken')
  } while (token !== undefined)
}

function textIn(xml: string, element: string): string | undefined {
  const found = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1]
  return found?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

function unavailable(): Problem {
  const detail = 'Bestanden zijn even niet bereikbaar. Probeer het over een minuut nog eens.'
  return new Problem(503, { detail }, { 'retry-after': '60' })
}

/** For the log of the operator; callers get a fault of ours. */
function refused(status: number): Error {
  return new Error(`the object storage refused (${status}): look at S3_BUCKET, the keys and their rights`)
}
