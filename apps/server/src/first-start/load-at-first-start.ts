import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MunicipalityHandle } from '@signalen/database'
import {
  type Context,
  ensurePermissionCatalogue,
  formatFault,
  type ImportOptions,
  importConfiguration,
} from '@signalen/services'
import type { Contexts } from '../compose/contexts.ts'
import { ConfigurationFault } from '../configuration/read-environment.ts'
import { seedDemonstration } from './seed-demonstration.ts'

const DEMONSTRATION = join(import.meta.dirname, '..', '..', '..', '..', 'demo', 'municipality.json')
/** The setting that says that what is here is the demonstration. */
const MARK = 'demonstration'

export interface FirstStart {
  readonly context: Context
  readonly contexts: Contexts
  readonly configFile?: string | undefined
  /** Whether the demonstration is welcome: never in production. */
  readonly mayDemonstrate: boolean
  progress(sentence: string): void
}

/**
 * Fills an empty municipality: with the given file alone, or with the demonstration and its reports. What is
 * there already is never touched. Without a file it stays empty in production.
 */
export async function loadAtFirstStart(start: FirstStart): Promise<{ isDemonstration: boolean }> {
  const state = await findState(start.context.db)
  if (state.isFilled || (!start.configFile && !start.mayDemonstrate))
    return { isDemonstration: state.isDemonstration }
  start.progress(
    start.configFile ? 'Loading the configuration…' : 'Loading the demonstration municipality (once)…',
  )
  const { context: outside } = start
  await load(start.context.db, start.configFile ?? DEMONSTRATION, {
    mailRenderer: outside.mailRenderer,
    icons: outside,
  })
  if (start.configFile) return { isDemonstration: false }
  const context = await start.contexts.forMunicipality(start.context.municipality)
  await seedDemonstration(context)
  await context.db.kysely.insertInto('setting').values({ key: MARK, value: 'true' }).execute()
  return { isDemonstration: true }
}

/** The same before anything runs, so that processes that start together find it done. */
export async function loadConfigurationOnce(
  db: MunicipalityHandle,
  configFile: string,
  outside: Outside,
): Promise<boolean> {
  await db.transaction((trx) => ensurePermissionCatalogue(trx))
  if ((await findState(db)).isFilled) return false
  await load(db, configFile, outside)
  return true
}

/** What reads the mail templates of the file, and keeps its icons. */
type Outside = Pick<ImportOptions, 'mailRenderer' | 'icons'>

async function findState(db: MunicipalityHandle): Promise<{ isFilled: boolean; isDemonstration: boolean }> {
  const mark = db.kysely.selectFrom('setting').select('key').where('key', '=', MARK)
  const category = db.kysely.selectFrom('category').select('id').limit(1)
  const isDemonstration = (await mark.executeTakeFirst()) !== undefined
  const isFilled = isDemonstration || (await category.executeTakeFirst()) !== undefined
  return { isFilled, isDemonstration }
}

async function load(db: MunicipalityHandle, file: string, outside: Outside): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigurationFault(`The configuration file ${file} cannot be read.`)
  })
  const result = await importConfiguration(db, text, {
    ...outside,
    clock: { now: () => new Date() },
  })
  if (result.ok) return
  const faults = result.faults.map((fault) => `  ${formatFault(fault)}`)
  throw new ConfigurationFault(`The configuration file ${file} cannot be used:\n${faults.join('\n')}`)
}
