import type { Page } from 'playwright-core'
import { press, type Scene, see, seeMap } from './citizen-scene.ts'
import { LAMP, newAddress, type World } from './citizen-world.ts'

interface Place {
  readonly name: string
  readonly page: string
  readonly alt: string
  readonly path: string
  readonly words: string | RegExp
}

/** What is there as soon as one goes there. */
function at({ path, words, ...rest }: Place): Scene {
  return {
    ...rest,
    reach: async (page: Page, { base }: World) => {
      await page.goto(base + path)
      await see(page, words)
    },
  }
}

const MAP = 'What is open in the municipality'

const MAP_SCENES: readonly Scene[] = [
  at({
    name: 'public-map',
    page: MAP,
    alt: 'Filters, and the list of open reports: subject, area and day, never a word of who reported it.',
    path: '/meldingenkaart',
    words: /\d+ open meldingen/,
  }),
  {
    name: 'public-map-shown',
    page: MAP,
    alt: 'The same reports on a map, those close together as one mark with their number.',
    isScripted: true,
    reach: async (page, { base }) => {
      await page.goto(`${base}/meldingenkaart`)
      await page.locator('[data-show-public-map]').click()
      await seeMap(page)
      await page.locator('.citizen-mark').first().waitFor()
    },
  },
  at({
    name: 'public-map-solved',
    page: MAP,
    alt: 'What was solved in the last month.',
    path: '/meldingenkaart?toon=opgelost',
    words: /opgeloste meldingen/,
  }),
  at({
    name: 'public-map-none',
    page: MAP,
    alt: 'A filter for which there are no reports.',
    path: '/meldingenkaart?onderwerp=wonen&dagen=7',
    words: 'Er zijn hier geen meldingen gevonden',
  }),
  at({
    name: 'public-map-next',
    page: MAP,
    alt: 'The second page of the list.',
    path: '/meldingenkaart?pagina=2',
    words: /Bladzijde 2 van/,
  }),
  at({
    name: 'figures',
    page: MAP,
    alt: 'How many reports, how fast they were solved and how satisfied people are, in tables.',
    path: '/meldingenkaart/cijfers',
    words: 'Melders die tevreden zijn',
  }),
  at({
    name: 'follow-map',
    page: MAP,
    alt: 'Asking for mail about new reports of a subject, once a week or at once.',
    path: '/volgen/kaart?onderwerp=afval',
    words: 'Hoe vaak?',
  }),
  {
    name: 'follow-map-asked',
    page: MAP,
    alt: 'Look in your mail to confirm it.',
    reach: async (page, { base }) => {
      await page.goto(`${base}/volgen/kaart?onderwerp=afval`)
      await page.locator('#email').fill(newAddress())
      await press(page, 'Stuur mij mail')
      await see(page, 'Kijk in uw mail')
    },
  },
]

const OFFLINE = 'Without connection'

const OFFLINE_SCENES: readonly Scene[] = [
  at({
    name: 'offline',
    page: OFFLINE,
    alt: 'The whole report on one page, kept on the device until there is a connection.',
    path: '/zonder-verbinding',
    words: 'Melden zonder verbinding',
  }),
  {
    name: 'offline-errors',
    page: OFFLINE,
    alt: 'Nothing was filled in: what is missing, in one sentence.',
    isScripted: true,
    reach: async (page, { base }) => {
      await page.goto(`${base}/zonder-verbinding`)
      await page.locator('[data-offline-form] button[value="next"]').click()
      await page.locator('[data-offline-problem]:not([hidden])').waitFor()
    },
  },
  {
    name: 'offline-waiting',
    page: OFFLINE,
    alt: 'A report that waits for a connection, with a button to try at once.',
    isScripted: true,
    reach: async (page, { base }) => {
      await page.goto(`${base}/zonder-verbinding`)
      await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
      await page.context().setOffline(true)
      await page.locator('#text').fill(LAMP)
      await page.locator('#adres').fill('Oude Delft 48')
      await page.locator('[data-offline-form] button[value="next"]').click()
      await page.locator('[data-kept-state="waiting"]').waitFor()
    },
  },
]

const ABOUT = 'About the site'

const ABOUT_SCENES: readonly Scene[] = [
  at({
    name: 'privacy',
    page: ABOUT,
    alt: 'What is kept, what for and how long, in plain words.',
    path: '/privacy',
    words: 'Wat wij bewaren',
  }),
  at({
    name: 'accessibility',
    page: ABOUT,
    alt: 'The accessibility statement, made of what the tests of this version saw.',
    path: '/toegankelijkheid',
    words: 'Hoe toegankelijk is deze site?',
  }),
  at({
    name: 'theme-neutral',
    page: ABOUT,
    alt: 'A preview of the neutral theme: every part that the form is made of.',
    path: '/thema-voorbeeld?thema=neutral',
    words: 'Niets op deze bladzijde doet iets',
  }),
  at({
    name: 'theme-high-contrast',
    page: ABOUT,
    alt: 'A preview of the theme with high contrast.',
    path: '/thema-voorbeeld?thema=high-contrast',
    words: 'Niets op deze bladzijde doet iets',
  }),
  at({
    name: 'not-found',
    page: ABOUT,
    alt: 'A page that does not exist, with a way on.',
    path: '/bestaat-niet',
    words: 'Deze pagina bestaat niet',
  }),
]

/** Whatever else the site has. */
export const SITE_SCENES: readonly Scene[] = [...MAP_SCENES, ...OFFLINE_SCENES, ...ABOUT_SCENES]
