import type { TaskRun } from '@signalen/services'
import { presentOptionalTime, presentTime } from './time.ts'

export function presentRun(run: TaskRun, timeZone: string) {
  return {
    id: run.id,
    task: run.task,
    started_at: presentTime(run.startedAt, timeZone),
    finished_at: presentOptionalTime(run.finishedAt, timeZone),
    outcome: run.outcome,
    detail: { ...run.detail },
  }
}
