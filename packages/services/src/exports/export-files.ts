import type { ExportFile } from './export-file.ts'
import {
  CATEGORIES,
  DIRECTING_DEPARTMENTS,
  feedbackFile,
  LOCATIONS,
  NOTES,
  REPORTERS,
  ROUTING_DEPARTMENTS,
  SERVICE_LEVELS,
  STATUSES,
} from './part-files.ts'
import { ASSIGNED_USERS, LEARNING, SIGNALS } from './report-files.ts'

/** Every file that the data warehouse gets, each night, with all rows. */
export function listExportFiles(environment: string): readonly ExportFile[] {
  return [
    SIGNALS,
    LEARNING,
    ASSIGNED_USERS,
    LOCATIONS,
    REPORTERS,
    CATEGORIES,
    STATUSES,
    SERVICE_LEVELS,
    DIRECTING_DEPARTMENTS,
    ROUTING_DEPARTMENTS,
    NOTES,
    feedbackFile(environment),
  ]
}
