import type { Actor, WireErrors } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { readStoredSettings } from './load-settings.ts'
import type { Settings } from './settings.ts'
import { SETTING_SCHEMAS } from './settings-schema.ts'

/** Sets settings, all or none, and keeps what they were. Every process knows them from its next request on. */
export async function saveSettings(context: Context, actor: Actor, given: Partial<Settings>): Promise<void> {
  const entries = Object.entries(given) as [keyof Settings, unknown][]
  requireUsable(entries)
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const before = await readStoredSettings(trx)
    for (const [key, value] of entries) {
      await writeSetting(inside, key, value)
      await recordInAuditLog(inside, {
        by: actor.email,
        action: 'setting.saved',
        object: { type: 'setting', id: key },
        detail: { before: withoutPictures(before[key]), after: withoutPictures(value) },
      })
    }
  })
}

/** The log is for reading: of a picture it tells the kind and the length. */
function withoutPictures(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null), (_, inner: unknown) => {
    const [kind] = typeof inner === 'string' ? (/^data:image\/[\w+]+/.exec(inner) ?? []) : []
    return kind === undefined ? inner : `${kind} (${String(inner).length})`
  })
}

function requireUsable(entries: readonly [keyof Settings, unknown][]): void {
  const faults: Record<string, WireErrors> = {}
  for (const [key, value] of entries) {
    const outcome = SETTING_SCHEMAS[key].safeParse(value)
    if (!outcome.success)
      faults[key] = outcome.error.issues.map(({ path, message }) => [...path, message].join(': '))
  }
  if (Object.keys(faults).length > 0) throw invalid(faults)
}

async function writeSetting(context: Context, key: string, value: unknown): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: context.clock.now() }
  await context.db.kysely
    .insertInto('setting')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}
