import type { Context } from '../context.ts'

export interface NewSession {
  readonly questionnaireId: number
  readonly signalId?: number
  readonly statusHistoryId?: number | null
  readonly locationHistoryId?: number | null
  readonly submitBefore: Date | null
  readonly durationSeconds: number | null
}

/** The UUID of the session, which is the secret of its link. */
export async function createSession(context: Context, input: NewSession): Promise<string> {
  const uuid = context.random.uuid()
  await context.db.kysely
    .insertInto('qa_session')
    .values({
      uuid,
      questionnaire_id: input.questionnaireId,
      signal_id: input.signalId ?? null,
      status_history_id: input.statusHistoryId ?? null,
      location_history_id: input.locationHistoryId ?? null,
      submit_before: input.submitBefore,
      duration_seconds: input.durationSeconds,
      started_at: null,
      created_at: context.clock.now(),
    })
    .execute()
  return uuid
}
