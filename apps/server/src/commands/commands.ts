import type { Database, JobQueue } from '@signalen/database'
import { exportConfiguration, formatFault, importConfiguration, type Jobs, runTask } from '@signalen/services'
import type { Contexts } from '../compose/contexts.ts'
import { classifyModel, classifyTrain } from './classify-municipality.ts'
import { contextOf } from './context-of.ts'
import { dataFingerprint } from './data-fingerprint.ts'
import { filesMove } from './files.ts'
import { municipalityAdd, municipalityList, municipalityRemove } from './municipality.ts'

/** A command as a plain message, so that a running server can do it for the command line. */
export interface CommandRequest {
  readonly name: string
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  /** The text of a file that the command works on, read by the command line. */
  readonly input?: string
}

export interface CommandResult {
  readonly status: 0 | 1
  readonly output: string
}

export interface CommandParts {
  readonly contexts: Contexts
  readonly database: Database
  readonly jobs: JobQueue<Jobs>
}

export type Command = (asked: CommandRequest, parts: CommandParts) => Promise<CommandResult>

export const COMMANDS: Readonly<Record<string, Command>> = {
  'config import': configImport,
  'config export': configExport,
  'task run': taskRun,
  'municipality add': municipalityAdd,
  'municipality remove': municipalityRemove,
  'municipality list': municipalityList,
  'data fingerprint': dataFingerprint,
  'files move': filesMove,
  'classify train': classifyTrain,
  'classify model': classifyModel,
}

async function configImport(asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const context = await contextOf(asked, parts)
  const result = await importConfiguration(context.db, asked.input ?? '', {
    clock: context.clock,
    dryRun: asked.options['dry-run'] === true,
    mailRenderer: context.mailRenderer,
    icons: context,
  })
  if (!result.ok) return { status: 1, output: result.faults.map(formatFault).join('\n') }
  const head = asked.options['dry-run'] ? 'Would change:' : 'Changed:'
  const lines = result.changes.length > 0 ? [head, ...result.changes] : ['Nothing to change.']
  return { status: 0, output: lines.join('\n') }
}

async function configExport(asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const context = await contextOf(asked, parts)
  return { status: 0, output: await exportConfiguration(context.db, context.files) }
}

async function taskRun(asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const context = await contextOf(asked, parts)
  const detail = await runTask(context, String(asked.options.task ?? ''))
  return { status: 0, output: JSON.stringify(detail) }
}
