/** The map of open reports, made when it is asked for. */
export function offerPublicMap(root: ParentNode): void {
  const part = root.querySelector<HTMLElement>('[data-public-map]')
  part?.querySelector('[data-show-public-map]')?.addEventListener('click', () => void toggleMap(part))
}

async function toggleMap(part: HTMLElement): Promise<void> {
  const canvas = part.querySelector<HTMLElement>('[data-public-map-canvas]')
  const button = part.querySelector('[data-show-public-map]')
  const status = part.querySelector<HTMLElement>('[data-public-map-status]')
  if (!canvas || !button || !status) return
  canvas.hidden = !canvas.hidden
  button.setAttribute('aria-expanded', String(!canvas.hidden))
  if (canvas.hidden || canvas.dataset.ready !== undefined) return
  canvas.dataset.ready = ''
  try {
    const { showReports } = await import('./report-map.ts')
    await showReports(part, canvas, (text) => {
      status.textContent = text
    })
  } catch {
    canvas.hidden = true
    status.textContent = part.dataset.mapFailed ?? ''
  }
}
