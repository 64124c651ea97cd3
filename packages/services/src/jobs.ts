import type { JobQueue } from '@signalen/database'
import type { StatusCode } from '@signalen/domain'

/** Every job by name, with what it carries: ids only, never personal data. A job may run twice without harm. */
export interface Jobs {
  'mail.send': { readonly mailId: number }
  /** Divides a new report about several objects, as the municipality wants it. */
  'signal.split': { readonly signalId: number }
  /** Mails news to everyone who follows a report. */
  'followers.tell': {
    readonly signalId: number
    readonly statusHistoryId: number
    readonly state: StatusCode
  }
  /** Changes many reports, or undoes that. */
  'bulk.run': { readonly bulkChangeId: number }
  'bulk.undo': { readonly bulkChangeId: number }
  /** Asks the register about the address of a new report, where nobody has to wait for that. */
  'address.check': { readonly signalId: number }
  /** Sends a report to CityControl, for the status that asked for it. */
  'cityControl.send': { readonly signalId: number; readonly statusHistoryId: number }
  /** Makes a change that was prepared for this moment. */
  'change.apply': { readonly preparedChangeId: number }
  'attachment.scan': { readonly attachmentId: number }
  /** A background task of the schedule, by its name, and who asked for it when it was not the clock. */
  'task.run': { readonly task: string; readonly userId?: number | undefined }
}

/** What use cases need of the queue: to add a job in the transaction of their change, and to settle what failed. */
export type JobWriter = Pick<JobQueue<Jobs>, 'enqueue' | 'retryJob' | 'deleteFailedJob'>
