import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ErrorStatus } from '@signalen/contract'
import type { Actor, Operation } from '@signalen/domain'
import type { Context } from '@signalen/services'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'

/** A Fastify instance whose routes are typed by their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

export interface Rate {
  readonly max: number
  readonly windowSeconds: number
}

/** How much of something is used under a key, within a time that begins with the first use. */
export interface Allowances {
  use(key: string, amount: number, windowSeconds: number): Promise<{ used: number; secondsLeft: number }>
}

export interface ApiOptions {
  /** The municipality that a request is for, found by its host name. */
  contextFor(request: FastifyRequest): Promise<Context>
  /** Who sends this request: undefined without credentials; throws a 401 Problem for bad ones. */
  authenticate(request: FastifyRequest, context: Context): Promise<Actor | undefined>
  readonly version: string
  /** The secret of this installation, for what must not be guessed or traced: signed addresses, hashes of clients. */
  readonly secret: string
  /** How many reports one network address may send; 'off' turns off every throttle. */
  readonly publicRateLimit: Rate | 'off'
  /** Where several processes count together; without it each counts for itself. */
  readonly allowances?: Allowances | undefined
  /** 'all' answers every origin, without credentials. */
  readonly corsOrigins: 'all' | readonly string[]
  /** Answers are checked against their schema: in tests and development, not in production. */
  readonly checkAnswers: boolean
}

export type HeaderMeanings = Readonly<Record<string, string>>

export type ThrottleName = 'reports' | 'uploads' | 'mailed-links' | 'look-ups'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authentication hook of private routes. */
    actor: Actor | undefined
    signalenContext: Context | undefined
  }
  interface FastifyContextConfig {
    /** The operation of the rights table that the route performs; checked before the body is read. */
    operation?: Operation
    /** How often one network address may ask this. */
    throttle?: ThrottleName
    /** Errors that the route answers besides those that follow from what it is. */
    errors?: readonly ErrorStatus[]
    /** Headers that the route looks at, and headers of its answers, with what they mean. */
    headers?: { readonly asked?: HeaderMeanings; readonly answered?: HeaderMeanings }
    /** What a form with files holds. */
    form?: Readonly<Record<string, 'file' | 'text'>>
  }
}
