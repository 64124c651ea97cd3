import {
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'

/**
 * All that a span may carry. None of these holds what people wrote, who they are or where they live; a closed
 * list keeps it so.
 */
export interface SpanFacts {
  readonly 'http.request.method'?: string
  readonly 'http.route'?: string
  readonly 'http.response.status_code'?: number
  readonly 'db.system.name'?: 'postgresql'
  readonly 'db.query.summary'?: string
  readonly 'error.type'?: string
  readonly 'signalen.service'?: string
}

export type Kind = 'server' | 'client'

export interface OpenSpan {
  /** Runs what belongs to it. */
  within<Result>(work: () => Result): Result
  rename(name: string): void
  add(facts: SpanFacts): void
  end(error?: unknown): void
}

export interface SpanOptions {
  readonly kind: Kind
  readonly facts?: SpanFacts
  /** Headers of what caused it; without a `traceparent` among them it belongs to what is going on. */
  readonly cause?: Readonly<Record<string, unknown>> | undefined
}

const KINDS: Readonly<Record<Kind, SpanKind>> = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
}

/** Costs next to nothing while nothing is sent. */
export function openSpan(name: string, { kind, facts, cause }: SpanOptions): OpenSpan {
  const parent = cause ? propagation.extract(context.active(), cause) : context.active()
  const options = { kind: KINDS[kind], ...(facts ? { attributes: { ...facts } } : {}) }
  const span = trace.getTracer('signalen').startSpan(name, options, parent)
  return wrapSpan(span, trace.setSpan(parent, span))
}

function wrapSpan(span: Span, own: Context): OpenSpan {
  let isEnded = false
  return {
    within: (work) => context.with(own, work),
    rename: (name) => span.updateName(name),
    add: (facts) => span.setAttributes({ ...facts }),
    end(error) {
      if (isEnded) return
      isEnded = true
      if (error !== undefined) {
        // Its message may quote a mail or an address; its kind says enough.
        span.setAttribute('error.type', typeOf(error))
        span.setStatus({ code: SpanStatusCode.ERROR })
      }
      span.end()
    },
  }
}

export async function inSpan<Result>(
  name: string,
  options: SpanOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const span = openSpan(name, options)
  try {
    const result = await span.within(work)
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}

/** Whether what is going on is part of a trace: what the process does by itself is not worth a span. */
export function isTraced(): boolean {
  return trace.getActiveSpan() !== undefined
}

function typeOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
