import { z } from 'zod'
import { halPageOf } from './hal.ts'
import { signalUpdate } from './signal-update.ts'

/** Additions of our own: one change of many reports at once. */

const { category, priority, notes, routing_departments, assigned_user_email } = signalUpdate.shape
const status = signalUpdate.shape.status
  .unwrap()
  .pick({ state: true, text: true, send_email: true })
  .optional()

const oneOrMore = z.union([z.string(), z.array(z.string())])

export const bulkChangeRequest = z.object({
  signals: z.array(z.int().min(1).max(2_147_483_647)).max(2000).optional().meta({
    description: 'The numbers of the reports; those that one may not see are left out',
  }),
  filter: z.record(z.string(), oneOrMore).optional().meta({
    description: 'Instead of numbers: all reports that a list with these filters shows, at most 2,000',
  }),
  changes: z.object({ status, category, priority, notes, routing_departments, assigned_user_email }).meta({
    description: 'As in a change of one report',
  }),
})

const refusal = z.object({ signal: z.int(), id_display: z.string(), reason: z.string() })

export const bulkChange = z.object({
  id: z.int(),
  state: z.enum(['waiting', 'done', 'undoing', 'undone']),
  created_at: z.string(),
  finished_at: z.string().nullable(),
  mails_held_until: z.string().meta({
    description: 'Until then none of its mails goes out, and until shortly before that it can be undone',
  }),
  counts: z.object({
    all: z.int(),
    waiting: z.int(),
    changed: z.int(),
    refused: z.int(),
    undone: z.int(),
    kept: z.int().meta({ description: 'Not undone, for somebody changed them again' }),
  }),
  refusals: z.array(refusal).meta({ description: 'What could not be done and why, at most 500' }),
})

export const bulkChangePage = halPageOf(bulkChange)

export const bulkChangePreview = z.object({
  count: z.int(),
  changing: z.int(),
  mails: z.int().meta({ description: 'Reporters who get a mail of it' }),
  colleague_mails: z.int().meta({
    description: 'Mails to colleagues about their work; not those that routing rules may add',
  }),
  refusals: z.array(z.object({ reason: z.string(), count: z.int() })),
})

export type BulkChangeRequest = z.infer<typeof bulkChangeRequest>
export type BulkChangeAnswer = z.infer<typeof bulkChange>
export type BulkChangePreviewAnswer = z.infer<typeof bulkChangePreview>
