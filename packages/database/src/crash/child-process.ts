import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ChildReport, ChildTask } from './child.ts'

export interface Child {
  readonly reports: ChildReport[]
  waitFor<Type extends ChildReport['type']>(type: Type, count?: number): Promise<void>
  kill(): Promise<void>
}

/** Starts a process of its own on a database, to be killed the hard way. */
export function startChild(task: ChildTask): Child {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), { execArgv: [] })
  const reports: ChildReport[] = []
  child.on('message', (message: ChildReport) => reports.push(message))
  child.send(task)
  return {
    reports,
    async waitFor(type, count = 1) {
      const giveUpAt = Date.now() + 30_000
      while (reports.filter((report) => report.type === type).length < count) {
        if (Date.now() > giveUpAt || child.exitCode !== null)
          throw new Error(`The child never said "${type}".`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    kill: () => killHard(child),
  }
}

async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
