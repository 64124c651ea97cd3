import { type RequestOptions, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'

export interface Certificates {
  /** PEM; by which this server shows who it is. */
  readonly certificate?: string | undefined
  readonly key?: string | undefined
  /** PEM; by whom the certificate of CityControl is signed, where that is none that everyone knows. */
  readonly authority?: string | undefined
}

export interface Message extends Certificates {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly timeoutMilliseconds: number
}

export interface MessageAnswer {
  readonly status: number
  readonly body: string
}

/** An answer is a page at most; a server that says more is no CityControl. */
const LARGEST_ANSWER = 1_000_000

/** One POST, with certificates of its own: `fetch` has no place for them. No redirection is followed. */
export function postMessage(message: Message): Promise<MessageAnswer> {
  const { url, body, headers, certificate, key, authority, timeoutMilliseconds } = message
  const isSecure = new URL(url).protocol === 'https:'
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(timeoutMilliseconds),
  }
  const secure = { ...options, cert: certificate, key, ca: authority }
  return new Promise((answered, failed) => {
    const request = isSecure ? requestSecure(url, secure) : requestPlain(url, options)
    request.on('error', failed)
    request.on('response', (response) => {
      const pieces: Buffer[] = []
      let size = 0
      response.on('error', failed)
      response.on('data', (piece: Buffer) => {
        size += piece.length
        if (size > LARGEST_ANSWER) request.destroy(new Error('CityControl sent too much'))
        else pieces.push(piece)
      })
      response.on('end', () =>
        answered({ status: response.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }),
      )
    })
    request.end(body)
  })
}
