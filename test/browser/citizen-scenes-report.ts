import type { Page } from 'playwright-core'
import { readDemoPhoto } from '../lib/office.ts'
import { type Scene, see, seeMap } from './citizen-scene.ts'
import { answerQuestions, goOn } from './citizen-walk.ts'
import { beginReport, type GivenReport, LAMP, STREET, type World } from './citizen-world.ts'
import { QUESTIONED } from './every-question.ts'

const PLACE = '/melden/plaats'
const PHOTO = 'lamp-post.jpg'
const BROKEN = {
  name: 'kapot.png',
  mimeType: 'image/png',
  buffer: Buffer.from('\x89PNG nothing else', 'latin1'),
}
/** Nobody reported this yet. */
const QUIET_STREET = 'Markt 1'

async function openPlace(page: Page, world: World, given: GivenReport): Promise<void> {
  await beginReport(page, world.base, given)
  await page.goto(`${world.base}${PLACE}`)
  await page.locator('#plaats').waitFor()
}

async function openContact(page: Page, world: World, given: GivenReport = {}): Promise<void> {
  await openPlace(page, world, { street: QUIET_STREET, ...given })
  await answerQuestions(page)
  await page.waitForURL('**/melden/contact')
}

async function openReview(page: Page, world: World, given: GivenReport = {}): Promise<void> {
  await openContact(page, world, given)
  await page.locator('#email').fill('bewoner@voorbeeld.example')
  await goOn(page)
  await page.waitForURL('**/melden/controle*')
}

