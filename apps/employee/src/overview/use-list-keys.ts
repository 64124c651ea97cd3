import { useShortcuts } from '../keyboard/use-shortcuts.ts'

const ROW_LINK = '[data-row-link]'

/** j and k walk through the list as the arrow keys would; Enter is the link's own. */
export function useListKeys({ onSelect }: { readonly onSelect: (id: number) => void }): void {
  useShortcuts({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    x: () => {
      const id = Number(document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row)
      if (id) onSelect(id)
    },
  })
}

function moveFocus(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(ROW_LINK)]
  const row = document.activeElement?.closest<HTMLElement>('[data-row]')
  const current = row ? links.findIndex((link) => row.contains(link)) : -1
  const next = links[current === -1 && step === -1 ? links.length - 1 : current + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
