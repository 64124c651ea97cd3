import { randomUUID } from 'node:crypto'
import { createJobQueue, type Database, openDatabase } from '@signalen/database'
import type { Jobs } from '@signalen/services'
import { queuesOf } from '../../apps/server/src/compose/queues.ts'

export interface WorkQueue {
  readonly database: Database
  /** Puts mails in the log and has them sent; their recipients hold the moment at which that was. */
  queueMails(count: number): Promise<void>
  runTask(task: string): Promise<void>
  close(): Promise<void>
}

const HTML = '<!DOCTYPE html><html><body><p>Uw melding is afgehandeld.</p></body></html>'

/** Adds work as the product does; the workers do it. */
export async function openWorkQueue(databaseUrl: string): Promise<WorkQueue> {
  const database = await openDatabase({ databaseUrl, poolSize: 2 })
  const queues = queuesOf({ SMTP_CONNECTIONS: 25 }, 'postgres')
  const jobs = await createJobQueue<Jobs>(database, { queues, works: false })
  const db = database.municipality('default')
  return {
    database,
    async queueMails(count) {
      await db.transaction(async (trx) => {
        const rows = await trx.kysely
          .insertInto('mail')
          .values(Array.from({ length: count }, newMail))
          .returning('id')
          .execute()
        for (const { id } of rows) await jobs.enqueue(trx, 'mail.send', { mailId: id }, { key: `mail/${id}` })
      })
    },
    async runTask(task) {
      await db.transaction((trx) => jobs.enqueue(trx, 'task.run', { task }, { key: `task/${task}` }))
    },
    async close() {
      await jobs.stop()
      await database.close()
    },
  }
}

function newMail() {
  const uuid = randomUUID()
  return {
    uuid,
    cause: `bench/${uuid}`,
    signal_id: null,
    template_key: 'bench',
    recipient: `${performance.now()}@inwoner.example`,
    subject: 'Uw melding is afgehandeld',
    body_text: 'Uw melding is afgehandeld.',
    body_html: HTML,
    created_at: new Date(),
    sent_at: null,
    last_error: null,
    unsubscribe_url: null,
  }
}
