const KEY = 'signalen-shortcuts'

/** Keys of one letter get in the way of who dictates or presses keys by accident: they can be turned off. */
export function areShortcutsOn(): boolean {
  return localStorage.getItem(KEY) !== 'off'
}

export function setShortcutsOn(isOn: boolean): void {
  if (isOn) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, 'off')
}
