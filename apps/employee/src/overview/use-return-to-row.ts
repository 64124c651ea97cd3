import { useEffect, useRef } from 'react'
import { useNavigationType } from 'react-router'
import { findLastOpened } from './list-state.ts'

/** Back from a report: the row that it was opened from has the focus, and stands where it stood. */
export function useReturnToRow(isReady: boolean, state: unknown): void {
  const navigation = useNavigationType()
  const isDone = useRef(false)
  const wanted = findWanted(state) ?? (navigation === 'POP' ? findLastOpened() : undefined)
  useEffect(() => {
    if (!isReady || isDone.current) return
    isDone.current = true
    if (wanted === undefined) return
    const link = document.querySelector<HTMLElement>(`[data-row="${wanted}"] [data-row-link]`)
    link?.focus({ preventScroll: true })
    if (link && !isInView(link)) link.scrollIntoView({ block: 'center' })
  }, [isReady, wanted])
}

function findWanted(state: unknown): number | undefined {
  const { returnTo } = (state ?? {}) as { returnTo?: unknown }
  return typeof returnTo === 'number' ? returnTo : undefined
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}
