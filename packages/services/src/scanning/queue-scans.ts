import type { Context } from '../context.ts'
import { queueJob } from '../queue-job.ts'

export type ScanState = 'waiting' | 'clean' | 'infected'

/** With what a new file begins: where a scanner is set nobody gets to see it before that has looked. */
export function firstScanState({ virusScanner }: Pick<Context, 'virusScanner'>): ScanState | null {
  return virusScanner ? 'waiting' : null
}

export interface ToScan {
  readonly id: number
  readonly scan_state: string | null
}

/** Has new files looked through. In the transaction that makes them known. */
export async function queueScans(context: Context, attachments: readonly ToScan[]): Promise<void> {
  for (const { id, scan_state } of attachments) {
    if (scan_state !== 'waiting') continue
    await queueJob(context, 'attachment.scan', { attachmentId: id }, { key: `scan/${id}` })
  }
}
