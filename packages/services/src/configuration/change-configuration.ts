import type { Actor } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { forbidden } from '../problem.ts'
import { type ImportOutcome, importConfiguration } from './import-configuration.ts'

export interface ConfigurationChange {
  readonly text: string
  readonly isDry: boolean
}

/** The configuration file by way of the screen, all or none, with an account of it. */
export async function changeConfiguration(
  context: Context,
  actor: Actor,
  { text, isDry }: ConfigurationChange,
): Promise<ImportOutcome> {
  const { clock } = context
  return context.db.transaction(async (db) => {
    const tried = await importConfiguration(db, text, { clock, dryRun: true })
    if (!tried.ok) return tried
    requireNoNewSuperuser(actor, tried)
    if (isDry) return tried
    const outcome = await importConfiguration(db, text, { clock })
    if (!outcome.ok) return outcome
    await recordInAuditLog(
      { ...context, db },
      {
        by: actor.email,
        action: 'configuration.imported',
        object: { type: 'configuration', id: '' },
        detail: { changes: outcome.changes.length },
      },
    )
    return outcome
  })
}

/** Only who may do everything can make someone else like that. */
function requireNoNewSuperuser(actor: Actor, { plan }: Extract<ImportOutcome, { ok: true }>): void {
  if (actor.isSuperuser) return
  const isNew = plan.rows.users.some(({ before, after }) => after.isSuperuser && !before?.isSuperuser)
  if (isNew) throw forbidden('Alleen wie alle rechten heeft, mag iemand anders alle rechten geven.')
}
