import { type ComboboxOption, createCombobox } from './combobox.ts'
import { findStepForm, submitInPlace, submitWhole } from './step-form.ts'

const PARTS = ['fouten', 'onderwerp', 'plaats', 'vragen']
const MOST = 12

/** The long list of subjects becomes a field to search in. */
export function makeCategorySearchable(root: ParentNode): void {
  const select = root.querySelector<HTMLSelectElement>('[data-category-list]')
  const form = findStepForm()
  if (!select || !form) return
  const options = readOptions(select)
  const input = document.createElement('input')
  input.id = `${select.id}-zoek`
  input.type = 'text'
  input.className = 'utrecht-textbox utrecht-textbox--html-input'
  select.after(input)
  select.hidden = true
  const label = form.querySelector<HTMLLabelElement>(`label[for="${select.id}"]`)
  if (label) label.htmlFor = input.id
  form.querySelector<HTMLElement>('[data-category-use]')?.setAttribute('hidden', '')
  createCombobox({
    input,
    label: label?.textContent ?? '',
    find: async (query) => filterOptions(options, query),
    describe: (count) => (count === 0 ? (select.dataset.none ?? '') : String(count)),
    choose(option) {
      select.value = option.value
      submitInPlace(form, 'category', PARTS)
        .then(() => document.querySelector<HTMLElement>('#onderwerp summary')?.focus())
        .catch(() => submitWhole(form, 'category'))
    },
  })
}

function readOptions(select: HTMLSelectElement): ComboboxOption[] {
  return Array.from(select.options, (option) => {
    const group = option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label : ''
    return { value: option.value, label: option.label, detail: group }
  })
}

/** All words must occur; what begins with what was typed comes first. */
function filterOptions(options: readonly ComboboxOption[], query: string): ComboboxOption[] {
  const words = simplify(query).split(' ').filter(Boolean)
  const found = options.filter(({ label, detail = '' }) => {
    const text = simplify(`${label} ${detail}`)
    return words.every((word) => text.includes(word))
  })
  const start = words[0] ?? ''
  const isFirst = ({ label }: ComboboxOption) => Number(!simplify(label).startsWith(start))
  return found.sort((left, right) => isFirst(left) - isFirst(right)).slice(0, MOST)
}

function simplify(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
