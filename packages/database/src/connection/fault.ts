export type DatabaseFaultCode =
  | 'changed-migration'
  | 'engine-stopped'
  | 'folder-in-use'
  | 'folder-unusable'
  | 'missing-extension'
  | 'missing-rights'
  | 'newer-database'
  | 'no-connection-free'
  | 'older-database'
  | 'query-outside-transaction'
  | 'transaction-not-opened-by-handle'
  | 'unknown-municipality'
  | 'unreachable'
  | 'unsupported-server'

/**
 * What the database room refuses or cannot do, as one sentence for the operator. The sentence holds no
 * secrets and no personal data, so a command line may print it as it is.
 */
export class DatabaseFault extends Error {
  readonly code: DatabaseFaultCode

  constructor(code: DatabaseFaultCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseFault'
    this.code = code
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
