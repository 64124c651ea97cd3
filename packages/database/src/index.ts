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
export { fingerprintDatabase, type TableFingerprint } from './fingerprint/fingerprint.ts'
export { type FailedJob, type FailedJobFilter, listFailedJobs } from './jobs/failed-jobs.ts'
export { type JobFigures, listJobFigures } from './jobs/job-figures.ts'
export {
  createJobQueue,
  type EnqueueOptions,
  type JobQueue,
  type JobQueueOptions,
  type JobsByName,
  type JobTiming,
  type ScheduledTask,
  type ScheduleOptions,
} from './jobs/job-queue.ts'
export type { Job, JobFailure, JobHandler } from './jobs/job-runner.ts'
export {
  findFailedJob,
  listMunicipalityJobs,
  type MunicipalityJobs,
  type RunningJob,
  type WaitingJobs,
} from './jobs/municipality-jobs.ts'
export type { QueueSettings } from './jobs/queue-settings.ts'
export { checkVersion } from './migrations/check-version.ts'
export { dropMunicipality } from './migrations/drop-municipality.ts'
export { type MigrateOptions, type MigrateOutcome, migrate } from './migrations/migrate.ts'
export {
  findMunicipalityByHost,
  listMunicipalities,
  type Municipality,
  updateHostNames,
} from './municipalities.ts'
export { type Allowances, createAllowances } from './shared/allowances.ts'
export { createSharedDrafts, type SharedDrafts } from './shared/drafts.ts'
export { createNoticeBoard, type NoticeBoard } from './shared/outside-services.ts'
export { type StartDatabaseOptions, startDatabase } from './start-database.ts'
export type * from './tables.ts'
