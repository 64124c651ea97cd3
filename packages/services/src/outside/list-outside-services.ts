import {
  explainFault,
  type FaultKind,
  judgeService,
  type ServiceNotice,
  type ServiceState,
} from '@signalen/domain'
import type { Context } from '../context.ts'

export interface OutsideService extends Omit<ServiceNotice, 'lastFault'> {
  readonly state: ServiceState
  /** Of the last failure; null while all is well. */
  readonly cause: FaultKind | null
}

/** What the municipality leans on outside, and whether it answers. */
export async function listOutsideServices({
  outsideServices,
  clock,
}: Pick<Context, 'outsideServices' | 'clock'>): Promise<OutsideService[]> {
  const notices = (await outsideServices?.list()) ?? []
  return notices.map(({ lastFault, ...notice }) => {
    const state = judgeService({ ...notice, lastFault }, clock.now())
    const hasCause = lastFault !== null && (state === 'down' || state === 'shaky')
    return { ...notice, state, cause: hasCause ? explainFault(lastFault) : null }
  })
}
