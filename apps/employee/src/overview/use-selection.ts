import { useCallback, useMemo, useState } from 'react'

export interface Selection {
  readonly ids: ReadonlySet<number>
  /** Whether all that the filter finds is meant, also what stands on other pages. */
  readonly isAll: boolean
  toggle(id: number): void
  /** All of these, or none of them. */
  set(ids: readonly number[], isSelected: boolean): void
  takeAll(): void
  clear(): void
}

interface Chosen {
  readonly ids: ReadonlySet<number>
  /** The filter of which all is chosen. */
  readonly allOf: string | undefined
}

const NOTHING: Chosen = { ids: new Set(), allOf: undefined }

/**
 * What is selected stays selected while one pages and filters, until it is cleared. All of a filter is only
 * chosen as long as that filter is on.
 */
export function useSelection(filter: string): Selection {
  const [chosen, setChosen] = useState<Chosen>(NOTHING)
  const set = useCallback(
    (changed: readonly number[], isSelected: boolean) =>
      setChosen(({ ids }) => ({ ids: change(ids, changed, isSelected), allOf: undefined })),
    [],
  )
  const toggle = useCallback(
    (id: number) => setChosen(({ ids }) => ({ ids: change(ids, [id], !ids.has(id)), allOf: undefined })),
    [],
  )
  const takeAll = useCallback(() => setChosen(({ ids }) => ({ ids, allOf: filter })), [filter])
  const clear = useCallback(() => setChosen(NOTHING), [])
  const { ids, allOf } = chosen
  return useMemo(
    () => ({ ids, isAll: allOf === filter, toggle, set, takeAll, clear }),
    [ids, allOf, filter, toggle, set, takeAll, clear],
  )
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
