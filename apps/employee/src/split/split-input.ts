import type { SignalDetail } from '@signalen/contract'
import { MOST_CHILDREN, TEXT_LIMITS } from '@signalen/domain'
import type { Category } from '../api/wire.ts'

export interface PartInput {
  readonly key: string
  readonly text: string
  readonly categoryId: string
  readonly priority: string
  readonly type: string
}

export interface SplitInput {
  readonly parts: readonly PartInput[]
  readonly directingId: string
  readonly note: string
  /** Addresses of the attachments that go along with every part. */
  readonly attachments: readonly string[]
}

/** A new part begins as the report that it is a part of. */
export function createPart(signal: SignalDetail, key: string): PartInput {
  return {
    key,
    text: signal.text,
    categoryId: '',
    priority: signal.priority.priority,
    type: signal.type.code,
  }
}

export function countRoom(childCount: number): number {
  return Math.max(0, MOST_CHILDREN - childCount)
}

export interface PartFault {
  readonly key: string
  readonly field: 'text' | 'category'
}

export function findPartFaults(parts: readonly PartInput[]): PartFault[] {
  return parts.flatMap(({ key, text, categoryId }) => {
    const faults: PartFault[] = []
    const length = [...text.trim()].length
    if (length === 0 || length > TEXT_LIMITS.signalText) faults.push({ key, field: 'text' })
    if (categoryId === '') faults.push({ key, field: 'category' })
    return faults
  })
}

/** The parts as reports of their own. Who reported it stays with the report: parts are inside business. */
export function toParts(signal: SignalDetail, input: SplitInput, categories: readonly Category[]) {
  const { geometrie, address, stadsdeel, buurt_code } = signal.location
  return input.parts.map(({ text, categoryId, priority, type }) => ({
    parent: signal.id,
    text: text.trim(),
    category: {
      sub_category: categories.find(({ id }) => String(id) === categoryId)?._links.self.public,
    },
    location: { geometrie, address, stadsdeel, buurt_code },
    reporter: { email: null, phone: null, sharing_allowed: false },
    incident_date_start: signal.incident_date_start,
    source: signal.source,
    priority: { priority },
    type: { code: type },
    ...(input.attachments.length > 0 && { attachments: input.attachments }),
  }))
}

/** What changes of the report itself, if anything. */
export function toParentChange({ directingId, note }: SplitInput): Record<string, unknown> | undefined {
  const change = {
    ...(directingId !== '' && { directing_departments: [{ id: Number(directingId) }] }),
    ...(note.trim() !== '' && { notes: [{ text: note.trim() }] }),
  }
  return Object.keys(change).length > 0 ? change : undefined
}
