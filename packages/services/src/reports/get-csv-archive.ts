import { formatLocalDate } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { StoredFile } from '../ports.ts'
import { Problem } from '../problem.ts'

export interface CsvArchive extends StoredFile {
  readonly name: string
}

/** The newest zip with the files for the data warehouse that was made today. */
export async function getCsvArchive(context: Context): Promise<CsvArchive> {
  const { exportStore: store } = context
  if (!store) throw notMade('Unconfigured Csv location')
  const today = formatLocalDate(context.clock.now(), context.settings.timeZone).replaceAll('-', '/')
  const files = await store.list(today)
  if (!files) throw notMade('Incorrect Csv folder')
  const newest = files
    .map(({ name }) => name)
    .filter((name) => name.endsWith('.zip'))
    .sort()
    .at(-1)
  const file = newest === undefined ? undefined : await store.read(newest)
  if (newest === undefined || !file) throw notMade('No Csv files in folder')
  return { ...file, name: newest.split('/').at(-1) ?? newest }
}

function notMade(detail: string): Problem {
  return new Problem(404, { detail })
}
