/** A signal stands alone, is split into parts, or is such a part. */
export type SignalKind = 'normal' | 'parent' | 'child'

export function findSignalKind(signal: {
  readonly parentId: number | null
  readonly childCount: number
}): SignalKind {
  if (signal.parentId !== null) return 'child'
  return signal.childCount > 0 ? 'parent' : 'normal'
}
