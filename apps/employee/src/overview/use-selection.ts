import { useCallback, useMemo, useState } from 'react'

export interface Selection {
  readonly ids: ReadonlySet<number>
  toggle(id: number): void
  /** All of these, or none of them. */
  set(ids: readonly number[], isSelected: boolean): void
  clear(): void
}

/** What is selected stays selected while one pages and filters, until it is cleared. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  const set = useCallback(
    (changed: readonly number[], isSelected: boolean) =>
      setIds((before) => change(before, changed, isSelected)),
    [],
  )
  const toggle = useCallback((id: number) => setIds((before) => change(before, [id], !before.has(id))), [])
  const clear = useCallback(() => setIds(new Set()), [])
  return useMemo(() => ({ ids, toggle, set, clear }), [ids, toggle, set, clear])
}

function change(
  before: ReadonlySet<number>,
  ids: readonly number[],
  isSelected: boolean,
): ReadonlySet<number> {
  const after = new Set(before)
  for (const id of ids) {
    if (isSelected) after.add(id)
    else after.delete(id)
  }
  return after
}
