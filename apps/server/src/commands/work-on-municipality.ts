import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { askRunningServer } from '../compose/control.ts'
import { startInstance } from '../compose/instance.ts'
import { ConfigurationFault, readEnvironment } from '../configuration/read-environment.ts'
import { COMMANDS, type CommandRequest, type CommandResult } from './commands.ts'

export type Values = Readonly<Record<string, string | boolean | undefined>>

/**
 * A command on a municipality's data. A server that runs on the same data folder does it; otherwise the data
 * is opened here for as long as it takes.
 */
export async function workOnMunicipality(
  name: string,
  argument: string | undefined,
  values: Values,
): Promise<number> {
  if (!COMMANDS[name]) throw new ConfigurationFault(`There is no command "${name}".`)
  const dataDir = resolve(String(values['data-dir'] ?? process.env.DATA_DIR ?? './data'))
  const asked = await readRequest(name, argument, { ...values, 'data-dir': dataDir })
  const result = await askForMunicipality(asked)
  await present(name, argument, result)
  return result.status
}

/** As `workOnMunicipality`, for who does something with the result. */
export async function askForMunicipality(asked: CommandRequest): Promise<CommandResult> {
  const dataDir = resolve(String(asked.options['data-dir'] ?? process.env.DATA_DIR ?? './data'))
  return (await askRunningServer(dataDir, asked)) ?? (await doItHere(asked, dataDir))
}

async function readRequest(
  name: string,
  argument: string | undefined,
  values: Values,
): Promise<CommandRequest> {
  if (name === 'config import') {
    if (!argument) throw new ConfigurationFault('Name the file: signalen config import FILE')
    const input = await readFile(argument, 'utf8').catch(() => {
      throw new ConfigurationFault(`The configuration file ${argument} cannot be read.`)
    })
    return { name, options: values, input }
  }
  return { name, options: { ...values, task: argument, argument } }
}

async function doItHere(asked: CommandRequest, dataDir: string): Promise<CommandResult> {
  const environment = readEnvironment({ ...process.env, LOG_LEVEL: 'silent', DATA_DIR: dataDir })
  const instance = await startInstance({ environment, dataDir, port: 0, progress: () => {}, dataOnly: true })
  try {
    const command = COMMANDS[asked.name]
    if (!command) return { status: 1, output: '' }
    return await command(asked, instance)
  } finally {
    await instance.close()
  }
}

async function present(name: string, argument: string | undefined, result: CommandResult): Promise<void> {
  if (name === 'config export' && argument && result.status === 0) {
    await writeFile(argument, result.output)
    return
  }
  const stream = result.status === 0 ? process.stdout : process.stderr
  stream.write(result.output.endsWith('\n') ? result.output : `${result.output}\n`)
}
