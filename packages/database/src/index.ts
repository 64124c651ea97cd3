export {
  type Database,
  type DatabaseKind,
  type DatabaseOptions,
  openDatabase,
} from './connection/database.ts'
export { createMigratedDataDir, migratedTemplateKey } from './connection/embedded/migrated-template.ts'
export { DatabaseFault, type DatabaseFaultCode } from './connection/fault.ts'
export {
  DEFAULT_MUNICIPALITY,
  type MunicipalityHandle,
  type MunicipalityTransaction,
  schemaOfMunicipality,
  type TableName,
} from './connection/municipality.ts'
export { checkVersion } from './migrations/check-version.ts'
export { type MigrateOptions, type MigrateOutcome, migrate } from './migrations/migrate.ts'
export {
  findMunicipalityByHost,
  listMunicipalities,
  type Municipality,
  updateHostNames,
} from './municipalities.ts'
export { type StartDatabaseOptions, startDatabase } from './start-database.ts'
export type * from './tables.ts'
