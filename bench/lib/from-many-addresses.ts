import type { HttpClient } from '../../test/lib/http-client.ts'

/** Of the network that is set apart for measuring. */
export function anyAddress(): string {
  const part = () => Math.floor(Math.random() * 256)
  return `198.18.${part()}.${part()}`
}

/** Each request comes from another network address, as those of many people do, unless it names its own. */
export function fromManyAddresses(client: HttpClient): HttpClient {
  return {
    ...client,
    ask: (path, asked = {}) =>
      client.ask(path, { ...asked, headers: { 'x-forwarded-for': anyAddress(), ...asked.headers } }),
  }
}
