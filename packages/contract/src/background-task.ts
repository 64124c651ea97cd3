import { z } from 'zod'
import { halPageOf } from './hal.ts'

export const taskRun = z.object({
  id: z.int(),
  task: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  outcome: z.enum(['running', 'done', 'failed']),
  detail: z.record(z.string(), z.unknown()),
})

export const taskRunPage = halPageOf(taskRun)

export const backgroundTask = z.object({
  name: z.string(),
  cron: z.string(),
  does: z.string(),
  last_run: taskRun.nullable(),
})

export const backgroundTaskPage = halPageOf(backgroundTask)

export const startedTask = z.object({ name: z.string() })

export const dueSignalPage = halPageOf(
  z.object({
    id: z.int(),
    id_display: z.string(),
    state: z.string(),
    status_since: z.string(),
    parts: z.int(),
    term_days: z.int(),
  }),
)
