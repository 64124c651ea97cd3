import { type Database, DEFAULT_MUNICIPALITY, listMunicipalities } from '@signalen/database'

/** The municipality that is filled at the first start: the default one, unless the installation has others only. */
export async function findHome(database: Database): Promise<string> {
  const keys = (await listMunicipalities(database)).map(({ key }) => key)
  return keys.includes(DEFAULT_MUNICIPALITY) ? DEFAULT_MUNICIPALITY : (keys[0] ?? DEFAULT_MUNICIPALITY)
}
