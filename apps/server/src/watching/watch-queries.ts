import type { Database } from '@signalen/database'
import { isTraced, type OpenSpan, openSpan } from '@signalen/integrations'

type Query = (...args: unknown[]) => unknown
type Client = { query: Query }

/** A span for each query, named by what it does to which table; values and texts stay out of it. */
export function watchQueries(database: Database): void {
  const watched = new WeakSet<object>()
  database.pool.on('acquire', (client) => {
    if (watched.has(client)) return
    watched.add(client)
    watchClient(client as unknown as Client)
  })
}

function watchClient(client: Client): void {
  const query = client.query.bind(client) as Query
  client.query = (...args) => {
    if (!isTraced()) return query(...args)
    const name = summarise(args[0])
    const span = openSpan(name, {
      kind: 'client',
      facts: { 'db.system.name': 'postgresql', 'db.query.summary': name },
    })
    return span.within(() => observe(span, query, args))
  }
}

function observe(span: OpenSpan, query: Query, args: unknown[]): unknown {
  const last = args.at(-1)
  if (typeof last === 'function') {
    const answered = (error: unknown, ...rest: unknown[]) => {
      span.end(error ?? undefined)
      return last(error, ...rest)
    }
    return query(...args.slice(0, -1), answered)
  }
  const result = query(...args)
  if (result instanceof Promise) {
    result.then(
      () => span.end(),
      (error: unknown) => span.end(error),
    )
  } else span.end()
  return result
}

const TABLE = /\b(?:from|into|update|join)\s+(?:only\s+)?(?:"?\w+"?\.)?"?([a-z_]+)"?/i

/** `select signal`: the first word and the first table. */
export function summarise(query: unknown): string {
  const text = typeof query === 'string' ? query : String((query as { text?: unknown })?.text ?? '')
  const verb = /^\s*\(?\s*([a-z]+)/i.exec(text)?.[1]?.toLowerCase() ?? 'query'
  const table = TABLE.exec(text)?.[1]
  return table ? `${verb} ${table}` : verb
}
