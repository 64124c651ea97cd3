import { EARLIER } from '@signalen/ui'
import { FACTS_BYTES, type PhotoFacts, readPhotoFacts } from '../rules/photo-facts.ts'
import { PHOTO_FACTS_KEY as KEY } from './photo-offer.ts'
import { choosePin } from './place.ts'

/**
 * Remembers, in this tab only, where and when a photo was made, to be offered at the next step. Nothing of it is
 * sent unless the reporter takes it over: the photo itself goes without.
 */
export async function notePhotoFacts(file: File): Promise<void> {
  try {
    const bytes = new Uint8Array(await file.slice(0, FACTS_BYTES).arrayBuffer())
    const { place, moment } = readPhotoFacts(bytes)
    const known = recall()
    const facts = { place: known?.place ?? place, moment: known?.moment ?? moment }
    if (facts.place || facts.moment) sessionStorage.setItem(KEY, JSON.stringify(facts))
  } catch {
    // Without it the place is asked, as always.
  }
}

function recall(): PhotoFacts | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '') as PhotoFacts
  } catch {
    return undefined
  }
}

/** Where the photo was made as the place, and when as the moment: offers, which wait for a press of a button. */
export function showPhotoFacts(): void {
  const facts = recall()
  const block = document.querySelector<HTMLElement>('[data-photo-offer]')
  if (!facts || !block) return
  if (facts.place) offerPlace(block, facts.place)
  for (const moment of document.querySelectorAll<HTMLElement>('[data-moment]')) {
    if (facts.moment) offerMoment(block, moment, facts.moment)
  }
}

function offerPlace(block: HTMLElement, place: NonNullable<PhotoFacts['place']>): void {
  const part = document.querySelector<HTMLElement>('[data-map-part]')
  const button = block.querySelector('button')
  if (!part || !button || document.querySelector('[data-chosen-place]') || !block.hidden) return
  block.hidden = false
  button.addEventListener('click', () => {
    block.hidden = true
    choosePin(part, place, 'map').catch(() => {
      block.hidden = false
    })
  })
}

function offerMoment(
  { dataset }: HTMLElement,
  part: HTMLElement,
  { date, time }: NonNullable<PhotoFacts['moment']>,
): void {
  const earlier = part.querySelector<HTMLElement>('[data-moment-earlier]')
  const day = part.querySelector<HTMLInputElement>('input[type="date"]')
  const clock = part.querySelector<HTMLInputElement>('input[type="time"]')
  const choice = part.querySelector<HTMLInputElement>(`input[type="radio"][value="${EARLIER}"]`)
  if (!earlier || !day || !clock || !choice || part.querySelector('[data-use-photo-time]')) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'nl-button nl-button--secondary'
  button.dataset.usePhotoTime = ''
  button.textContent = (dataset.photoTime ?? '').replace(
    '…',
    `${date.split('-').reverse().join('-')} ${time}`,
  )
  button.addEventListener('click', () => {
    choice.checked = true
    day.value = date
    clock.value = time
    for (const type of ['input', 'change']) choice.dispatchEvent(new Event(type, { bubbles: true }))
    day.focus()
  })
  earlier.before(button)
}
