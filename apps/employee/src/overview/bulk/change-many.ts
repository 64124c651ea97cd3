export interface Failure {
  readonly id: number
  readonly error: unknown
}

export interface Progress {
  readonly done: readonly number[]
  readonly failures: readonly Failure[]
}

interface ManyOptions {
  readonly ids: readonly number[]
  readonly change: (id: number) => Promise<unknown>
  readonly onProgress: (progress: Progress) => void
  readonly isStopped: () => boolean
}

/** One after the other, so that what goes wrong is known per report and stopping stops at once. */
export async function changeMany({ ids, change, onProgress, isStopped }: ManyOptions): Promise<Progress> {
  let progress: Progress = { done: [], failures: [] }
  for (const id of ids) {
    if (isStopped()) break
    progress = await change(id).then(
      () => ({ ...progress, done: [...progress.done, id] }),
      (error: unknown) => ({ ...progress, failures: [...progress.failures, { id, error }] }),
    )
    onProgress(progress)
  }
  return progress
}
