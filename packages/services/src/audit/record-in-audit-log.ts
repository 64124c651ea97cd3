import type { Context } from '../context.ts'

export interface Doing {
  /** E-mail address of the one who did it; null for the system. */
  readonly by: string | null
  readonly action: string
  readonly object: { readonly type: string; readonly id: string }
  readonly detail?: object
}

/** Keeps an account of something that was set otherwise. To be called in the transaction of the change. */
export async function recordInAuditLog(
  context: Context,
  { by, action, object, detail }: Doing,
): Promise<void> {
  await context.db.kysely
    .insertInto('audit_log')
    .values({
      occurred_at: context.clock.now(),
      actor: by,
      action,
      object_type: object.type,
      object_id: object.id,
      detail: JSON.stringify(detail ?? {}),
    })
    .execute()
}
