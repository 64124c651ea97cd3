export const PHOTO_FACTS_KEY = 'foto'

/** What a photo told is offered while there is one; the code for it is fetched only then. */
export function offerPhotoFacts(root: ParentNode): void {
  const photos =
    root instanceof Element && root.matches('[data-photos]') ? root : root.querySelector('[data-photos]')
  const isGone = photos !== null && !photos.querySelector('ul')
  if (isGone || root.querySelector('[data-number]')) sessionStorage.removeItem(PHOTO_FACTS_KEY)
  if (!document.querySelector('[data-photo-offer]') || !sessionStorage.getItem(PHOTO_FACTS_KEY)) return
  void import('./photo-facts.ts').then(({ showPhotoFacts }) => showPhotoFacts())
}
