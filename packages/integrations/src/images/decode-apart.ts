import { Worker } from 'node:worker_threads'
import type { DecodeOrder, Pixels } from './decode-worker.ts'

const LONGEST_MILLISECONDS = 20_000

/** Decodes in a thread that is stopped when it takes too long or too much. */
export async function decodeApart<Result extends Pixels | { pages: number }>(
  order: DecodeOrder,
): Promise<Result> {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  })
  const timer = setTimeout(() => void worker.terminate(), LONGEST_MILLISECONDS)
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('decoding was stopped')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