const DESCRIBE: readonly Scene[] = [
  {
    name: 'describe',
    page: 'Step 1: what is the matter',
    alt: 'An empty form: one field for the text, a button for photos, and whom to call in danger.',
    reach: async (page, { base }) => {
      await page.goto(base)
      await see(page, 'Wat wilt u melden?')
    },
  },
  {
    name: 'describe-filled',
    page: 'Step 1: what is the matter',
    alt: 'The form with a text and a photo, which can be removed again.',
    reach: async (page, { base }) => {
      await page.goto(base)
      await page.locator('#text').fill(LAMP)
      const file = { name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: readDemoPhoto(PHOTO) }
      await page.locator('#fotos').setInputFiles(file)
      const button = page.locator('button[value="photos"]')
      if (await button.isVisible()) await button.click()
      await page.locator('.citizen-photos img').waitFor()
    },
  },
  {
    name: 'describe-errors',
    page: 'Step 1: what is the matter',
    alt: 'Nothing was filled in: a summary of errors on top, and the error beside the field.',
    reach: async (page, { base }) => {
      await page.goto(base)
      await goOn(page)
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'describe-wrong-photo',
    page: 'Step 1: what is the matter',
    alt: 'A file that is no photo was chosen: the error says which kinds can be read.',
    reach: async (page, { base }) => {
      await page.goto(base)
      await page.locator('#text').fill(LAMP)
      const file = { name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Beste gemeente') }
      await page.locator('#fotos').setInputFiles(file)
      const button = page.locator('button[value="photos"]')
      if (await button.isVisible()) await button.click()
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  ...['emergency', 'urgent'].map((kind) => ({
    name: `describe-${kind}`,
    page: 'Step 1: what is the matter',
    alt:
      kind === 'emergency'
        ? 'The text tells of a fire: a warning to call 112 first.'
        : 'The text tells of a hole in the road: a warning to call the municipality at once.',
    reach: async (page: Page, { base }: World) => {
      const text = kind === 'emergency' ? 'De container staat in brand' : 'Er zit een groot gat in de weg'
      await page.request.post(base, { multipart: { _text: text, _action: 'save' } })
      await page.goto(base)
      await page.locator(`[data-danger="${kind}"]`).waitFor()
    },
  })),
  {
    name: 'describe-continued',
    page: 'Step 1: what is the matter',
    alt: 'Coming back to a report that was begun: it is still there, and can be cleared.',
    reach: async (page, { base }) => {
      await beginReport(page, base)
      await page.goto(base)
      await see(page, 'Alles wissen en opnieuw beginnen')
    },
  },
  {
    name: 'describe-expired',
    page: 'Step 1: what is the matter',
    alt: 'The report was kept no longer: a warning says for how long it is, and what to do.',
    reach: async (page, { base }) => {
      await page.goto(`${base}/?verlopen`)
      await page.locator('[data-expired]').waitFor()
    },
  },
  {
    name: 'languages',
    page: 'Step 1: what is the matter',
    alt: 'The list of languages, opened in the header.',
    reach: async (page, { base }) => {
      await page.goto(base)
      await page.locator('.citizen-languages summary').click()
      await see(page, 'Türkçe')
    },
  },
]

const PLACES: readonly Scene[] = [
  {
    name: 'place',
    page: 'Step 2: where it is',
    alt: 'The subject that was suggested, a field for the address, buttons for the own place and for the map.',
    reach: (page, world) => openPlace(page, world, {}),
  },
  {
    name: 'place-found',
    page: 'Step 2: where it is',
    alt: 'Addresses that fit what was typed.',
    reach: async (page, world) => {
      await openPlace(page, world, {})
      await page.locator('#adres').fill('Oude Delft')
      const search = page.locator('button[value="search"]')
      if (await search.isVisible()) await search.click()
      await page.locator('[role="option"], input[type="radio"][name="_place"]').first().waitFor()
    },
  },
  {
    name: 'place-chosen',
    page: 'Step 2: where it is',
    alt: 'The chosen address, a list of lamp posts nearby, and the questions about a street light.',
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET })
      await page.locator('[data-chosen-place]').waitFor()
    },
  },
  {
    name: 'place-errors',
    page: 'Step 2: where it is',
    alt: 'No place was chosen and a question not answered: both are in the summary and beside the field.',
    reach: async (page, world) => {
      await openPlace(page, world, {})
      await goOn(page)
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'place-not-found',
    page: 'Step 2: where it is',
    alt: 'An address that nobody knows: one may go on with what was typed.',
    reach: async (page, world) => {
      await openPlace(page, world, {})
      await page.locator('#adres').fill('Nergenslaan 999')
      await page.locator('#adres').press('Escape')
      await goOn(page)
      await see(page, 'Ga verder met «Nergenslaan 999»')
    },
  },
  {
    name: 'place-outside',
    page: 'Step 2: where it is',
    alt: 'The device is in another municipality: a sentence says where to report it.',
    isScripted: true,
    reach: async (page, world) => {
      await page.context().grantPermissions(['geolocation'])
      await page.context().setGeolocation({ longitude: 4.9, latitude: 52.37 })
      await openPlace(page, world, {})
      await page.locator('[data-use-device]').click()
      await see(page, 'Deze plaats ligt niet in')
    },
  },
  {
    name: 'place-map',
    page: 'Step 2: where it is',
    alt: 'The map, with a cross in its middle and a button to choose that place.',
    isScripted: true,
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET })
      await page.locator('[data-show-map]').click()
      await seeMap(page)
    },
  },
  {
    name: 'place-objects',
    page: 'Step 2: where it is',
    alt: 'Lamp posts as buttons on a map, one of them chosen, and the same in the list below.',
    isScripted: true,
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET })
      await page.locator('[data-show-objects]').first().click()
      await seeMap(page)
      await page.locator('[data-object]').first().press('Enter')
      await page.locator('[data-object][aria-pressed="true"]').waitFor()
    },
  },
  {
    name: 'place-subject',
    page: 'Step 2: where it is',
    alt: 'Choosing another subject: a field to search in, or a list in groups.',
    reach: async (page, world) => {
      await openPlace(page, world, {})
      await page.locator('#onderwerp summary').click()
      const search = page.locator('#categorie-zoek')
      if ((await search.count()) === 0) return page.locator('#categorie').waitFor()
      await search.fill('afval')
      return page.locator('[role="option"]').first().waitFor()
    },
  },
  {
    name: 'place-unknown-subject',
    page: 'Step 2: where it is',
    alt: 'A text that says little: a colleague will find out what it is about.',
    reach: async (page, world) => {
      await openPlace(page, world, { text: 'Hallo, kunt u even komen kijken alstublieft' })
      await page.locator('#onderwerp').waitFor()
    },
  },
  {
    name: 'place-personal-data',
    page: 'Step 2: where it is',
    alt: 'The text holds a telephone number and an e-mail address: a friendly warning.',
    reach: async (page, world) => {
      await openPlace(page, world, { text: 'De lamp is stuk. Bel 06 12345678 of mail jan@voorbeeld.example' })
      await page.locator('[data-personal-data]').waitFor()
    },
  },
]

