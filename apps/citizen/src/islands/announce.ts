let region: HTMLElement | undefined

/** Tells it to who hears the page. */
export function announce(text: string): void {
  region ??= createRegion()
  region.textContent = ''
  // A moment later, as a change in the same turn is not noticed.
  setTimeout(() => {
    if (region) region.textContent = text
  }, 100)
}

function createRegion(): HTMLElement {
  const element = document.createElement('div')
  element.className = 'signalen-visually-hidden'
  element.setAttribute('role', 'status')
  document.body.append(element)
  return element
}
