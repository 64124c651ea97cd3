import { useLayoutEffect, useRef } from 'react'
import type { Shortcuts } from './key-desk.ts'
import { keys } from './keys.ts'

/** Single keys that do something, unless someone is typing or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  current.current = shortcuts
  // Together with what is shown, not after it: what one sees can be worked with.
  useLayoutEffect(() => keys.offer(() => current.current), [])
}
