import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type FakeS3,
  type FaultMood,
  type FaultProxy,
  openFakeS3,
  openFaultProxy,
  S3_KEYS,
} from '@signalen/testkit'
import { type MailServer, startMailServer } from './mail-server.ts'
import { startTokenIssuer, type TokenIssuer } from './token-issuer.ts'

export const OUTSIDE = ['mail', 'addresses', 'classification', 'files', 'identity'] as const

/** By the names under which the product watches them. */
export type OutsideName = (typeof OUTSIDE)[number]

export interface OutsideServices {
  /** What a server needs to use them, by way of what can go wrong. */
  readonly environment: Readonly<Record<string, string>>
  readonly mailServer: MailServer
  readonly issuer: TokenIssuer
  setMood(name: OutsideName, mood: FaultMood): void
  close(): Promise<void>
}

const TERMS = 'http://classification.example/signals/v1/public/terms/categories'

/** Every service that a municipality may connect, each behind something that breaks on command. */
export async function openOutsideServices(): Promise<OutsideServices> {
  const mailServer = await startMailServer()
  const [addresses, classification, s3] = await Promise.all([
    answerWith({ response: { docs: [] } }),
    answerWith({
      hoofdrubriek: [[`${TERMS}/afval`], [0.9]],
      subrubriek: [[`${TERMS}/afval/sub_categories/grofvuil`], [0.9]],
    }),
    openFakeS3(),
  ])
  const known: { issuer?: TokenIssuer } = {}
  const ports: Record<OutsideName, () => number> = {
    mail: () => portIn(mailServer.url),
    addresses: () => portOf(addresses),
    classification: () => portOf(classification),
    files: () => portIn(s3.endpoint),
    identity: () => portIn(known.issuer?.url ?? ''),
  }
  const proxies = new Map<OutsideName, FaultProxy>()
  for (const name of OUTSIDE)
    proxies.set(name, await openFaultProxy({ targetPort: ports[name], greets: name === 'mail' }))
  const urlOf = (name: OutsideName, scheme = 'http') => `${scheme}://127.0.0.1:${proxies.get(name)?.port}`
  const issuer = await startTokenIssuer({ publicUrl: urlOf('identity') })
  known.issuer = issuer
  return {
    mailServer,
    issuer,
    environment: {
      SMTP_URL: urlOf('mail', 'smtp'),
      GEOCODER: 'pdok',
      PDOK_URL: urlOf('addresses'),
      CLASSIFIER_URL: urlOf('classification'),
      OIDC_ISSUER: urlOf('identity'),
      ...s3Settings(s3, urlOf('files')),
    },
    setMood: (name, mood) => proxies.get(name)?.setMood(mood),
    async close() {
      for (const proxy of proxies.values()) await proxy.close()
      await Promise.all([
        mailServer.close(),
        issuer.close(),
        s3.close(),
        close(addresses),
        close(classification),
      ])
    },
  }
}

function s3Settings({ bucket }: FakeS3, endpoint: string) {
  return {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  }
}

async function answerWith(answer: object): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function portIn(url: string): number {
  return Number(new URL(url).port)
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
