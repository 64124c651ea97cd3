/** Shows how many characters are left, once there are few. */
export function countCharacters(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) count(field)
}

const SHOWN_FROM = 0.8

function count(field: HTMLTextAreaElement): void {
  const limit = Number(field.dataset.limit)
  const { counterLeft, counterOver } = field.dataset
  if (!limit || !counterLeft || !counterOver) return
  const counter = document.createElement('p')
  counter.className = 'signalen-counter nl-paragraph'
  counter.setAttribute('role', 'status')
  field.after(counter)
  const show = () => {
    const left = limit - [...field.value].length
    const text = left < 0 ? counterOver : counterLeft
    const isFew = left < limit * (1 - SHOWN_FROM)
    counter.textContent = isFew ? text.replace('{count}', String(Math.abs(left))) : ''
  }
  field.addEventListener('input', show)
  show()
}
