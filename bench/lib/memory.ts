import type { Server } from '../../test/lib/server.ts'
import type { Sample } from './trend.ts'

export interface MemoryRecord {
  /** What the process holds of the machine, in megabytes. */
  readonly resident: Sample[]
  /** Of that, what its objects take. */
  readonly heap: Sample[]
  /** Buffers beside the heap. */
  readonly external: Sample[]
}

export interface MemoryRecorder {
  readonly record: MemoryRecord
  stop(): void
}

const EVERY_MILLISECONDS = 10_000

export function recordMemory(server: Server, onSample: (record: MemoryRecord) => void): MemoryRecorder {
  const record: MemoryRecord = { resident: [], heap: [], external: [] }
  const begin = performance.now()
  const timer = setInterval(async () => {
    const seconds = Math.round((performance.now() - begin) / 1000)
    const metrics = await fetch(`${server.url}/metrics`).then(
      (answer) => answer.text(),
      () => undefined,
    )
    if (metrics === undefined) return
    record.resident.push({ seconds, value: server.memoryMegabytes() })
    record.heap.push({ seconds, value: megabytesIn(metrics, 'nodejs_heap_size_used_bytes') })
    record.external.push({ seconds, value: megabytesIn(metrics, 'nodejs_external_memory_bytes') })
    onSample(record)
  }, EVERY_MILLISECONDS)
  return { record, stop: () => clearInterval(timer) }
}

function megabytesIn(metrics: string, name: string): number {
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1] ?? Number.NaN) / 1e6
}
