import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
import { checkPage, launchBrowser } from './citizen-walk.ts'
import {
  ADMINISTRATOR,
  COORDINATOR,
  changeBehindTheScreen,
  DESKTOP,
  findReport,
  focusedRow,
  NARROWEST,
  openApp,
  openReport,
  openReportAndPress,
  PHONE,
  signIn,
  VIEWER,
  visit,
  waitForList,
  waitForReport,
} from './employee-walk.ts'

let server: Server
let browser: Browser
let base: string

beforeAll(async () => {
  server = await startServer()
  base = `http://localhost:${server.port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
}

/** The first answer to every question that is left open. */
async function answerRest(page: Page): Promise<void> {
  const open = page.locator('.create__form fieldset:not(:has(:checked)):has(input[type=radio])')
  for (let most = 10; most > 0 && (await open.count()) > 0; most--) {
    await open.first().locator('input[type=radio]').first().check({ force: true })
  }
  for (const text of await page
    .locator('.compact-options [aria-required=true]:is(input[type=text], textarea)')
    .all()) {
    await text.fill('12')
  }
}

describe('signing in', () => {
  test.each([
    ['onbekend', 'Uw account is niet bekend'],
    ['inactief', 'Uw account is niet actief'],
    ['verlopen', 'Het inloggen duurde te lang'],
    ['onbereikbaar', 'De inlogdienst is niet bereikbaar'],
    ['iets-anders', 'Het inloggen is niet gelukt'],
  ])('says in words why it failed: %s', async (reason, words) => {
    const page = await openApp({ browser, base })
    await page.goto(`${base}/manage?inloggen=${reason}`)
    await page.getByRole('heading', { name: words }).waitFor()
    await checkPage(page)
  })

  test('comes back to where one wanted to be, and signs out', async () => {
    const page = await visit({ browser, base, path: '/incidents?status=m', who: COORDINATOR })
    await waitForList(page)
    expect(new URL(page.url()).search).toBe('?status=m')
    await page.getByRole('button', { name: /Mijn account/ }).click()
    await page.getByText('Ingelogd als regisseur@waterveste.example').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.waitForURL((url) => !url.search.includes('status'))
    await page.goto(`${base}/manage/incidents`)
    await page.getByRole('heading', { name: 'Inloggen' }).waitFor()
  })

  test('a session that ends takes nothing away: sign in again beside it, and what was sent arrives', async () => {
    const page = await visit({ browser, base, path: '/incident/200', who: COORDINATOR })
    await waitForReport(page)
    await page.getByLabel('Notitie toevoegen').fill('Geschreven met een oude sessie.')
    await page.context().clearCookies({ name: 'signalen_session' })
    await page.getByRole('button', { name: 'Notitie toevoegen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Uw sessie is afgelopen' })
    await dialog.waitFor()
    await checkPage(page)
    const popup = page.waitForEvent('popup')
    await dialog.getByRole('button', { name: 'Opnieuw inloggen' }).click()
    await (await popup).getByRole('button', { name: COORDINATOR }).click()
    await page.locator('.history__words', { hasText: 'Geschreven met een oude sessie.' }).waitFor()
    expect(await page.getByLabel('Notitie toevoegen').inputValue()).toBe('')
  })
})

describe('the list', () => {
  test('is narrowed in the address, and every part can be taken away again', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(page)
    await checkPage(page)
    const drawer = page.getByRole('dialog', { name: 'Filters' })
    await page.keyboard.press('f')
    const counted = drawer.getByRole('checkbox', { name: /^In behandeling ?, \d+ meldingen$/ })
    await counted.check()
    await drawer.getByRole('checkbox', { name: /^Hoog/ }).check()
    await checkPage(page)
    const button = drawer.getByRole('button', { name: /melding(en)? tonen/ })
    await expect.poll(() => button.textContent()).not.toBe('228 meldingen tonen')
    const count = Number((await button.textContent())?.match(/\d+/)?.[0])
    await button.click()
    await expect.poll(() => page.url()).toMatch(/status=b/)
    await expect.poll(() => page.locator('.overview__count').textContent()).toMatch(new RegExp(`^${count} `))
    await expect.poll(() => page.locator('[data-row]').count()).toBe(Math.min(count, 50))
    await page.getByRole('button', { name: 'Filter weghalen: Urgentie: hoog' }).click()
    await expect.poll(() => page.url()).not.toMatch(/priority/)
    await page.goBack()
    await page.getByRole('button', { name: 'Filter weghalen: Urgentie: hoog' }).waitFor()
  })

  test('keeps a filter with the worklists', async () => {
    const page = await visit({ browser, base, path: '/incidents?punctuality=late', who: COORDINATOR })
    await waitForList(page)
    await page.getByRole('button', { name: 'Filter bewaren' }).click()
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await page.getByText('Geef het filter een naam.').waitFor()
    await checkPage(page)
    await page.getByLabel('Naam van het filter').fill('Te laat bij ons')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    const link = page
      .getByRole('navigation', { name: 'Werklijsten' })
      .getByRole('link', { name: /Te laat bij ons/ })
    await link.waitFor()
    expect(await link.getAttribute('aria-current')).toBe('page')
    await page.getByRole('button', { name: 'Mijn filters beheren' }).click()
    await checkPage(page)
    await page.getByRole('button', { name: 'Verwijderen' }).click()
    await page.getByRole('button', { name: 'Verwijderen' }).click()
    await expect.poll(() => link.count()).toBe(0)
  })

  test('sorts by what the API can sort by, and says so', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(page)
    await page.getByRole('button', { name: 'Nummer' }).click()
    await page.getByRole('button', { name: 'Nummer' }).click()
    await expect.poll(() => page.locator('[data-row]').first().getAttribute('data-row')).toBe('1')
    const header = page.getByRole('columnheader', { name: 'Nummer' })
    expect(await header.getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('button', { name: 'Kolommen' }).click()
    await page.getByRole('button', { name: 'Adres naar voren' }).click()
    await checkPage(page)
    const headings = (of: Page) => of.locator('.signals thead th').allTextContents()
    await expect.poll(() => headings(page)).toEqual(expect.arrayContaining(['Adres', 'Omschrijving']))
    // Elsewhere, the same person finds the same list.
    const elsewhere = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(elsewhere)
    expect(await elsewhere.locator('[data-row]').first().getAttribute('data-row')).toBe('1')
    const names = await headings(elsewhere)
    expect(names.indexOf('Adres')).toBeLessThan(names.indexOf('Omschrijving'))
    await elsewhere.getByRole('button', { name: 'Nummer' }).click()
    await expect.poll(() => elsewhere.locator('[data-row]').first().getAttribute('data-row')).not.toBe('1')
    await elsewhere.getByRole('button', { name: 'Kolommen' }).click()
    await elsewhere.getByRole('button', { name: 'Standaard kolommen' }).click()
    await expect.poll(() => headings(elsewhere)).not.toEqual(names)
  })

  test('is walked through by keyboard, into a report and back to the same row', async () => {
    const page = await visit({ browser, base, path: '/incidents?page=2', who: COORDINATOR })
    await waitForList(page)
    for (let step = 0; step < 12; step++) await page.keyboard.press('j')
    const row = await focusedRow(page)
    await page.keyboard.press('Enter')
    await waitForReport(page)
    expect(await focusedRow(page)).toBe('H1')
    expect(await page.title()).toContain(`WV-${row}`)
    await page.keyboard.press('j')
    await expect.poll(() => page.getByRole('heading', { name: `WV-${row}` }).count()).toBe(0)
    await waitForReport(page)
    await page.keyboard.press('k')
    await page.getByRole('heading', { name: `WV-${row}` }).waitFor()
    await page.keyboard.press('u')
    await waitForList(page)
    expect(page.url()).toContain('page=2')
  })

  test('goes straight to a number, whatever the filter, and says when there is none', async () => {
    const page = await visit({ browser, base, path: '/incidents?status=a', who: COORDINATOR })
    await waitForList(page)
    await page.keyboard.press('/')
    await page.keyboard.type('WV-203')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /WV-203/ }).waitFor()
    await page.goto(`${base}/manage/incident/99999`)
    await page.getByRole('heading', { name: 'Deze melding is er niet' }).waitFor()
    await checkPage(page)
  })

  test('finds whatever can be done by its name, and the ten most common tasks take few keys', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(page)
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Ga naar of doe' }).waitFor()
    await checkPage(page)
    await page.keyboard.type('te laat')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('punctuality=late')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('160')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /WV-160/ }).waitFor()
    await waitForReport(page)
    await page.keyboard.press('a')
    await page.locator('.history__action', { hasText: 'Melding toewijzing gewijzigd' }).waitFor()
    await page.keyboard.press('h')
    await page.locator('.history__action', { hasText: 'Urgentie gewijzigd' }).first().waitFor()
    await page.keyboard.press('m')
    await page.keyboard.type('Gebeld met de melder.')
    await page.keyboard.press('Control+Enter')
    await page.locator('.history__words', { hasText: 'Gebeld met de melder.' }).waitFor()
    await page.locator('#note').blur()
    await page.getByRole('button', { name: 'Oorzaak wijzigen' }).click()
    await page.getByRole('combobox', { name: 'Oorzaak' }).selectOption('Vandalisme')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await page.locator('.history__action', { hasText: 'Oorzaak gewijzigd naar: Vandalisme' }).waitFor()
    for (const name of ['Contactgegevens wijzigen', 'Doorzetten naar extern']) {
      await page.getByRole('button', { name }).click()
      await page.getByRole('dialog').waitFor()
      await checkPage(page)
      await closeDialog(page)
    }
    for (const [key, name] of [
      ['s', 'Status wijzigen'],
      ['c', 'Categorie wijzigen'],
      ['b', 'Koppelen of bundelen'],
    ] as const) {
      await page.keyboard.press(key)
      await page.getByRole('dialog', { name }).waitFor()
      await closeDialog(page)
    }
  })

  test('says that nothing was found, and shows its keys', async () => {
    const page = await visit({ browser, base, path: '/incidents?address_text=xyzxyz', who: COORDINATOR })
    await page.getByRole('heading', { name: 'Geen meldingen gevonden' }).waitFor()
    await checkPage(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Sneltoetsen' }).waitFor()
    await checkPage(page)
    await closeDialog(page)
  })

  test('announces what came in without moving', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(page)
    const first = await page.locator('[data-row]').first().getAttribute('data-row')
    await page.waitForTimeout(1100)
    expect(await changeBehindTheScreen(page, 150, { notes: [{ text: 'Van een collega.' }] })).toBe(200)
    // Told by the server within seconds; the list itself stays as it is.
    await page.getByText('1 gewijzigde melding').waitFor()
    expect(await page.locator('[data-row]').first().getAttribute('data-row')).toBe(first)
    await page.getByRole('button', { name: 'Tonen' }).click()
    await expect.poll(() => page.getByText('1 gewijzigde melding').count()).toBe(0)
  })

  test('stands beside a map, and shows it alone', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(page)
    await page.getByRole('button', { name: 'Lijst en kaart' }).click()
    await page.getByText('228 meldingen op de kaart').waitFor()
    await page.getByRole('button', { name: 'Gebied tekenen' }).waitFor()
    await checkPage(page)
    // What one comes to on the map stands out in the list, and is selected in both.
    await page.locator('.maplibregl-canvas').focus()
    await page.keyboard.press('PageDown')
    const pointed = page.locator('.card--hovered')
    await pointed.waitFor()
    await page.keyboard.press(' ')
    await expect.poll(() => pointed.getByRole('checkbox').isChecked()).toBe(true)
    await page.locator('.overview__pointed', { hasText: '(geselecteerd)' }).waitFor()
    await page.getByRole('button', { name: 'Kaart', exact: true }).click()
    try {
      await expect.poll(() => page.locator('[data-row]').count()).toBe(0)
    } finally {
      // The view goes with the person, also to the tests that follow.
      await page.getByRole('button', { name: 'Lijst', exact: true }).click()
      await waitForList(page)
    }
  })

  test('changes many at once, and says of each what could not be done', async () => {
    const page = await visit({ browser, base, path: '/incidents?status=m&status=o', who: COORDINATOR })
    await waitForList(page)
    for (const row of await page.locator('[data-row]').all()) {
      const state = await row.locator('.status').textContent()
      const box = row.getByRole('checkbox')
      const chosen = await page.locator('[data-row] input:checked').count()
      if (state === 'Gemeld' && chosen < 2) await box.check()
    }
    await page.getByRole('button', { name: 'Status', exact: true }).last().click()
    await page.getByRole('button', { name: 'Verder met 2 meldingen' }).click()
    await page.getByText('Maak een keuze.').waitFor()
    await checkPage(page)
    await page.getByLabel('Status', { exact: true }).selectOption('reopened')
    await page.getByLabel(/Toelichting/).fill('Toch weer open.')
    await page.getByRole('button', { name: 'Verder met 2 meldingen' }).click()
    await page.getByText('Van Gemeld naar Heropend kan niet. (2)').waitFor()
    await checkPage(page)
    await closeDialog(page)
    await page.getByRole('button', { name: 'Urgentie', exact: true }).last().click()
    await page.getByRole('dialog').getByLabel('Laag').check()
    await page.getByRole('button', { name: 'Verder met 2 meldingen' }).click()
    await page.getByText('Er gaat geen e-mail naar melders.').waitFor()
    await page.getByRole('button', { name: '2 meldingen wijzigen' }).click()
    await page.getByText('2 meldingen zijn gewijzigd.').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByText('2 meldingen staan weer zoals ze waren.').waitFor()
  })
})

describe('a report', () => {
  test('is changed where it stands', async () => {
    const page = await visit({ browser, base, path: '/incident/150', who: COORDINATOR })
    await waitForReport(page)
    await checkPage(page)
    const type = page.getByRole('button', { name: 'Type wijzigen' })
    await type.click()
    await page.getByRole('combobox', { name: 'Type' }).selectOption('COM')
    await checkPage(page)
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await page.getByText('Type is opgeslagen.').waitFor()
    await expect.poll(() => type.and(page.locator(':focus')).count()).toBe(1)
    await page.locator('.history__action', { hasText: 'Type gewijzigd naar: Klacht' }).waitFor()
  })

  test('keeps a note that was not sent, also after a reload', async () => {
    const page = await visit({ browser, base, path: '/incident/151', who: COORDINATOR })
    await waitForReport(page)
    await page.getByLabel('Notitie toevoegen').fill('Nog niet klaar.')
    await page.reload()
    await waitForReport(page)
    expect(await page.getByLabel('Notitie toevoegen').inputValue()).toBe('Nog niet klaar.')
    await page.getByRole('button', { name: 'Notitie toevoegen' }).click()
    await page.locator('.history__words', { hasText: 'Nog niet klaar.' }).waitFor()
  })

  test('lays both versions beside each other when somebody else was first', async () => {
    const page = await visit({ browser, base, path: '/incident/152', who: COORDINATOR })
    await waitForReport(page)
    expect(await changeBehindTheScreen(page, 152, { type: { code: 'QUE' } })).toBe(200)
    await page.getByRole('button', { name: 'Type wijzigen' }).click()
    await page.getByRole('combobox', { name: 'Type' }).selectOption('REQ')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Iemand anders was u voor' })
    await dialog.waitFor()
    await checkPage(page)
    expect(await dialog.locator('dd').allTextContents()).toEqual(['Melding', 'Vraag', 'Aanvraag'])
    await dialog.getByRole('button', { name: 'Mijn wijziging opslaan' }).click()
    await page.locator('.history__action', { hasText: 'Type gewijzigd naar: Aanvraag' }).waitFor()
  })

  test('shows who else looks at it, and that they changed it', async () => {
    const page = await visit({ browser, base, path: '/incident/155', who: COORDINATOR })
    await waitForReport(page)
    const other = await visit({ browser, base, path: '/incident/155', who: ADMINISTRATOR })
    await other.getByText('Coen Hartog bekijkt deze melding ook.').waitFor()
    await checkPage(other)
    expect(await changeBehindTheScreen(other, 155, { notes: [{ text: 'Ik pak deze.' }] })).toBe(200)
    await page.getByText('Deze melding is intussen door iemand anders gewijzigd').waitFor()
    await page.locator('.history__words', { hasText: 'Ik pak deze.' }).waitFor()
    await page.getByText('Noor Veldkamp bekijkt deze melding ook.').waitFor()
  })

  test('is put with its duplicate, and taken apart again', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await openReport(page, await findReport(page, 'status=b&kind=signal&contact_details=email'))
    await page.getByRole('button', { name: 'Koppelen of bundelen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Koppelen of bundelen' })
    await dialog.getByLabel('Nummer van de andere melding').fill('WV-156')
    await dialog.getByLabel(/^Bericht aan de melder/).fill('')
    await checkPage(page)
    await dialog.getByRole('button', { name: 'Opslaan', exact: true }).click()
    const relations = page.locator('section', {
      has: page.getByRole('heading', { name: 'Hoort bij elkaar' }),
    })
    await relations.getByRole('link', { name: 'WV-156' }).waitFor()
    await page.locator('.history__action', { hasText: 'Dubbel met een andere melding' }).waitFor()
    await checkPage(page)
    await relations.getByRole('button', { name: 'Verband met WV-156 verwijderen' }).click()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await relations.getByText('Deze melding is niet aan een andere gekoppeld.').waitFor()
  })

  test('lets both changes stand when they are about something else', async () => {
    const page = await visit({ browser, base, path: '/incident/153', who: COORDINATOR })
    await waitForReport(page)
    expect(await changeBehindTheScreen(page, 153, { notes: [{ text: 'Van een ander.' }] })).toBe(200)
    await page.getByRole('button', { name: 'Type wijzigen' }).click()
    await page.getByRole('combobox', { name: 'Type' }).selectOption('QUE')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await page.locator('.history__action', { hasText: 'Type gewijzigd naar: Vraag' }).waitFor()
    await page.locator('.history__words', { hasText: 'Van een ander.' }).waitFor()
  })

  test('takes back, visibly and with the reason, what the server refuses', async () => {
    const page = await visit({ browser, base, path: '/incident/154', who: COORDINATOR })
    await waitForReport(page)
    await page.route('**/private/signals/154', (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({ status: 403, json: { detail: 'Dit mag vandaag niet.' } })
        : route.continue(),
    )
    const before = await page.locator('.fact', { hasText: 'Type' }).locator('.fact__text').textContent()
    await page.getByRole('button', { name: 'Type wijzigen' }).click()
    await page.getByRole('combobox', { name: 'Type' }).selectOption('MAI')
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await page.getByText('Type is niet gewijzigd en staat weer zoals het was.').waitFor()
    await page.getByText('Dit mag vandaag niet.').waitFor()
    await checkPage(page)
    expect(await page.locator('.fact', { hasText: 'Type' }).locator('.fact__text').textContent()).toBe(before)
  })

  test('gets another status with a text, after a look at the very mail', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: ADMINISTRATOR })
    await openReportAndPress(page, await findReport(page, 'status=m&contact_details=email'), 's')
    const drawer = page.getByRole('dialog', { name: 'Status wijzigen' })
    await drawer.getByRole('radio', { name: 'Afgehandeld' }).check({ force: true })
    await drawer.getByRole('button', { name: 'Opslaan en versturen' }).click()
    await drawer.getByText('Schrijf een tekst. Zonder tekst kan deze status niet.').waitFor()
    await checkPage(page)
    await drawer.getByRole('textbox', { name: 'Bericht aan de melder' }).fill('Het is **opgeruimd**.')
    await drawer.getByRole('button', { name: 'Bekijk de e-mail' }).click()
    const mail = page.frameLocator('iframe[title="De e-mail zoals de melder die krijgt"]')
    await mail.getByText('opgeruimd').waitFor()
    await checkPage(page)
    await page.keyboard.press('Escape')
    await drawer.getByRole('button', { name: 'Opslaan en versturen' }).click()
    await page.locator('.history__action', { hasText: 'Status gewijzigd naar: Afgehandeld' }).waitFor()
  })

  test('says what another category means before it is chosen', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await openReport(page, await findReport(page, 'status=b&maincategory_slug=afval'))
    await page.getByRole('button', { name: 'Categorie wijzigen' }).click()
    await page.getByRole('combobox', { name: 'Nieuwe categorie' }).fill('lantaarn')
    await page
      .getByRole('listbox')
      .getByRole('option', { name: /lantaarn/i })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Afdeling: Openbare verlichting').waitFor()
    await page.getByText(/Termijn: \d+ werkdagen/).waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Categorie opslaan' }).click()
    await page.locator('.history__action', { hasText: 'Categorie gewijzigd naar: Lantaarnpaal' }).waitFor()
  })

  test('is moved to an address', async () => {
    const page = await visit({ browser, base, path: '/incident/207', who: ADMINISTRATOR })
    await waitForReport(page)
    await page.getByRole('button', { name: 'Plaats wijzigen' }).click()
    await page.getByRole('combobox', { name: 'Zoek een adres' }).fill('Oude Delft 4')
    await page.getByRole('option', { name: /^Oude Delft 4,/ }).click()
    await checkPage(page)
    await page.getByRole('button', { name: 'Plaats opslaan' }).click()
    await page.getByText('Plaats is opgeslagen.').waitFor()
    await page.getByText('Oude Delft 4, 2611 EZ Delft').first().waitFor()
  })

  test('takes files, and shows them large', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: ADMINISTRATOR })
    await openReport(page, await findReport(page, 'status=m&status=o', (signal) => signal.has_attachments))
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([{ name: 'geen.txt', mimeType: 'text/plain', buffer: Buffer.from('geen foto') }])
    await page.getByText('Dit soort bestand kan niet.').waitFor()
    await page.locator('.photo__view').first().click()
    await page.getByRole('dialog', { name: /Foto 1 van/ }).waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Gezicht of kenteken afschermen' }).click()
    await page.getByRole('button', { name: 'Vlak toevoegen' }).click()
    await page.getByRole('group', { name: 'Foto met 1 vlak' }).press('ArrowLeft')
    await checkPage(page)
    await page.getByRole('button', { name: 'Afschermen en opslaan' }).click()
    await page.locator('.history__words', { hasText: 'is afgeschermd' }).waitFor()
    await page
      .getByRole('button', { name: /Bijschrift en zichtbaarheid/ })
      .first()
      .click()
    await page.getByLabel('Bijschrift').fill('Voor het opruimen')
    await checkPage(page)
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click()
    await page.locator('.photo__name', { hasText: 'Voor het opruimen' }).waitFor()
  })
})

describe('a report for somebody else', () => {
  test('is made while they tell it, and split into parts', async () => {
    const page = await visit({ browser, base, path: '/incident/nieuw', who: COORDINATOR })
    await page.getByRole('heading', { name: 'Nieuwe melding' }).waitFor()
    await page.getByRole('button', { name: 'Melding maken' }).click()
    await page.getByRole('alert').getByText('Kies een plaats.').waitFor()
    await checkPage(page)
    await page.getByLabel('Wat is er aan de hand?').fill('Er ligt een oud bankstel op de stoep.')
    await page.getByRole('combobox', { name: 'Categorie' }).fill('grofvuil')
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Zoek een adres' }).fill('Oude Delft 4')
    await page.getByRole('option', { name: /^Oude Delft 4,/ }).click()
    await page.getByLabel('Bron', { exact: true }).selectOption('Telefoon')
    await page.getByRole('radio', { name: 'Ja' }).check({ force: true })
    await page.keyboard.press('Control+Enter')
    await page.getByRole('alert').getByText('hoort deze melding niet bij de gemeente').waitFor()
    await checkPage(page)
    await page.getByRole('radio', { name: 'Nee' }).check({ force: true })
    await answerRest(page)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/incident\/\d+$/)
    await waitForReport(page)
    await page.getByText('Er ligt een oud bankstel op de stoep.').first().waitFor()

    await page.getByRole('button', { name: 'Splitsen' }).click()
    await page.getByRole('heading', { name: /splitsen/ }).waitFor()
    await checkPage(page)
    for (const [place, category] of [
      [1, 'grofvuil'],
      [2, 'lantaarn'],
    ] as const) {
      const part = page.getByRole('region', { name: `Deelmelding ${place}` })
      await part.getByRole('combobox', { name: 'Categorie' }).fill(category)
      await page.keyboard.press('Enter')
    }
    await page.getByRole('button', { name: '2 deelmeldingen maken' }).click()
    await page.getByRole('heading', { name: /Hoofdmelding/ }).waitFor()
    await checkPage(page)
  })
})

describe('rights', () => {
  test('who may only look sees nothing to change, and is refused in words elsewhere', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: VIEWER })
    await waitForList(page)
    expect(await page.getByRole('link', { name: 'Nieuwe melding' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Instellingen' }).count()).toBe(0)
    await page.locator('[data-row-link]').first().click()
    await waitForReport(page)
    expect(await page.getByRole('button', { name: /wijzigen$/ }).count()).toBe(0)
    expect(await page.getByLabel('Notitie toevoegen').count()).toBe(0)
    await page.goto(`${base}/manage/instellingen/gebruikers`)
    await page.getByText('U hebt hier geen recht op.').first().waitFor()
    await checkPage(page)
  })
})

describe('the settings', () => {
  test('look right everywhere', async () => {
    const page = await visit({ browser, base, path: '/instellingen', who: ADMINISTRATOR })
    await page.getByRole('heading', { name: 'Instellingen' }).waitFor()
    await checkPage(page)
    const paths = [
      'gebruikers',
      'rollen',
      'afdelingen',
      'categorieen',
      'standaardteksten',
      'regels',
      'mailteksten',
      'mails',
      'export',
    ]
    for (const path of [
      ...paths,
      'gebruikers/nieuw',
      'rollen/nieuw',
      'afdelingen/nieuw',
      'standaardteksten/nieuw',
      'regels/nieuw',
      'mailteksten/signal_created',
      'categorieen/1',
    ]) {
      await page.goto(`${base}/manage/instellingen/${path}`)
      await page.locator('h1').waitFor()
      await page.waitForLoadState('networkidle')
      await checkPage(page)
    }
    await page.goto(`${base}/manage/signalering`)
    await page.getByRole('heading', { name: 'Signalering' }).waitFor()
    await checkPage(page)
  })

  test('make a user, change them, and show who did', async () => {
    const page = await visit({ browser, base, path: '/instellingen/gebruikers', who: ADMINISTRATOR })
    await page.getByRole('link', { name: 'Gebruiker toevoegen' }).click()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Vul een e-mailadres in').waitFor()
    await page.getByLabel('E-mailadres').fill('nieuweling@waterveste.example')
    await page.getByLabel('Voornaam').fill('Nia')
    await page.getByLabel('Behandelaar').check()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('link', { name: 'nieuweling@waterveste.example' }).click()
    await page.getByLabel('Deze gebruiker is actief').uncheck()
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('link', { name: 'nieuweling@waterveste.example' }).click()
    await page
      .getByText(/Status wijziging/)
      .first()
      .waitFor()
  })

  test('check a routing rule before it is kept', async () => {
    const page = await visit({ browser, base, path: '/instellingen/regels/nieuw', who: ADMINISTRATOR })
    await page.getByLabel('Zelf schrijven').check()
    await page.getByRole('textbox', { name: 'Regel' }).fill('sub == "Grofvuil" and and')
    await page.getByRole('button', { name: 'Regel controleren' }).click()
    await page.getByText('De regel klopt niet').waitFor()
    await page.getByRole('textbox', { name: 'Regel' }).fill('sub == "Grofvuil"')
    await page.getByRole('button', { name: 'Regel controleren' }).click()
    await page.getByText('De regel is goed.').waitFor()
    await checkPage(page)
  })
})

describe('everywhere', () => {
  test.each([
    ['a phone', PHONE],
    ['the narrowest phone', NARROWEST],
    ['a desktop in the dark', { ...DESKTOP, colorScheme: 'dark' as const }],
    ['a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
  ])('fits and can be read on %s', async (_, device) => {
    const page = await visit({ browser, base, device, path: '/incidents?status=b', who: ADMINISTRATOR })
    await waitForList(page)
    await checkPage(page)
    await page.getByRole('button', { name: /^Filters/ }).click()
    await page.getByRole('dialog', { name: 'Filters' }).waitFor()
    await checkPage(page)
    await closeDialog(page)
    await page.locator('[data-row-link]').first().click()
    await waitForReport(page)
    await checkPage(page)
    await page.getByRole('button', { name: 'Status wijzigen' }).first().click()
    await page.getByRole('radio', { name: 'Afgehandeld' }).check({ force: true })
    await checkPage(page)
    await closeDialog(page)
    await page.goto(`${base}/manage/incident/nieuw`)
    await page.getByRole('heading', { name: 'Nieuwe melding' }).waitFor()
    await checkPage(page)
    await page.goto(`${base}/manage/instellingen/afdelingen`)
    await page.getByRole('table').waitFor()
    await checkPage(page)
  })

  test('speaks English to who wants it', async () => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(page)
    await page.getByRole('button', { name: /Mijn account/ }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await checkPage(page)
    await page.reload()
    await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor()
  })

  test('asks nothing of anybody but our own server', async () => {
    const page = await openApp({ browser, base })
    const others: string[] = []
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && hostname !== 'localhost') others.push(request.url())
    })
    await page.goto(`${base}/manage/incident/203`)
    await signIn(page, COORDINATOR)
    await waitForReport(page)
    await page.locator('.maplibregl-canvas').waitFor()
    expect(others).toEqual([])
  })
})
