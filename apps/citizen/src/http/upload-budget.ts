import { createHash } from 'node:crypto'

const PERIOD_SECONDS = 3600
const BYTES_PER_PERIOD = 300 * 1024 * 1024
const MOST_ADDRESSES = 10_000

/** How much of something is used under a key, within a time that begins with the first use. */
export interface Allowances {
  use(key: string, amount: number, windowSeconds: number): Promise<{ used: number; secondsLeft: number }>
}

export interface UploadBudget {
  /** False when this address has put enough on our disk for now. */
  take(address: string, bytes: number): Promise<boolean>
}

export interface UploadBudgetOptions {
  readonly isOff: boolean
  /** Where several processes count together; without it this one counts for itself. */
  readonly allowances?: Allowances | undefined
  readonly secret: string
  readonly now?: () => number
}

/** How much one network address may upload in an hour: drafts are kept for who may never send them. */
export function createUploadBudget(options: UploadBudgetOptions): UploadBudget {
  const { isOff, secret, allowances = createOwnAllowances(options.now ?? Date.now) } = options
  return {
    async take(address, bytes) {
      if (isOff) return true
      // Network addresses are of people: only this installation can tell whose hash it is.
      const key = createHash('sha256').update(`${secret} uploads ${address}`).digest('base64url')
      const { used } = await allowances.use(key, bytes, PERIOD_SECONDS)
      if (used <= BYTES_PER_PERIOD) return true
      await allowances.use(key, -bytes, PERIOD_SECONDS)
      return false
    },
  }
}

function createOwnAllowances(now: () => number): Allowances {
  const kept = new Map<string, { used: number; until: number }>()
  return {
    async use(key, amount, windowSeconds) {
      if (kept.size > MOST_ADDRESSES) kept.clear()
      const known = kept.get(key)
      const current = known && known.until > now() ? known : { used: 0, until: now() + windowSeconds * 1000 }
      current.used += amount
      kept.set(key, current)
      return { used: current.used, secondsLeft: (current.until - now()) / 1000 }
    },
  }
}
