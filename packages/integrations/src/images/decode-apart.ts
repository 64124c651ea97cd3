import { runApart } from '../threads/run-apart.ts'
import type { DecodeOrder, Pixels } from './decode-worker.ts'

const module = new URL('./decode-worker.ts', import.meta.url)

export function decodeApart<Result extends Pixels | { pages: number }>(order: DecodeOrder): Promise<Result> {
  return runApart<Result>({ module, order })
}
