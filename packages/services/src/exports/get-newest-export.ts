import { type Actor, judge } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { StoredFile } from '../ports.ts'
import { forbidden, Problem } from '../problem.ts'
import { folderOfDay, isZip } from './export-places.ts'

export interface NewestExport extends StoredFile {
  readonly name: string
}

/** The newest zip of today. The reasons why there is none are those that clients know. */
export async function getNewestExport(context: Context, actor: Actor): Promise<NewestExport> {
  if (!judge(actor, 'csv.download').allowed) throw forbidden()
  if (!context.exportStore) throw noExport('Unconfigured Csv location')
  const kept = await context.exportStore.list(folderOfDay(context, context.clock.now()))
  if (!kept) throw noExport('Incorrect Csv folder')
  const name = kept
    .map((file) => file.name)
    .filter(isZip)
    .at(-1)
  const file = name === undefined ? undefined : await context.exportStore.read(name)
  if (name === undefined || !file) throw noExport('No Csv files in folder')
  return { ...file, name: name.split('/').at(-1) ?? name }
}

function noExport(detail: string): Problem {
  return new Problem(404, { detail })
}
