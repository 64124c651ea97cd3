// A second process for the tests, which talk to it over the message channel and may kill it at any moment.

import { createDepartment } from '../connection/test-data.ts'
import { createJobQueue, openDatabase } from '../index.ts'

export interface ChildTask {
  readonly task: 'open' | 'write' | 'work'
  readonly address: { readonly databaseUrl?: string; readonly dataDir?: string }
}

export type ChildReport =
  | { readonly type: 'opened' }
  | { readonly type: 'refused'; readonly code: string; readonly message: string }
  | { readonly type: 'written'; readonly number: number }
  | { readonly type: 'job-started' }

function report(message: ChildReport): void {
  process.send?.(message)
}

process.once('message', ({ task, address }: ChildTask) => {
  perform(task, address).catch((error) => {
    report({ type: 'refused', code: String(error.code), message: error.message })
  })
})

async function perform(task: ChildTask['task'], address: ChildTask['address']): Promise<void> {
  const database = await openDatabase(address)
  report({ type: 'opened' })
  const municipality = database.municipality('default')
  switch (task) {
    case 'open':
      return
    case 'write':
      for (let number = 1; ; number += 1) {
        await municipality.transaction(async (trx) => {
          await createDepartment(trx, codeOf(number, 'A'))
          await createDepartment(trx, codeOf(number, 'B'))
        })
        report({ type: 'written', number })
      }
    case 'work': {
      const queue = await createJobQueue<{ slow: { number: number } }>(database, {
        queues: { slow: {} },
        works: true,
        timing: { heartbeatSeconds: 10, superviseSeconds: 1 },
      })
      await queue.work('slow', async () => {
        report({ type: 'job-started' })
        await new Promise(() => {})
      })
    }
  }
}

/** Two letters of number and one of half, for a column of three characters. */
export function codeOf(number: number, half: 'A' | 'B'): string {
  return `${number.toString(36).padStart(2, '0').slice(-2)}${half}`
}
