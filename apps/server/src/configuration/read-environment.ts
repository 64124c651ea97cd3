import { readFileSync } from 'node:fs'
import { type Environment, VARIABLES, type Variable } from './variables.ts'

/** Something is wrong with how the process was set up; the sentence is for the operator. */
export class ConfigurationFault extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigurationFault'
  }
}

/** All variables, checked together so that every fault is named at once. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const faults: string[] = []
  const values: Record<string, unknown> = {}
  for (const variable of VARIABLES) {
    const given = findGiven(variable, source, faults)
    const parsed = variable.schema.safeParse(given === '' ? undefined : given)
    if (parsed.success) values[variable.name] = parsed.data
    else faults.push(faultOf(variable, given, parsed.error.issues[0]?.message))
  }
  faults.push(
    ...missingInProduction(values),
    ...missingBesideStorage(values),
    ...missingBesideCityControl(values),
  )
  if (faults.length > 0) throw new ConfigurationFault(faults.join('\n'))
  return values as Environment
}

/** A secret may stand in a file that `<NAME>_FILE` names, as container platforms offer them. */
function findGiven(
  { name, secret }: Variable,
  source: Readonly<Record<string, string | undefined>>,
  faults: string[],
): string | undefined {
  const file = source[`${name}_FILE`]
  if (!secret || !file || source[name]) return source[name]
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    faults.push(`${name}_FILE: ${file} cannot be read.`)
    return undefined
  }
}

function faultOf(variable: Variable, given: string | undefined, reason: string | undefined): string {
  const shown = variable.secret ? 'the value' : `"${given}"`
  return `${variable.name}: ${shown} cannot be used: ${reason ?? 'not valid'}.`
}

function missingInProduction(values: Readonly<Record<string, unknown>>): string[] {
  if (values.NODE_ENV !== 'production') return []
  return (VARIABLES as readonly Variable[])
    .filter(({ name, requiredInProduction }) => requiredInProduction && !isExcused(name, values))
    .filter(({ name }) => values[name] === undefined)
    .map(({ name, meaning }) => `${name} is required in production. ${meaning}`)
}

function missingBesideStorage(values: Readonly<Record<string, unknown>>): string[] {
  if (values.S3_ENDPOINT === undefined) return []
  return ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']
    .filter((name) => values[name] === undefined)
    .map((name) => `${name} is required with S3_ENDPOINT.`)
}

function missingBesideCityControl(values: Readonly<Record<string, unknown>>): string[] {
  return [
    ['CITYCONTROL_TOKEN', 'CITYCONTROL_URL'],
    ['CITYCONTROL_CLIENT_KEY', 'CITYCONTROL_CLIENT_CERT'],
    ['CITYCONTROL_CLIENT_CERT', 'CITYCONTROL_CLIENT_KEY'],
  ].flatMap(([name = '', other = '']) =>
    values[name] === undefined && values[other] !== undefined ? [`${name} is required with ${other}.`] : [],
  )
}

function isExcused(name: string, values: Readonly<Record<string, unknown>>): boolean {
  return name === 'DATABASE_URL' && values.ALLOW_EMBEDDED_DATABASE === true
}
