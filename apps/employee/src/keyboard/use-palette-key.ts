import { useEffect, useRef } from 'react'

/** Ctrl+K anywhere, also while typing; and Ctrl+Enter sends the form that one types in. */
export function usePaletteKey(onOpen: () => void): void {
  const open = useRef(onOpen)
  open.current = onOpen
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey)) return
      if (event.key.toLowerCase() === 'k' && !event.shiftKey && !event.altKey) {
        event.preventDefault()
        if (!document.querySelector('dialog[open]')) open.current()
      } else if (event.key === 'Enter' && event.target instanceof Element) {
        const form = event.target.closest('form')
        if (!form) return
        event.preventDefault()
        form.requestSubmit()
      }
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
