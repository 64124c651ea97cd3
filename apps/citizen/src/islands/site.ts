import '../styles/site.css'
import { keepWhatIsTyped } from './autosave.ts'
import { makeCategorySearchable } from './category.ts'
import { countCharacters } from './counter.ts'
import { warnOfDanger } from './danger.ts'
import { enhanceEverywhere } from './enhance.ts'
import { leadToFields } from './error-links.ts'
import { offerObjectMaps } from './objects.ts'
import { sendOnce } from './once.ts'
import { offerPhotoFacts } from './photo-offer.ts'
import { uploadPhotosAtOnce } from './photos.ts'
import { offerPlaces } from './place.ts'
import { offerPublicMap } from './public-map.ts'

/** The rules of questions are fetched where questions are, as most pages have none. */
function askQuestionsWhereThereAre(root: ParentNode): void {
  const hasThem = (root instanceof HTMLElement && root.id === 'vragen') || root.querySelector('#vragen')
  if (hasThem) import('./questions.ts').then((questions) => questions.askQuestionsLive(root)).catch(() => {})
}

/** After all that someone sees is there. */
function whenDone(work: () => void): void {
  if (document.readyState === 'complete') setTimeout(work)
  else window.addEventListener('load', () => setTimeout(work), { once: true })
}

// Everything works without this file; each of these makes one thing easier.
document.documentElement.dataset.script = ''
leadToFields()
sendOnce()
keepWhatIsTyped()
offerObjectMaps()
enhanceEverywhere([
  countCharacters,
  warnOfDanger,
  uploadPhotosAtOnce,
  makeCategorySearchable,
  offerPlaces,
  offerPhotoFacts,
  askQuestionsWhereThereAre,
  offerPublicMap,
])
whenDone(() => {
  import('../offline/page.ts').then((offline) => offline.prepareForBadConnections()).catch(() => {})
})
