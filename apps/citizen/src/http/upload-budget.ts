const PERIOD_MILLISECONDS = 3_600_000
const BYTES_PER_PERIOD = 300 * 1024 * 1024
const MOST_ADDRESSES = 10_000

export interface UploadBudget {
  /** False when this address has put enough on our disk for now. */
  take(address: string, bytes: number): boolean
}

export interface UploadBudgetOptions {
  readonly isOff: boolean
  readonly now?: () => number
}

/** How much one network address may upload in an hour: drafts are kept for who may never send them. */
export function createUploadBudget({ isOff, now = Date.now }: UploadBudgetOptions): UploadBudget {
  let taken = new Map<string, number>()
  let began = now()
  return {
    take(address, bytes) {
      if (isOff) return true
      if (now() - began > PERIOD_MILLISECONDS || taken.size > MOST_ADDRESSES) {
        taken = new Map()
        began = now()
      }
      const total = (taken.get(address) ?? 0) + bytes
      if (total > BYTES_PER_PERIOD) return false
      taken.set(address, total)
      return true
    },
  }
}
