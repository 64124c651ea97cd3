import { resolve } from 'node:path'
import { createS3FileStore, moveFiles } from '@signalen/integrations'
import { connectS3, filesFolder } from '../compose/storage.ts'
import { ConfigurationFault, readEnvironment } from '../configuration/read-environment.ts'
import type { CommandParts, CommandRequest, CommandResult } from './commands.ts'
import { contextOf } from './context-of.ts'

const MEGABYTE = 1024 * 1024

/** Moves the attachments of a municipality from the data folder to the object storage. */
export async function filesMove(asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const { municipality } = await contextOf(asked, parts)
  const client = connectS3(readEnvironment(process.env))
  if (!client)
    throw new ConfigurationFault('Set S3_ENDPOINT and its companions first: there is nowhere to move to.')
  const dataDir = resolve(String(asked.options['data-dir'] ?? process.env.DATA_DIR ?? './data'))
  const keep = asked.options.keep === true
  const moved = await moveFiles({
    dir: filesFolder(dataDir),
    municipality,
    to: createS3FileStore(client),
    keep,
  })
  const left = moved.passedOver > 0 ? `; ${moved.passedOver} unfinished ones stayed` : ''
  const megabytes = Math.ceil(moved.bytes / MEGABYTE)
  return {
    status: 0,
    output: `${moved.files} files (${megabytes} MB) of ${municipality} ${keep ? 'copied' : 'moved'}${left}.`,
  }
}
