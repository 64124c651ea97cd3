import { Worker } from 'node:worker_threads'
import type { ModelJudgement, ModelTrainer, TrainedModel } from '@signalen/services'
import type { ModelWork } from './model-work.ts'

const THREAD = new URL('./model-thread.ts', import.meta.url)
/** Training takes about a third of this; more is a fault, and must not end the process. */
const MOST_MEGABYTES = 1536

/** One piece of work at a time, each in a thread of its own that ends with it. */
export function createModelTrainer(): ModelTrainer {
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<Result>(work: ModelWork): Promise<Result> {
    const done = last.then(() => workInThread<Result>(work))
    last = done.catch(() => undefined)
    return done
  }

  return {
    train: (training) => inTurn<TrainedModel>({ kind: 'train', training }),
    judge: (judging) => inTurn<ModelJudgement>({ kind: 'judge', judging }),
  }
}

function workInThread<Result>(work: ModelWork): Promise<Result> {
  return new Promise((done, failed) => {
    const thread = new Worker(THREAD, {
      workerData: work,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    })
    // A process that has been told to stop does not wait for a model: training begins anew another time.
    thread.unref()
    thread.once('message', done)
    thread.once('error', failed)
    thread.once('exit', (code) => failed(new Error(`The thread that works on models ended (${code}).`)))
  })
}
