import { isSameJson } from '@signalen/domain'
import type { Context } from '../context.ts'
import { recordInAuditLog } from './record-in-audit-log.ts'

type Facts = Readonly<Record<string, unknown>>

export interface Saving {
  readonly by: string
  readonly type: string
  readonly id: number | string
  /** As it was; undefined for something new. */
  readonly before: Facts | undefined
  readonly after: Facts
}

/** Keeps which facts became which others. To be called in the transaction of the change; nothing is kept of none. */
export async function recordSaved(context: Context, { by, type, id, before, after }: Saving): Promise<void> {
  const changed = Object.keys(after).filter(
    (name) => !isSameJson(before?.[name] ?? null, after[name] ?? null),
  )
  if (before && changed.length === 0) return
  const pick = (facts: Facts) => Object.fromEntries(changed.map((name) => [name, facts[name] ?? null]))
  await recordInAuditLog(context, {
    by,
    action: `${type}.saved`,
    object: { type, id: String(id) },
    detail: { ...(before ? { before: pick(before) } : {}), after: pick(after) },
  })
}

export async function recordRemoved(
  context: Context,
  {
    by,
    type,
    id,
    name,
  }: { readonly by: string; readonly type: string; readonly id: number; readonly name: string },
): Promise<void> {
  await recordInAuditLog(context, {
    by,
    action: `${type}.removed`,
    object: { type, id: String(id) },
    detail: { name },
  })
}
