import type { SettingChange } from '../plan-import.ts'
import type { ApplyRun } from './apply-run.ts'

export async function applySettings(run: ApplyRun, changes: readonly SettingChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ name, value }) => ({
    key: name,
    value: JSON.stringify(value),
    updated_at: run.now,
  }))
  await run.db.kysely
    .insertInto('setting')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet(({ ref }) => ({
        value: ref('excluded.value'),
        updated_at: ref('excluded.updated_at'),
      })),
    )
    .execute()
}
