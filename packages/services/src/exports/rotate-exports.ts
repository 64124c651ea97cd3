import type { Context } from '../context.ts'
import type { ExportStore } from '../ports.ts'
import { findDayOfCsv, folderOfMunicipality, isZip } from './export-places.ts'

const ZIPS_KEPT = 30
const CSV_DAYS_KEPT = 30

/** Keeps the newest zips and the files of the last days; what is not ours stays. Answers how many went. */
export async function rotateExports(context: Context, store: ExportStore): Promise<number> {
  const folder = folderOfMunicipality(context)
  const names = ((await store.list(folder)) ?? []).map(({ name }) => name)
  const own = names.filter((name) => folder !== '' || /^\d/.test(name))
  const zips = own.filter(isZip).toSorted()
  const oldest = new Date(context.clock.now().getTime() - CSV_DAYS_KEPT * 86_400_000)
  const old = [
    ...zips.slice(0, Math.max(0, zips.length - ZIPS_KEPT)),
    ...own.filter((name) => (findDayOfCsv(name) ?? oldest) < oldest),
  ]
  for (const name of old) await store.delete(name)
  return old.length
}
