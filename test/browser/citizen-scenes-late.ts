import { type Scene, see } from './citizen-scene.ts'
import type { MailedLink, World } from './citizen-world.ts'

/** Longer than any mailed link works. */
export const LATER_DAYS = 20

const LATE_LINKS = ['no', 'reaction', 'external', 'verify', 'myReports', 'confirm'] as const
export type LateLinks = Readonly<Record<(typeof LATE_LINKS)[number], string>>

/** Mailed now, to be looked at when it is too late. */
export async function mailLateLinks(world: World): Promise<LateLinks> {
  const links: Partial<Record<MailedLink, string>> = {}
  for (const kind of LATE_LINKS) links[kind] = await world.mailLink(kind)
  return links as LateLinks
}

interface Late {
  readonly name: string
  readonly page: string
  readonly words: string
  readonly kind: keyof LateLinks
}

const LATE: readonly Late[] = [
  { name: 'feedback-late', page: 'Satisfied or not', words: 'Invullen kan niet meer', kind: 'no' },
  {
    name: 'reaction-too-late',
    page: 'A question from the municipality',
    words: 'Antwoorden kan niet meer',
    kind: 'reaction',
  },
  {
    name: 'external-late',
    page: 'Work for an outside party',
    words: 'Antwoorden kan niet meer',
    kind: 'external',
  },
  {
    name: 'verify-late',
    page: 'Confirming an e-mail address',
    words: 'Deze link werkt niet meer',
    kind: 'verify',
  },
  { name: 'my-reports-late', page: 'My reports', words: 'Deze link werkt niet meer', kind: 'myReports' },
  {
    name: 'follow-late',
    page: 'Following a report of someone else',
    words: 'Deze link werkt niet meer',
    kind: 'confirm',
  },
]

/** The same links some weeks later. Without links there are only their names. */
export function createLateScenes(links?: LateLinks): readonly Scene[] {
  return LATE.map(({ name, page, words, kind }) => ({
    name,
    page,
    alt: 'A link that works no longer: since when, and what one can do instead.',
    reach: async (tab, { base }) => {
      if (!links) throw new Error('there are no links that are too late')
      await tab.goto(base + links[kind])
      const button = tab.locator('main form button[type="submit"]')
      const isPressed = kind === 'verify' || kind === 'confirm'
      if (isPressed && (await button.count()) > 0) await button.first().click()
      await see(tab, words)
    },
  }))
}

export const LATE_SCENES = createLateScenes()

/** On a server that is being worked on. */
export const MAINTENANCE_SCENES: readonly Scene[] = [
  {
    name: 'maintenance',
    page: 'About the site',
    alt: 'The site is being worked on: when to come back, in Dutch and English, and whom to call in danger.',
    reach: async (page, { base }) => {
      await page.goto(base)
      await see(page, 'Wij zijn even bezig')
    },
  },
]

/** On a server that cannot write down what is filled in. */
export const FAULT_SCENES: readonly Scene[] = [
  {
    name: 'server-error',
    page: 'About the site',
    alt: 'Something is wrong on our side: nothing typed is lost, and one may try again.',
    reach: async (page, { base }) => {
      await page.goto(base)
      await page.locator('#text').fill('De lamp is stuk')
      await page.locator('[data-next]').click()
      await see(page, 'Er ging iets mis bij ons')
    },
  },
]
