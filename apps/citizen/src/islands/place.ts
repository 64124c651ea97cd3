import { announce } from './announce.ts'
import { type ComboboxOption, createCombobox } from './combobox.ts'
import { findStepForm, submitInPlace, submitWhole } from './step-form.ts'

const PARTS = ['fouten', 'plaats', 'vragen']

/** Suggestions while an address is typed, the place of the device, and the map. */
export function offerPlaces(root: ParentNode): void {
  const search = root.querySelector<HTMLElement>('[data-address-search]')
  if (search) suggestAddresses(search)
  const part = root.querySelector<HTMLElement>('[data-map-part]')
  if (part) offerMap(part)
}

function suggestAddresses(search: HTMLElement): void {
  const input = search.querySelector<HTMLInputElement>('input')
  if (!input) return
  const { results = '', one = '', none = '' } = search.dataset
  createCombobox({
    input,
    label: input.labels?.[0]?.textContent ?? '',
    find: async (query) => (query.length < 2 ? [] : askJson<ComboboxOption[]>('/melden/adressen', { query })),
    choose: (option) => void choosePlace(option.value),
    describe(count) {
      if (count === 0) return none
      return count === 1 ? one : results.replace('2', String(count))
    },
  })
}

async function askJson<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error('No answer')
  return (await response.json()) as Answer
}

/** The server takes the place and shows it, with what belongs to it. */
async function choosePlace(value: string): Promise<void> {
  const form = findStepForm()
  const field = form?.querySelector<HTMLInputElement>('[data-place-value]')
  if (!form || !field) return
  field.disabled = false
  field.value = value
  const query = form.querySelector<HTMLInputElement>('[name="_query"]')
  if (query) query.value = ''
  try {
    await submitInPlace(form, 'place', PARTS)
  } catch {
    return submitWhole(form, 'place')
  }
  const chosen = document.querySelector<HTMLElement>('[data-chosen-place]')
  chosen?.focus()
  if (chosen) announce(chosen.textContent ?? '')
}

interface Pin {
  readonly longitude: number
  readonly latitude: number
}

export async function choosePin(part: HTMLElement, pin: Pin, source: 'map' | 'device'): Promise<void> {
  const found = await askJson<{ isOutside: boolean; value?: string }>('/melden/plek', { ...pin, source })
  if (found.isOutside) showStatus(part, part.dataset.outside)
  else if (found.value) await choosePlace(found.value)
}

function showStatus(part: HTMLElement, text = ''): void {
  const status = part.querySelector('[data-place-status]')
  if (status) status.textContent = text
}

function offerMap(part: HTMLElement): void {
  part.hidden = false
  const device = part.querySelector<HTMLButtonElement>('[data-use-device]')
  if (device) {
    device.hidden = !('geolocation' in navigator)
    device.addEventListener('click', () => findDevice(part))
  }
  part.querySelector('[data-show-map]')?.addEventListener('click', () => void toggleMap(part))
}

function findDevice(part: HTMLElement): void {
  showStatus(part, part.dataset.deviceBusy)
  const fail = () => showStatus(part, part.dataset.deviceFailed)
  navigator.geolocation.getCurrentPosition(
    ({ coords: { longitude, latitude } }) => {
      showStatus(part)
      choosePin(part, { longitude, latitude }, 'device').catch(fail)
    },
    fail,
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
  )
}

async function toggleMap(part: HTMLElement): Promise<void> {
  const frame = part.querySelector<HTMLElement>('[data-map-frame]')
  const canvas = part.querySelector<HTMLElement>('[data-map-canvas]')
  const button = part.querySelector<HTMLElement>('[data-show-map]')
  if (!frame || !canvas || !button) return
  frame.hidden = !frame.hidden
  button.setAttribute('aria-expanded', String(!frame.hidden))
  swapLabel(part, button)
  if (frame.hidden || canvas.dataset.ready !== undefined) return
  canvas.dataset.ready = ''
  const fail = () => showStatus(part, part.dataset.mapFailed)
  try {
    // Only now, as the map is heavier than all the rest together.
    const { showMap } = await import('./map.ts')
    const map = await showMap(part, canvas, (pin) => choosePin(part, pin, 'map').catch(fail))
    part.querySelector('[data-map-pick]')?.addEventListener('click', map.pickCentre)
  } catch {
    frame.hidden = true
    fail()
  }
}

function swapLabel(part: HTMLElement, button: HTMLElement): void {
  const label = button.querySelector<HTMLElement>('[data-show-map-label]')
  if (!label) return
  const shown = label.textContent ?? ''
  label.textContent = part.dataset.hideMap ?? ''
  part.dataset.hideMap = shown
}
