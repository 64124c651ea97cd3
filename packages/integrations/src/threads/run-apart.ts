import { Worker } from 'node:worker_threads'

export interface ApartWork {
  /** The module that does it: it posts its result. */
  readonly module: URL
  readonly order: object
  readonly longestMilliseconds?: number
}

const LONGEST_MILLISECONDS = 20_000

/** Does heavy work in a thread of its own, which is stopped when it takes too long or too much. */
export async function runApart<Result>({ module, order, longestMilliseconds }: ApartWork): Promise<Result> {
  const worker = new Worker(module, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  })
  const timer = setTimeout(() => void worker.terminate(), longestMilliseconds ?? LONGEST_MILLISECONDS)
  try {
    return await new Promise<Result>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the work was stopped')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
