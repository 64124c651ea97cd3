import type { MunicipalityHandle } from '@signalen/database'
import { PERMISSION_CODES, PERMISSIONS } from '@signalen/domain'

/** Permissions come from the code; the table gives them the ids by which clients know them. */
export async function ensurePermissionCatalogue(db: MunicipalityHandle): Promise<void> {
  const stored = await db.kysely.selectFrom('permission').select(['codename', 'name']).execute()
  const names = new Map(stored.map(({ codename, name }) => [codename, name]))
  const missing = PERMISSION_CODES.filter((code) => names.get(code) !== PERMISSIONS[code].name)
  if (missing.length === 0) return
  await db.kysely
    .insertInto('permission')
    .values(missing.map((codename) => ({ codename, name: PERMISSIONS[codename].name })))
    .onConflict((conflict) =>
      conflict.column('codename').doUpdateSet(({ ref }) => ({ name: ref('excluded.name') })),
    )
    .execute()
}
