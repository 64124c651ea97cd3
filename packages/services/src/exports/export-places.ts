import { DEFAULT_MUNICIPALITY } from '@signalen/database'
import type { Context } from '../context.ts'

/**
 * Where a municipality keeps its exports: the only one of an installation at the top, as those who fetch them
 * expect; others each in a folder of their own.
 */
export function folderOfMunicipality({ municipality }: Pick<Context, 'municipality'>): string {
  return municipality === DEFAULT_MUNICIPALITY ? '' : `${municipality}/`
}

/** The folder of a day, which begins and ends by UTC. */
export function folderOfDay(context: Pick<Context, 'municipality'>, moment: Date): string {
  return `${folderOfMunicipality(context)}${moment.toISOString().slice(0, 10).replaceAll('-', '/')}`
}

/** `2026/11/24/020000UTC_signals.csv` */
export function placeOfFile(context: Pick<Context, 'municipality'>, moment: Date, file: string): string {
  return `${folderOfDay(context, moment)}/${timeOf(moment)}UTC_${file}`
}

/** `2026/11/24/20261124_020000UTC.zip` */
export function placeOfZip(context: Pick<Context, 'municipality'>, moment: Date): string {
  const day = moment.toISOString().slice(0, 10).replaceAll('-', '')
  return `${folderOfDay(context, moment)}/${day}_${timeOf(moment)}UTC.zip`
}

function timeOf(moment: Date): string {
  return moment.toISOString().slice(11, 19).replaceAll(':', '')
}

const ZIP = /^(?:[a-z][a-z0-9-]*\/)?\d{4}\/\d{2}\/\d{2}\/\d{8}_\d{6}UTC\.zip$/
const CSV = /^(?:[a-z][a-z0-9-]*\/)?(\d{4})\/(\d{2})\/(\d{2})\/\d{6}UTC_[^/]+\.csv$/

export function isZip(name: string): boolean {
  return ZIP.test(name)
}

/** The day of one of our files; undefined for what somebody else put there. */
export function findDayOfCsv(name: string): Date | undefined {
  const [, year, month, day] = CSV.exec(name) ?? []
  return year ? new Date(`${year}-${month}-${day}T00:00:00Z`) : undefined
}
