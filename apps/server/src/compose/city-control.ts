import { readFileSync } from 'node:fs'
import { createCityControl } from '@signalen/integrations'
import type { CityControl } from '@signalen/services'
import { ConfigurationFault } from '../configuration/read-environment.ts'
import type { Environment } from '../configuration/variables.ts'

/** Without an address it only reads and answers. */
export function connectCityControl(environment: Environment): CityControl {
  return createCityControl({
    url: environment.CITYCONTROL_URL,
    token: environment.CITYCONTROL_TOKEN,
    certificate: readPem('CITYCONTROL_CLIENT_CERT', environment),
    key: readPem('CITYCONTROL_CLIENT_KEY', environment),
    authority: readPem('CITYCONTROL_CA_BUNDLE', environment),
  })
}

type PemVariable = 'CITYCONTROL_CLIENT_CERT' | 'CITYCONTROL_CLIENT_KEY' | 'CITYCONTROL_CA_BUNDLE'

function readPem(name: PemVariable, environment: Environment): string | undefined {
  const file = environment[name]
  if (file === undefined) return undefined
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new ConfigurationFault(`${name}: ${file} cannot be read.`)
  }
}