const QUESTIONS: readonly Scene[] = [
  {
    name: 'questions',
    page: 'Step 2: the questions',
    alt: 'One question of every type that a municipality can ask.',
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET, category: QUESTIONED })
      await see(page, 'Over wat u zag')
    },
  },
  {
    name: 'questions-more',
    page: 'Step 2: the questions',
    alt: 'Answers bring other questions and warnings.',
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET, category: QUESTIONED })
      await page.locator('input[name="extra_ernst"][value="groot"]').check()
      await page.locator('input[name="extra_wat"][value="vies"]').check()
      await page.locator('input[name="extra_wanneer"][value="earlier"]').check()
      const follow = page.locator('[data-question="extra_vies"]')
      if ((await follow.count()) === 0) await goOn(page)
      await follow.waitFor()
    },
  },
  {
    name: 'questions-errors',
    page: 'Step 2: the questions',
    alt: 'Questions that must be answered, each with what is wrong.',
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET, category: QUESTIONED })
      await page.locator('input[name="extra_wanneer"][value="earlier"]').check()
      await goOn(page)
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'questions-stop',
    page: 'Step 2: the questions',
    alt: 'An answer for which the form is not the way: what to do instead.',
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET, category: QUESTIONED })
      await page.locator('input[name="extra_naam"]').fill('Speeltuin De Wip')
      await page.locator('input[name="extra_ernst"][value="particulier"]').check()
      await goOn(page)
      await page.locator('[data-error-summary]').waitFor()
      await see(page, 'Op eigen grond kunnen wij niets doen')
    },
  },
]

