import { useShortcuts } from '../keyboard/use-shortcuts.ts'

const ROW_LINK = '[data-row-link]'

interface ListKeys {
  /** Whether there are rows to walk through. */
  readonly isReady: boolean
  readonly onSelect: (id: number) => void
}

/** j and k walk through the list as the arrow keys would; Enter is the link's own. */
export function useListKeys({ isReady, onSelect }: ListKeys): void {
  const rowKeys = {
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    x: () => {
      const id = Number(document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row)
      if (id) onSelect(id)
    },
  }
  useShortcuts(isReady ? rowKeys : {})
}

function moveFocus(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(ROW_LINK)]
  const row = document.activeElement?.closest<HTMLElement>('[data-row]')
  const current = row ? links.findIndex((link) => row.contains(link)) : -1
  const next = links[current === -1 && step === -1 ? links.length - 1 : current + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
