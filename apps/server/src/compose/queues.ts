import type { Database } from '@signalen/database'
import type { Jobs } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'

type Queues = Record<keyof Jobs, { retryLimit: number; retryDelaySeconds: number; concurrency: number }>

/** On the embedded database, which has one connection, more mails at once would keep requests waiting. */
const MAILS_EMBEDDED = 8

/** How patient each kind of job is. Mail is tried for about a day and a half. */
const QUEUES: Queues = {
  'mail.send': { retryLimit: 40, retryDelaySeconds: 5, concurrency: MAILS_EMBEDDED },
  'signal.split': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 1 },
  'followers.tell': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 1 },
  'bulk.run': { retryLimit: 5, retryDelaySeconds: 5, concurrency: 1 },
  'bulk.undo': { retryLimit: 5, retryDelaySeconds: 5, concurrency: 1 },
  // A scanner that is away for a night finds its work the next morning.
  'address.check': { retryLimit: 10, retryDelaySeconds: 30, concurrency: 2 },
  'attachment.scan': { retryLimit: 40, retryDelaySeconds: 5, concurrency: 2 },
  // CityControl itself is asked once; this is for when our own database is away.
  'cityControl.send': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 2 },
  'change.apply': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 1 },
  'task.run': { retryLimit: 3, retryDelaySeconds: 60, concurrency: 1 },
}

/** More mails at once than connections to the mail server, so that none of those waits for our database. */
export function queuesOf(
  { SMTP_CONNECTIONS: connections }: Pick<Environment, 'SMTP_CONNECTIONS'>,
  database: Database['kind'],
): Queues {
  const concurrency = database === 'embedded' ? MAILS_EMBEDDED : Math.ceil(connections * 1.5)
  return { ...QUEUES, 'mail.send': { ...QUEUES['mail.send'], concurrency } }
}
