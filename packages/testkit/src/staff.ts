import type { Context } from '@signalen/services'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { authenticateByEmail } from './authenticate-by-email.ts'
import { loadConfiguration } from './configuration.ts'
import { openTestApi } from './test-api.ts'

export const ADMINISTRATOR = 'beheerder@waterveste.example'

/** A user who has these permissions, of themself and not by a role. */
export async function addUserWith(
  context: Pick<Context, 'db' | 'clock'>,
  email: string,
  permissions: readonly string[],
): Promise<string> {
  await loadConfiguration(context, { users: [{ email, permissions }] })
  return email
}

export interface StaffApi {
  readonly app: FastifyInstance
  /** Asks as the administrator, or as another user. */
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    options?: AskOptions,
  ): Promise<Answer>
}

export interface AskOptions {
  readonly body?: InjectOptions['payload'] | undefined
  /** The e-mail address of the one who asks; null for someone who is not signed in. */
  readonly as?: string | null | undefined
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any
  readonly headers: Readonly<Record<string, unknown>>
}

/** The API with one administrator, who may do everything. */
export async function openStaffApi(context: Context): Promise<StaffApi> {
  await loadConfiguration(context, { users: [{ email: ADMINISTRATOR, isSuperuser: true }] })
  const app = await openTestApi(context, { authenticate: authenticateByEmail })
  return {
    app,
    async ask(method, path, { body, as = ADMINISTRATOR } = {}) {
      const response = await app.inject({
        method,
        url: `/signals/v1${path}`,
        headers: { host: 'localhost', ...(as === null ? {} : { authorization: `Bearer ${as}` }) },
        ...(body === undefined ? {} : { payload: body }),
      })
      const isJson = /json/.test(String(response.headers['content-type'])) && response.body !== ''
      return {
        status: response.statusCode,
        body: isJson ? response.json() : response.body,
        headers: response.headers,
      }
    },
  }
}

export interface GuardedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** All of them are needed, and no other. */
  readonly needs: readonly string[]
}

/** What a request answers without each of the permissions that it needs: not signed in, nothing, one too few, all. */
export async function findRightsAnswers(
  api: StaffApi,
  context: Context,
  { method, path, needs }: GuardedRequest,
): Promise<{ readonly anonymous: number; readonly without: readonly number[]; readonly with: number }> {
  const answerWith = async (permissions: readonly string[]) => {
    const email = await addUserWith(
      context,
      `rechten-${permissions.join('.') || 'geen'}@waterveste.example`,
      permissions,
    )
    return (await api.ask(method, path, { as: email, body: method === 'GET' ? undefined : {} })).status
  }
  const without = []
  for (const lacking of needs) without.push(await answerWith(needs.filter((need) => need !== lacking)))
  return {
    anonymous: (await api.ask(method, path, { as: null })).status,
    without,
    with: await answerWith(needs),
  }
}
