import { announce } from './announce.ts'

export interface ComboboxOption {
  readonly value: string
  readonly label: string
  /** Shown under it. */
  readonly detail?: string
}

export interface ComboboxSettings {
  readonly input: HTMLInputElement
  /** The name of the list. */
  readonly label: string
  find(query: string): Promise<readonly ComboboxOption[]>
  choose(option: ComboboxOption): void
  /** «3 adressen gevonden» */
  describe(count: number): string
}

const PAUSE_MILLISECONDS = 250

/**
 * A text field with a list of suggestions under it, after the combobox pattern of the ARIA guide: focus stays
 * in the field, arrows walk the list, Enter takes, Escape closes.
 */
export function createCombobox(settings: ComboboxSettings): void {
  const { input } = settings
  const list = createList(settings)
  let options: readonly ComboboxOption[] = []
  let active = -1
  let asked = 0

  function show(found: readonly ComboboxOption[]): void {
    options = found
    active = -1
    list.replaceChildren(...found.map((option, index) => createOption(option, `${list.id}-${index}`)))
    list.hidden = found.length === 0
    input.setAttribute('aria-expanded', String(found.length > 0))
    input.removeAttribute('aria-activedescendant')
  }

  function move(to: number): void {
    const count = options.length
    if (count === 0) return
    list.children[active]?.setAttribute('aria-selected', 'false')
    active = (to + count) % count
    const element = list.children[active]
    element?.setAttribute('aria-selected', 'true')
    element?.scrollIntoView({ block: 'nearest' })
    if (element) input.setAttribute('aria-activedescendant', element.id)
  }

  function take(index: number): void {
    const option = options[index]
    if (!option) return
    show([])
    settings.choose(option)
  }

  const search = debounce(async () => {
    const turn = ++asked
    const found = await settings.find(input.value.trim()).catch(() => [])
    // An older answer must not take the place of a newer one.
    if (turn !== asked || document.activeElement !== input) return
    show(found)
    announce(settings.describe(found.length))
  })

  input.addEventListener('input', search)
  input.addEventListener('blur', () => show([]))
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const element = event.target instanceof Element ? event.target.closest('[role="option"]') : null
    if (element) take(Array.from(list.children).indexOf(element))
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const isOpen = options.length > 0
    if (event.key === 'ArrowDown' && !isOpen) search()
    else if (event.key === 'ArrowDown') move(active + 1)
    else if (event.key === 'ArrowUp' && isOpen) move(active < 0 ? options.length - 1 : active - 1)
    else if (event.key === 'Enter' && active >= 0) take(active)
    else if (event.key === 'Escape' && isOpen) show([])
    else return
    event.preventDefault()
  })
}

function createList({ input, label }: ComboboxSettings): HTMLElement {
  const list = document.createElement('ul')
  list.id = `${input.id}-lijst`
  list.className = 'citizen-suggestions'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-expanded', 'false')
  input.setAttribute('aria-controls', list.id)
  input.autocomplete = 'off'
  const holder = document.createElement('div')
  holder.className = 'citizen-combobox'
  input.replaceWith(holder)
  holder.append(input, list)
  return list
}

function createOption({ label, detail }: ComboboxOption, id: string): HTMLElement {
  const element = document.createElement('li')
  element.id = id
  element.className = 'citizen-suggestions__option'
  element.setAttribute('role', 'option')
  element.setAttribute('aria-selected', 'false')
  element.append(label)
  if (detail) {
    const small = document.createElement('span')
    small.className = 'signalen-option__hint'
    small.textContent = detail
    element.append(small)
  }
  return element
}

function debounce(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(work, PAUSE_MILLISECONDS)
  }
}
