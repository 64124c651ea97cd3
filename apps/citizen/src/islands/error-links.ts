/** Links of the error summary put the focus in the field, with its label in view. */
export function leadToFields(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-error-summary] a') : null
    const id = link?.getAttribute('href')
    const field = id?.startsWith('#') ? document.getElementById(id.slice(1)) : null
    if (!field) return
    event.preventDefault()
    field.focus({ preventScroll: true })
    const container = field.closest('fieldset, .signalen-form-field') ?? field
    container.scrollIntoView({ block: 'start' })
  })
}
