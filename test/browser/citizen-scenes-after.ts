import type { Page } from 'playwright-core'
import { readDemoPhoto } from '../lib/office.ts'
import { press, type Scene, see } from './citizen-scene.ts'
import { beginReport, type MailedLink, newAddress, STREET, type World } from './citizen-world.ts'

async function openLink(page: Page, world: World, kind: MailedLink): Promise<void> {
  await page.goto(world.base + (await world.sharedLink(kind)))
}

/** A link that only this scene uses. */
async function openOwnLink(page: Page, world: World, kind: MailedLink): Promise<string> {
  const url = world.base + (await world.mailLink(kind))
  await page.goto(url)
  return url
}

const NO_SESSION = '00000000-0000-4000-8000-000000000000'

interface Wrong {
  readonly name: string
  readonly page: string
  readonly path: string
  readonly words: string
}

/** A link of the right form that nobody was sent. */
function wrongLink({ name, page, path, words }: Wrong): Scene {
  return {
    name,
    page,
    alt: 'A link that is not right: what may be the matter, and a way on.',
    reach: async (tab, { base }) => {
      await tab.goto(base + path)
      const button = tab.locator('main form button[type="submit"]')
      // Some pages only look at the link when the button is pressed, as mail programs open links by themselves.
      if ((await button.count()) > 0) await button.first().click()
      await see(tab, words)
    },
  }
}

const FEEDBACK = 'Satisfied or not'

async function fillReasons(page: Page): Promise<void> {
  await page.locator('input[name="_why"]').first().check()
  await page.locator('#toelichting').fill('Dank u wel, het was snel klaar.')
}

