import { readdirSync, readFileSync } from 'node:fs'

const TICK_MILLISECONDS = 10

interface Usage {
  readonly parent: number
  /** Of the process and of its children that ended. */
  readonly milliseconds: number
}

/**
 * Processor time that these processes and their children used so far; Linux only. Unlike the time on the
 * clock it hardly depends on what else the machine does.
 */
export function readCpuMilliseconds(pids: readonly number[]): number {
  const usages = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), usage: readUsage(name) }))
  return usages
    .filter(({ pid, usage }) => usage && (pids.includes(pid) || pids.includes(usage.parent)))
    .reduce((sum, { usage }) => sum + (usage?.milliseconds ?? 0), 0)
}

function readUsage(pid: string): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [, parent = 0] = fields
    const ticks = fields.slice(11, 15).reduce((sum, part) => sum + part, 0)
    return { parent, milliseconds: ticks * TICK_MILLISECONDS }
  } catch {
    // It ended meanwhile.
    return undefined
  }
}
