/** A second click on a button that is already at work does nothing. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
    if (form.dataset.busy !== undefined) {
      event.preventDefault()
      return
    }
    form.dataset.busy = ''
    const status = form.querySelector<HTMLElement>('[data-sending]')
    if (status) status.textContent = status.dataset.sending ?? ''
  })
  // A page that comes back out of the browser's memory can be sent again.
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-busy]')) delete form.dataset.busy
  })
}
