import type { Context } from '../context.ts'

/** Where the address is confirmed; the secret in it is kept nowhere else. */
export function confirmUrl({ citizenUrl }: Context, token: string): string {
  return `${citizenUrl}/volgen/bevestig/${token}`
}

/** In every mail to who is subscribed. */
export function stopUrl({ citizenUrl }: Context, stopToken: string): string {
  return `${citizenUrl}/volgen/stop/${stopToken}`
}