const SENDING: readonly Scene[] = [
  {
    name: 'contact',
    page: 'Step 3: contact',
    alt: 'E-mail address and telephone number, both optional, with what they are used for.',
    reach: async (page, world) => {
      await openContact(page, world)
      await page.locator('details.citizen-details summary').last().click()
    },
  },
  {
    name: 'contact-errors',
    page: 'Step 3: contact',
    alt: 'An e-mail address and a telephone number that cannot be right.',
    reach: async (page, world) => {
      await openContact(page, world)
      await page.locator('#email').fill('bewoner@')
      await page.locator('#telefoon').fill('12')
      await goOn(page)
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'review',
    page: 'Step 4: checking and sending',
    alt: 'All that was filled in, with a photo, and a link to change each part.',
    reach: async (page, world) => {
      await openReview(page, world, { photo: PHOTO })
      await see(page, 'Klopt alles?')
    },
  },
  {
    name: 'review-nearby',
    page: 'Step 4: checking and sending',
    alt: 'Reports of the same nearby, each of which can be followed instead.',
    reach: async (page, world) => {
      await openReview(page, world, { street: 'Oude Delft' })
      await page.locator('[data-nearby] li').first().waitFor()
    },
  },
  {
    name: 'review-failed',
    page: 'Step 4: checking and sending',
    alt: 'Sending failed: the report is kept, and one may try again or call.',
    reach: async (page, world) => {
      await openReview(page, world)
      await page.goto(`${world.base}/melden/controle?mislukt`)
      await page.locator('[data-send-problem]').waitFor()
    },
  },
  {
    name: 'sent',
    page: 'Sent',
    alt: 'The number of the report, what happens next, and that a copy comes by mail.',
    reach: async (page, world) => {
      await openReview(page, world, { photo: PHOTO })
      await goOn(page)
      await page.locator('[data-number]').waitFor()
    },
  },
  {
    name: 'sent-without-mail',
    page: 'Sent',
    alt: 'Sent without contact details: it says that no news can follow.',
    reach: async (page, world) => {
      await openContact(page, world)
      await page.locator('[data-skip-contact]').click()
      await page.locator('[data-number]').waitFor()
    },
  },
  {
    name: 'sent-photo-failed',
    page: 'Sent',
    alt: 'The report arrived, one photo did not: which one, why, and a button to try again.',
    reach: async (page, world) => {
      await page.request.post(world.base, { multipart: { _text: LAMP, _action: 'photos', _photos: BROKEN } })
      await openReview(page, world)
      await goOn(page)
      await page.locator('[data-failed-photos]').waitFor()
    },
  },
  {
    name: 'sent-gone',
    page: 'Sent',
    alt: 'The page of a report that another browser sent.',
    reach: async (page, { base }) => {
      await page.goto(`${base}/melden/verzonden/WV-1`)
      await see(page, 'Deze pagina is er niet meer')
    },
  },
]

/** The report itself, in the order in which it is made. */
export const REPORT_SCENES: readonly Scene[] = [...DESCRIBE, ...PLACES, ...QUESTIONS, ...SENDING]

async function speak(page: Page, { base }: World, language: string): Promise<void> {
  await page.request.get(`${base}/taal/${language}`)
}

const SPOKEN = { en: 'English', tr: 'Turkish', pl: 'Polish', uk: 'Ukrainian', ar: 'Arabic' } as const

/** The report in other languages; all steps in the one that is written from right to left. */
export const LANGUAGE_SCENES: readonly Scene[] = [
  ...Object.entries(SPOKEN).map(([language, name]) => ({
    name: `describe-${language}`,
    page: 'The report in other languages',
    alt: `Step 1 in ${name}.`,
    reach: async (page: Page, world: World) => {
      await speak(page, world, language)
      await page.goto(world.base)
      await page.locator(`html[lang="${language}"]`).waitFor()
    },
  })),
  inArabic({
    name: 'place-ar',
    alt: 'Step 2 in Arabic, from right to left.',
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET })
    },
  }),
  inArabic({
    name: 'place-map-ar',
    alt: 'The map in Arabic, from right to left.',
    isScripted: true,
    reach: async (page, world) => {
      await openPlace(page, world, { street: STREET })
      await page.locator('[data-show-map]').click()
      await seeMap(page)
    },
  }),
  inArabic({
    name: 'place-errors-ar',
    alt: 'An error in Arabic, from right to left.',
    reach: async (page, world) => {
      await openPlace(page, world, {})
      await goOn(page)
      await page.locator('[data-error-summary]').waitFor()
    },
  }),
  inArabic({
    name: 'contact-ar',
    alt: 'Step 3 in Arabic, from right to left.',
    reach: async (page, world) => {
      await openContact(page, world)
    },
  }),
  inArabic({
    name: 'review-ar',
    alt: 'Step 4 in Arabic, from right to left.',
    reach: async (page, world) => {
      await openReview(page, world, { photo: PHOTO })
    },
  }),
  inArabic({
    name: 'sent-ar',
    alt: 'The number of the report in Arabic, from right to left.',
    reach: async (page, world) => {
      await openReview(page, world)
      await goOn(page)
      await page.locator('[data-number]').waitFor()
    },
  }),
]

/** From right to left. */
function inArabic(scene: Omit<Scene, 'page'>): Scene {
  return {
    ...scene,
    page: 'The report in other languages',
    reach: async (page, world) => {
      await speak(page, world, 'ar')
      await scene.reach(page, world)
    },
  }
}
