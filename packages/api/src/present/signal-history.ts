import { presentHistoryEvent, SYSTEM_AUTHOR } from '@signalen/domain'
import type { HistoryEntry, Settings } from '@signalen/services'
import { presentTime } from './time.ts'

export function presentHistoryEntry(entry: HistoryEntry, { timeZone }: Settings) {
  const { what, action, description } = presentHistoryEvent(entry.event, timeZone)
  return {
    identifier: `${what}_${entry.id}`,
    when: presentTime(entry.createdAt, timeZone),
    what,
    action,
    description,
    who: entry.createdBy ?? SYSTEM_AUTHOR,
    _signal: entry.signalId,
  }
}