const FEEDBACK_SCENES: readonly Scene[] = [
  {
    name: 'feedback-yes',
    page: FEEDBACK,
    alt: 'What one is satisfied about, by topic, with room for own words.',
    reach: async (page, world) => {
      await openLink(page, world, 'yes')
      await see(page, 'Fijn dat u tevreden bent')
    },
  },
  {
    name: 'feedback-no',
    page: FEEDBACK,
    alt: 'What one is not satisfied about, by topic, with room for own words and photos.',
    reach: async (page, world) => {
      await openLink(page, world, 'no')
      await see(page, 'Jammer dat u niet tevreden bent')
    },
  },
  {
    name: 'feedback-errors',
    page: FEEDBACK,
    alt: 'Nothing was chosen: the error stands on top and beside the question.',
    reach: async (page, world) => {
      await openLink(page, world, 'no')
      await press(page, 'Verstuur')
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'feedback-thanks-yes',
    page: FEEDBACK,
    alt: 'Thanks for being satisfied.',
    reach: async (page, world) => {
      await openOwnLink(page, world, 'yes')
      await fillReasons(page)
      await press(page, 'Verstuur')
      await see(page, 'Bedankt voor uw antwoord')
    },
  },
  {
    name: 'feedback-thanks-no',
    page: FEEDBACK,
    alt: 'Thanks for saying what was not right, and what happens with it.',
    reach: async (page, world) => {
      await openOwnLink(page, world, 'no')
      await fillReasons(page)
      await page.locator('#fotos').setInputFiles({
        name: 'bank.jpg',
        mimeType: 'image/jpeg',
        buffer: readDemoPhoto('broken-bench.jpg'),
      })
      await press(page, 'Verstuur')
      await see(page, 'Wij lezen wat u schreef')
    },
  },
  {
    name: 'feedback-used',
    page: FEEDBACK,
    alt: 'The link was used already: the answer was received.',
    reach: async (page, world) => {
      const url = await openOwnLink(page, world, 'yes')
      await fillReasons(page)
      await press(page, 'Verstuur')
      await page.goto(url)
      await see(page, 'U hebt dit al ingevuld')
    },
  },
  wrongLink({
    name: 'feedback-wrong',
    page: FEEDBACK,
    path: `/kto/nee/${NO_SESSION}`,
    words: 'Deze link klopt niet',
  }),
]

const REACTION = 'A question from the municipality'

const REACTION_SCENES: readonly Scene[] = [
  {
    name: 'reaction',
    page: REACTION,
    alt: 'The question of the municipality, with room for an answer and photos.',
    reach: async (page, world) => {
      await openLink(page, world, 'reaction')
      await see(page, 'Welke bank is het')
    },
  },
  {
    name: 'reaction-errors',
    page: REACTION,
    alt: 'No answer was given: the error stands on top and beside the field.',
    reach: async (page, world) => {
      await openLink(page, world, 'reaction')
      await press(page, 'Verstuur antwoord')
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'reaction-thanks',
    page: REACTION,
    alt: 'Thanks for the answer.',
    reach: async (page, world) => {
      await openOwnLink(page, world, 'reaction')
      await page.locator('textarea').first().fill('Die bij de vijver.')
      await press(page, 'Verstuur antwoord')
      await see(page, 'Bedankt voor uw antwoord')
    },
  },
  {
    name: 'reaction-used',
    page: REACTION,
    alt: 'The question was answered already.',
    reach: async (page, world) => {
      const url = await openOwnLink(page, world, 'reaction')
      await page.locator('textarea').first().fill('Die bij de ingang.')
      await press(page, 'Verstuur antwoord')
      await page.goto(url)
      await see(page, 'U hebt al geantwoord')
    },
  },
  {
    name: 'reaction-late',
    page: REACTION,
    alt: 'The report was handled meanwhile, so answering is no use any more.',
    reach: async (page, world) => {
      await page.goto(world.base + (await world.lateReaction()))
      await see(page, 'Antwoorden kan niet meer')
    },
  },
  wrongLink({
    name: 'reaction-wrong',
    page: REACTION,
    path: `/incident/reactie/${NO_SESSION}`,
    words: 'Deze link klopt niet',
  }),
]

const EXTERNAL = 'Work for an outside party'

const EXTERNAL_SCENES: readonly Scene[] = [
  {
    name: 'external',
    page: EXTERNAL,
    alt: 'The report as it was passed on, with its place and photo, and room to say what was done.',
    reach: async (page, world) => {
      await openLink(page, world, 'external')
      await see(page, 'Werk voor u van de gemeente')
    },
  },
  {
    name: 'external-thanks',
    page: EXTERNAL,
    alt: 'Thanks for the account of the work.',
    reach: async (page, world) => {
      await openOwnLink(page, world, 'external')
      await page.locator('textarea').first().fill('De bank is gemaakt.')
      await press(page, 'Verstuur')
      await see(page, 'Bedankt voor uw antwoord')
    },
  },
  {
    name: 'external-used',
    page: EXTERNAL,
    alt: 'The work was told of already.',
    reach: async (page, world) => {
      const url = await openOwnLink(page, world, 'external')
      await page.locator('textarea').first().fill('De bank is gemaakt.')
      await press(page, 'Verstuur')
      await page.goto(url)
      await see(page, 'U hebt al geantwoord')
    },
  },
  wrongLink({
    name: 'external-wrong',
    page: EXTERNAL,
    path: `/incident/extern/${NO_SESSION}`,
    words: 'Deze link klopt niet',
  }),
]

const VERIFY = 'Confirming an e-mail address'

const VERIFY_SCENES: readonly Scene[] = [
  {
    name: 'verify',
    page: VERIFY,
    alt: 'The question whether this e-mail address is to be used from now on.',
    reach: async (page, world) => {
      await openLink(page, world, 'verify')
      await see(page, 'Bevestig uw e-mailadres')
    },
  },
  {
    name: 'verify-done',
    page: VERIFY,
    alt: 'The e-mail address is confirmed.',
    reach: async (page, world) => {
      await openOwnLink(page, world, 'verify')
      await press(page, 'Ja, gebruik dit e-mailadres')
      await see(page, 'Uw e-mailadres is bevestigd')
    },
  },
  {
    name: 'verify-used',
    page: VERIFY,
    alt: 'The e-mail address was confirmed already.',
    reach: async (page, world) => {
      const url = await openOwnLink(page, world, 'verify')
      await press(page, 'Ja, gebruik dit e-mailadres')
      await page.goto(url)
      await press(page, 'Ja, gebruik dit e-mailadres')
      await see(page, 'Dit e-mailadres is al bevestigd')
    },
  },
  wrongLink({
    name: 'verify-wrong',
    page: VERIFY,
    path: '/verify_email/onbekend',
    words: 'Deze link klopt niet',
  }),
]

const MINE = 'My reports'

const MY_REPORTS_SCENES: readonly Scene[] = [
  {
    name: 'my-reports-ask',
    page: MINE,
    alt: 'Asking for the link by e-mail.',
    reach: async (page, { base }) => {
      await page.goto(`${base}/mijn-meldingen`)
      await see(page, 'Stuur mij de link')
    },
  },
  {
    name: 'my-reports-errors',
    page: MINE,
    alt: 'An e-mail address that cannot be right.',
    reach: async (page, { base }) => {
      await page.goto(`${base}/mijn-meldingen`)
      await page.locator('#email').fill('bewoner@')
      await press(page, 'Stuur mij de link')
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'my-reports-asked',
    page: MINE,
    alt: 'Look in your mail; it does not tell whether there are reports.',
    reach: async (page, { base }) => {
      await page.goto(`${base}/mijn-meldingen`)
      await page.locator('#email').fill(newAddress())
      await press(page, 'Stuur mij de link')
      await see(page, 'Kijk in uw mail')
    },
  },
  {
    name: 'my-reports',
    page: MINE,
    alt: 'The list of own reports, each with its number, state, day and first words.',
    reach: async (page, world) => {
      await openLink(page, world, 'myReports')
      await see(page, '2 meldingen')
    },
  },
  {
    name: 'my-report',
    page: MINE,
    alt: 'One own report: its state, place, text, photo and what happened with it.',
    reach: async (page, world) => {
      await openLink(page, world, 'myReports')
      await page.locator('.citizen-reports a').last().click()
      await see(page, 'Wat er gebeurde')
    },
  },
  wrongLink({
    name: 'my-reports-wrong',
    page: MINE,
    path: '/mijn-meldingen/onbekend',
    words: 'Deze link werkt niet meer',
  }),
]

const FOLLOW = 'Following a report of someone else'

const FOLLOW_SCENES: readonly Scene[] = [
  {
    name: 'follow',
    page: FOLLOW,
    alt: 'Asking for mail about a report, and what the address is used for.',
    reach: async (page, { base, reference }) => {
      await page.goto(`${base}/volgen/melding/${reference}`)
      await see(page, 'Stuur mij mail')
    },
  },
  {
    name: 'follow-errors',
    page: FOLLOW,
    alt: 'No e-mail address was filled in.',
    reach: async (page, { base, reference }) => {
      await page.goto(`${base}/volgen/melding/${reference}`)
      await press(page, 'Stuur mij mail')
      await page.locator('[data-error-summary]').waitFor()
    },
  },
  {
    name: 'follow-asked',
    page: FOLLOW,
    alt: 'Look in your mail: only after the link there is pressed will news follow.',
    reach: async (page, { base, reference }) => {
      await page.goto(`${base}/volgen/melding/${reference}`)
      await page.locator('#email').fill(newAddress())
      await press(page, 'Stuur mij mail')
      await see(page, 'Kijk in uw mail')
    },
  },
  {
    name: 'follow-instead',
    page: FOLLOW,
    alt: 'Following instead of reporting: the own report is not sent, and can be cleared or sent after all.',
    reach: async (page, world) => {
      const { base, reference } = world
      await beginReport(page, base, { street: STREET, category: 'overig/overig' })
      await page.request.post(`${base}/melden/plaats`, { form: { _action: 'next' } })
      await page.request.post(`${base}/melden/contact`, { form: { _action: 'next' } })
      await page.goto(`${base}/volgen/melding/${reference}`)
      await page.locator('#email').fill(newAddress())
      await press(page, 'Stuur mij mail')
      await see(page, 'Wis mijn eigen melding')
    },
  },
  {
    name: 'follow-confirm',
    page: FOLLOW,
    alt: 'The question whether this mail is wanted.',
    reach: async (page, world) => {
      await openLink(page, world, 'confirm')
      await see(page, 'Wilt u deze mail krijgen?')
    },
  },
  {
    name: 'follow-confirmed',
    page: FOLLOW,
    alt: 'From now on there will be mail when there is news.',
    reach: async (page, world) => {
      await openOwnLink(page, world, 'confirm')
      await press(page, 'Ja, stuur mij mail')
      await see(page, 'Het is gelukt')
    },
  },
  {
    name: 'follow-used',
    page: FOLLOW,
    alt: 'It was confirmed already.',
    reach: async (page, world) => {
      const url = await openOwnLink(page, world, 'confirm')
      await press(page, 'Ja, stuur mij mail')
      await page.goto(url)
      await press(page, 'Ja, stuur mij mail')
      await see(page, /Het is gelukt|Deze link is al gebruikt/)
    },
  },
  wrongLink({
    name: 'follow-wrong',
    page: FOLLOW,
    path: '/volgen/bevestig/onbekend',
    words: 'Deze link klopt niet',
  }),
  {
    name: 'follow-stop',
    page: FOLLOW,
    alt: 'The question whether this mail is to stop.',
    reach: async (page, world) => {
      await openLink(page, world, 'stop')
      await see(page, 'Wilt u deze mail stoppen?')
    },
  },
  {
    name: 'follow-stopped',
    page: FOLLOW,
    alt: 'The mail has stopped and the address is cleared.',
    reach: async (page, world) => {
      const url = await openOwnLink(page, world, 'stop')
      await press(page, 'Ja, stop deze mail')
      await see(page, 'De mail is gestopt')
      await page.goto(url)
      await press(page, 'Ja, stop deze mail')
      await see(page, /De mail is (al )?gestopt/)
    },
  },
  {
    name: 'follow-gone',
    page: FOLLOW,
    alt: 'The report cannot be followed any more.',
    reach: async (page, { base }) => {
      await page.goto(`${base}/volgen/melding/${'f'.repeat(32)}`)
      await page.locator('#email').fill(newAddress())
      await press(page, 'Stuur mij mail')
      await see(page, 'Deze melding kunt u niet meer volgen')
    },
  },
]

/** What comes after a report, by links in mails. */
export const AFTER_SCENES: readonly Scene[] = [
  ...MY_REPORTS_SCENES,
  ...REACTION_SCENES,
  ...FEEDBACK_SCENES,
  ...EXTERNAL_SCENES,
  ...VERIFY_SCENES,
  ...FOLLOW_SCENES,
]
