import { flushSync } from 'react-dom'
import { createKeyDesk } from './key-desk.ts'
import { areShortcutsOn } from './shortcuts-setting.ts'

export const keys = createKeyDesk({
  now: () => Date.now(),
  mayRun: () => areShortcutsOn() && document.querySelector('dialog[open]') === null,
  isTyping: () => isTyping(document.activeElement),
  // The only way in which the field and who listens to it notice it as typing.
  type: (text) => document.execCommand('insertText', false, text),
  run: (action) => flushSync(action),
  later: (action) => setTimeout(action),
})

/** Before anything is shown: a key may be pressed at the first thing that one sees. */
export function listenForKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return
    if (keys.press(event.key)) event.preventDefault()
  })
  document.addEventListener('pointerdown', () => keys.forget())
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  )
}
