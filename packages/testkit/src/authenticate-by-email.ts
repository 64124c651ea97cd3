import type { Actor } from '@signalen/domain'
import { type Context, findActorByEmail } from '@signalen/services'
import type { FastifyRequest } from 'fastify'

/** Signs in whoever is named behind `Bearer`, with the rights that the database gives them. */
export async function authenticateByEmail(
  request: FastifyRequest,
  context: Context,
): Promise<Actor | undefined> {
  const email = request.headers.authorization?.replace(/^Bearer /, '')
  return email ? findActorByEmail(context, email) : undefined
}
