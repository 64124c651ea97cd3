import { parseArgs } from 'node:util'
import { DatabaseFault } from '@signalen/database'
import { ConfigurationFault } from './configuration/read-environment.ts'

const USAGE = `signalen <command>

  start [--port N] [--data-dir DIR] [--config FILE] [--fresh]   run the product
  worker                                                        do jobs only
  migrate [--municipality KEY]                                  bring the database to this version
  config import FILE [--dry-run] [--municipality KEY]           load a municipality's configuration
  config export FILE [--municipality KEY]                       write it to a file
  task run NAME [--municipality KEY]                            run a background task now
  municipality add KEY --host NAME[,NAME]                       make a municipality, or give it other addresses
  municipality remove KEY [--yes]                               remove one with all it has
  municipality list                                             which there are, and their addresses
  data fingerprint [--files]                                    sums of all tables and files, to compare after a restore
  files move [--municipality KEY] [--keep]                      move attachments to the object storage
  classify evaluate FILE.jsonl [--json] [--municipality KEY]    judge the category suggestion
  classify train --municipality KEY                             learn from a municipality's own reports
  document                                                      write docs/configuration.md
`

/** Each command brings only what it needs: judging a model opens no database. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      'data-dir': { type: 'string' },
      config: { type: 'string' },
      fresh: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      host: { type: 'string' },
      yes: { type: 'boolean' },
      keep: { type: 'boolean' },
      files: { type: 'boolean' },
      municipality: { type: 'string' },
      json: { type: 'boolean' },
      output: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [command = 'help', ...rest] = positionals
  if (values.help || command === 'help') return print(USAGE)
  switch (command) {
    case 'start':
      return (await import('./commands/start.ts')).startCommand(values)
    case 'worker':
      return (await import('./commands/start.ts')).startCommand({ ...values, role: 'worker' })
    case 'migrate':
      return (await import('./commands/migrate.ts')).migrateCommand(values)
    case 'config':
    case 'data':
    case 'files':
    case 'municipality':
    case 'task': {
      const { workOnMunicipality } = await import('./commands/work-on-municipality.ts')
      return workOnMunicipality([command, rest[0] ?? ''].join(' '), rest[1], values)
    }
    case 'classify': {
      const { classifyCommand } = await import('./commands/classify.ts')
      const typed = args.slice(args.indexOf('classify') + 1)
      return classifyCommand({ args: typed, positionals: rest, values }, { print, printError })
    }
    case 'document':
      return writeDocument()
    default:
      printError(`There is no command "${command}".\n${USAGE}`)
      return 2
  }
}

async function writeDocument(): Promise<number> {
  const { writeFile } = await import('node:fs/promises')
  const { join } = await import('node:path')
  const { documentVariables } = await import('./configuration/document-variables.ts')
  await writeFile(
    join(import.meta.dirname, '..', '..', '..', 'docs', 'configuration.md'),
    documentVariables(),
  )
  return 0
}

function print(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  return 0
}

function printError(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** What an operator can mend is one clear sentence; anything else is our fault and shows where. */
function sentenceFor(error: unknown): string {
  if (error instanceof ConfigurationFault || error instanceof DatabaseFault) return error.message
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program: stop it, or choose another with --port.`
  if (code === 'EACCES') return `Not allowed: ${message}`
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\n${USAGE}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  printError(sentenceFor(error))
  process.exit(1)
}
