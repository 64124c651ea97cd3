import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface TokenIssuer {
  readonly url: string
  /** A bearer token of this user, good for the length of a test; of another key, when one is named. */
  tokenFor(email: string, kid?: string): Promise<string>
  close(): Promise<void>
}

export interface TokenIssuerOptions {
  /** Where it is reached, when something stands before it. */
  readonly publicUrl?: string
}

/** An identity provider with one key, for clients that come with bearer tokens. */
export async function startTokenIssuer(options: TokenIssuerOptions = {}): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const key = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }
  const server = createServer((request, response) => {
    const answer = request.url?.endsWith('/keys')
      ? { keys: [key] }
      : {
          issuer,
          jwks_uri: `${issuer}/keys`,
          authorization_endpoint: issuer,
          token_endpoint: issuer,
        }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const issuer = options.publicUrl ?? url
  return {
    url,
    tokenFor: (email, kid = 'test') =>
      new SignJWT({ email })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuer(issuer)
        .setIssuedAt()
        .setExpirationTime('8h')
        .sign(privateKey),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
