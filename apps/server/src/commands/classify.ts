import { type ClassifyIo, evaluateFile, runClassifyCommand } from '@signalen/classification'
import { ConfigurationFault } from '../configuration/read-environment.ts'
import type { Values } from './work-on-municipality.ts'

export interface ClassifyCommand {
  /** Everything that was typed behind `classify`. */
  readonly args: readonly string[]
  /** Of that, what is no option. */
  readonly positionals: readonly string[]
  readonly values: Values
}

/**
 * `signalen classify …`. Judging and training what comes with the product needs no server and no data, and
 * brings none in. What a municipality learnt is in its database, which a running server may have open.
 */
export async function classifyCommand(
  { args, positionals, values }: ClassifyCommand,
  io: ClassifyIo,
): Promise<number> {
  if (values.municipality === undefined) return runClassifyCommand(args, io)
  const [action, file] = positionals
  switch (action) {
    case 'train': {
      const { workOnMunicipality } = await import('./work-on-municipality.ts')
      return workOnMunicipality('classify train', undefined, values)
    }
    case 'evaluate':
      return evaluateOwn(file, values, io)
    default:
      return runClassifyCommand([], io)
  }
}

async function evaluateOwn(file: string | undefined, values: Values, io: ClassifyIo): Promise<number> {
  if (file === undefined) throw new ConfigurationFault('Name the file: signalen classify evaluate FILE.jsonl')
  const { askForMunicipality } = await import('./work-on-municipality.ts')
  const found = await askForMunicipality({ name: 'classify model', options: values })
  if (found.status !== 0) {
    io.printError(found.output)
    return found.status
  }
  const own = found.output === '' ? undefined : Buffer.from(found.output, 'base64')
  io.print(evaluateFile(file, { json: values.json === true, ...(own ? { modelBytes: own } : {}) }))
  return 0
}
