import { DatabaseFault, DEFAULT_MUNICIPALITY, listMunicipalities } from '@signalen/database'
import type { Context } from '@signalen/services'
import type { CommandParts, CommandRequest } from './commands.ts'

/** The municipality that a command names, or the only one of an installation that names none. */
export async function contextOf(asked: CommandRequest, parts: CommandParts): Promise<Context> {
  const { municipality } = asked.options
  const key = typeof municipality === 'string' ? municipality : DEFAULT_MUNICIPALITY
  const known = (await listMunicipalities(parts.database)).map((one) => one.key)
  if (!known.includes(key)) {
    throw new DatabaseFault(
      'unknown-municipality',
      `There is no municipality "${key}"; there is ${known.join(', ') || 'none'}.`,
    )
  }
  return parts.contexts.forMunicipality(key)
}
