import type { Context } from '../context.ts'
import { queueJob } from '../queue-job.ts'

/** In the transaction of the status by which a report is to be sent to CityControl. */
export function planSending(
  context: Context,
  sending: { readonly signalId: number; readonly statusHistoryId: number },
): Promise<void> {
  return queueJob(context, 'cityControl.send', sending, { key: `city-control/${sending.statusHistoryId}` })
}
