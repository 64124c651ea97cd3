import '../styles/site.css'
import { keepWhatIsTyped } from './autosave.ts'
import { makeCategorySearchable } from './category.ts'
import { countCharacters } from './counter.ts'
import { enhanceEverywhere } from './enhance.ts'
import { leadToFields } from './error-links.ts'
import { offerObjectMaps } from './objects.ts'
import { sendOnce } from './once.ts'
import { offerPhotoFacts } from './photo-offer.ts'
import { uploadPhotosAtOnce } from './photos.ts'
import { offerPlaces } from './place.ts'
import { offerPublicMap } from './public-map.ts'
import { askQuestionsLive } from './questions.ts'

/** After what someone sees and does first. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 })
  else setTimeout(work, 300)
}

// Everything works without this file; each of these makes one thing easier.
document.documentElement.dataset.script = ''
leadToFields()
sendOnce()
keepWhatIsTyped()
offerObjectMaps()
enhanceEverywhere([
  countCharacters,
  uploadPhotosAtOnce,
  makeCategorySearchable,
  offerPlaces,
  offerPhotoFacts,
  askQuestionsLive,
  offerPublicMap,
])
whenIdle(() => {
  import('../offline/page.ts').then((offline) => offline.prepareForBadConnections()).catch(() => {})
})
