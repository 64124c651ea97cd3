import type { Question } from '@signalen/domain'
import { announce } from './announce.ts'

/**
 * The map of a question about objects is made when it is asked for. One listener for the whole page, as
 * questions come and go.
 */
export function offerObjectMaps(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest<HTMLElement>('[data-show-objects]')
    if (button) void toggleObjects(button)
  })
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'checkbox' && target.checked) keepToMost(target)
  })
}

/** No more objects than the question allows: of one, the newest choice counts; of more, the newest is too much. */
function keepToMost(input: HTMLInputElement): void {
  const list = input.closest<HTMLElement>('[data-assets]')
  if (!list) return
  const most = Number(list.dataset.assetsMost)
  const chosen = [...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked')]
  if (chosen.length <= most) return
  if (most === 1) for (const other of chosen) other.checked = other === input
  else {
    input.checked = false
    announce(list.querySelector<HTMLElement>('[data-most]')?.dataset.most ?? '')
  }
}

async function toggleObjects(button: HTMLElement): Promise<void> {
  const part = button.closest<HTMLElement>('[data-objects]')
  const canvas = part?.querySelector<HTMLElement>('[data-objects-canvas]')
  const frame = part?.querySelector<HTMLElement>('[data-objects-frame]')
  const list = part?.closest<HTMLElement>('[data-assets]')
  const place = document.querySelector<HTMLElement>('[data-map-part]')
  const question = findQuestion(part?.dataset.objects)
  if (!canvas || !frame || !list || !place || question?.kind !== 'assets') return
  frame.hidden = !frame.hidden
  button.setAttribute('aria-expanded', String(!frame.hidden))
  if (frame.hidden || canvas.dataset.ready !== undefined) return
  canvas.dataset.ready = ''
  try {
    const { showObjects } = await import('./object-map.ts')
    await showObjects({ question, place, canvas, list })
  } catch {
    // The list says the same.
    frame.textContent = place.dataset.mapFailed ?? ''
  }
}

function findQuestion(key: string | undefined): Question | undefined {
  const part = document.getElementById('vragen')
  const questions = JSON.parse(part?.dataset.questions ?? '[]') as Question[]
  return questions.find((question) => question.key === key)
}
