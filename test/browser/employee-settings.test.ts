import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
import { checkPage, launchBrowser } from './citizen-walk.ts'
import { ADMINISTRATOR, openApp, PHONE, signIn } from './employee-walk.ts'

// One server and one administrator for all that is set up: the tests follow each other in one session.
let server: Server
let browser: Browser
let base: string
let page: Page

beforeAll(async () => {
  server = await startServer()
  base = process.env.EMPLOYEE_URL ?? `http://localhost:${server.port}`
  browser = await launchBrowser()
  page = await openApp({ browser, base })
  await page.goto(`${base}/manage/instellingen`)
  await signIn(page, ADMINISTRATOR)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

async function open(path: string): Promise<void> {
  await page.goto(`${base}/manage/instellingen/${path}`)
}

async function get<Body>(path: string): Promise<Body> {
  return (await (await page.request.get(`${base}/signals/v1${path}`)).json()) as Body
}

describe('questions', () => {
  test('are written beside the form that a resident gets, published, and put back', async () => {
    await open('vragen')
    await page.getByLabel('Zoeken').fill('graffiti')
    await page
      .getByRole('link', { name: /graffiti/i })
      .first()
      .click()
    const preview = page.getByRole('complementary', { name: 'Zo ziet de melder het' })
    await preview.waitFor()

    await page.getByLabel('Soort vraag').selectOption('radio_input')
    await page.getByRole('button', { name: 'Vraag toevoegen' }).click()
    expect(await page.getByRole('button', { name: 'Publiceren' }).isDisabled()).toBe(true)
    await page.getByLabel('Vraag', { exact: true }).fill('Staan er kwetsende woorden?')
    await page.getByLabel('Keuze 1', { exact: true }).fill('Ja')
    await page.getByRole('button', { name: 'Keuze toevoegen' }).click()
    await page.getByLabel('Keuze 2', { exact: true }).fill('Nee')
    await preview.getByRole('radio', { name: 'Nee' }).waitFor()

    await page.getByLabel('Soort vraag').selectOption('plain_text')
    await page.getByRole('button', { name: 'Vraag toevoegen' }).click()
    await page.getByLabel('Tekst', { exact: true }).fill('Bel dan de politie.')
    await page.getByLabel('Wie dit ziet, kan niet verder').check()
    await page.getByRole('button', { name: 'Alleen als alles hiervan klopt' }).click()
    await page.getByLabel('Bij de vraag').selectOption({ label: 'Staan er kwetsende woorden?' })
    await page.getByLabel('is het antwoord').selectOption({ label: 'Ja' })
    await preview.getByText('Bel dan de politie.').waitFor({ state: 'detached' })
    await preview.getByRole('radio', { name: 'Ja' }).check()
    await preview.getByText('Bel dan de politie.').waitFor()
    await preview.getByText('kan de melder niet verder').waitFor()
    await page.getByText('Vertaling').click()
    await page.getByLabel('Tekst (Engels)').fill('Call the police.')
    await preview.getByLabel('Taal').selectOption('en')
    await preview.getByText('Nog niet helemaal vertaald: Staan er kwetsende woorden?').waitFor()
    await checkPage(page)

    await page.getByRole('button', { name: 'Publiceren' }).click()
    await page.getByText('versie 1', { exact: false }).first().waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const design = await get<{ published: { key: string }[] }>(`/private/categories/${id}/questions`)
    expect(design.published.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['extra_vraag', 'extra_vraag_2']),
    )

    await page
      .getByRole('button', { name: /verwijderen/ })
      .first()
      .click()
    await page.getByText('maar die vraag is er niet').waitFor()
    await page.getByRole('button', { name: 'Concept bewaren' }).click()
    await page.getByText(/Dit is een concept/).waitFor()
    await page
      .getByRole('button', { name: /Versie \d+ terughalen/ })
      .first()
      .click()
    await page.getByText('maar die vraag is er niet').waitFor({ state: 'detached' })
    await page.setViewportSize({ width: PHONE.width, height: PHONE.height })
    await checkPage(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  })
})

describe('routing rules', () => {
  test('are picked, tried on the past month, written as code and put in order', async () => {
    await open('regels/nieuw')
    await page.getByLabel('Naam', { exact: true }).fill('Lampen in het weekend')
    await page.getByRole('button', { name: 'Voorwaarde toevoegen' }).click()
    await page
      .getByLabel('Categorie', { exact: true })
      .selectOption({ label: 'Lantaarnpaal of straatverlichting' })
    await page.getByLabel('Voorwaarde', { exact: true }).selectOption({ label: 'Op deze dagen' })
    await page.getByRole('button', { name: 'Voorwaarde toevoegen' }).click()
    const days = page.getByRole('group', { name: 'Op deze dagen' })
    for (const day of ['Maandag', 'Dinsdag', 'Woensdag', 'Donderdag', 'Vrijdag'])
      await days.getByLabel(day).check()
    await page.getByLabel('Naar afdeling').selectOption({ index: 2 })
    await page.getByRole('button', { name: 'Uitproberen op de afgelopen maand' }).click()
    await page.getByText(/De regel zou \d+ meldingen? hebben verplaatst/).waitFor()
    await page.getByText('Er is niets gewijzigd.').waitFor()
    await checkPage(page)

    await page.getByLabel('Zelf schrijven').check()
    const code = page.getByLabel('Regel', { exact: true })
    const picked = await code.inputValue()
    expect(picked).toMatch(/^sub == "Lantaarnpaal of straatverlichting" and \(day == "Monday" or /)
    await code.fill('sub == "Lantaarnpaal of straatverlichting" and')
    await page.getByText('De fout zit op regel 1, teken 47:').waitFor()
    await checkPage(page)
    await code.fill(picked)
    await page.getByLabel('Kiezen uit lijsten').check()
    await days.waitFor()
    await page.getByRole('button', { name: 'Opslaan' }).click()

    const up = page.getByRole('button', { name: 'Lampen in het weekend naar boven' })
    await up.click()
    await page.getByText('Opgeslagen.').first().waitFor({ state: 'attached' })
    await checkPage(page)
    await page.getByRole('link', { name: 'Lampen in het weekend' }).click()
    await page
      .getByText(/Volgorde gewijzigd naar/)
      .first()
      .waitFor()
  })
})

describe('categories', () => {
  test('get departments and an icon, and merge with their open reports after saying what happens', async () => {
    await open('categorieen')
    await page.getByLabel('Zoeken').fill('wespen')
    await page.getByRole('link', { name: /^Wespen/ }).click()
    await page.getByRole('radio', { name: /^Groen en bomen: Mag zien/ }).check()
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Icoon kiezen' }).click(),
    ])
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    await chooser.setFiles({ name: 'wesp.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
    await page.getByRole('img', { name: /^Icoon van/ }).waitFor()
    await page.getByRole('combobox', { name: 'Samenvoegen met' }).fill('ratten')
    await page
      .getByRole('option', { name: /ratten/i })
      .first()
      .click()
    await page.getByText('Hun termijn blijft zoals die aan de melder is beloofd.').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: /^Samenvoegen met \d+ melding/ }).click()
    await page.waitForURL('**/instellingen/categorieen')
    await page.getByLabel('Stand').selectOption({ label: 'Niet actief' })
    await page.getByRole('link', { name: /^Wespen/ }).click()
    await page.getByText(/Samengevoegd met/).waitFor()
  })
})

describe('areas', () => {
  test('come from a file: looked at first, each with what happens to it, all or none', async () => {
    await open('gebieden')
    await page.getByRole('table').waitFor()
    await page.getByRole('link', { name: 'Gebieden inlezen' }).click()
    const square = (west: number) => [
      [west, 52],
      [west + 0.01, 52],
      [west + 0.01, 52.01],
      [west, 52],
    ]
    const fileOf = (codes: readonly string[]) => ({
      name: 'wijken.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(
        JSON.stringify({
          type: 'FeatureCollection',
          features: codes.map((code, index) => ({
            type: 'Feature',
            properties: { wijkcode: code, wijknaam: `Proefwijk ${code}` },
            geometry: { type: 'Polygon', coordinates: [square(4.3 + index / 50)] },
          })),
        }),
      ),
    })
    const choose = page.getByLabel('Bestand', { exact: true })
    await choose.setInputFiles(fileOf(['X1', 'X1', '']))
    await page.getByText('3 gebieden gevonden.').waitFor()
    await page.getByRole('button', { name: 'Controleren' }).click()
    await page.getByText('2 gebieden kloppen niet. Er is niets opgeslagen.').waitFor()
    await page.getByText('De code X1 staat twee keer in het bestand.').waitFor()
    expect(await page.getByRole('button', { name: 'Inlezen', exact: true }).isDisabled()).toBe(true)
    await checkPage(page)
    await choose.setInputFiles(fileOf(['X1', 'X2']))
    await page.getByRole('button', { name: 'Controleren' }).click()
    await page.getByText('Alles klopt. Er is nog niets opgeslagen.').waitFor()
    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByText('De gebieden zijn opgeslagen.').first().waitFor()
  })
})

describe('users', () => {
  test('come by a file, and leave with their work handed over', async () => {
    await open('gebruikers')
    await page.getByRole('link', { name: 'Gebruikers inlezen' }).click()
    const fileOf = (text: string) => ({ name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    const choose = page.getByLabel('Bestand', { exact: true })
    await choose.setInputFiles(fileOf('email;voornaam;rollen\nnina@waterveste.example;Nina;Bestaat niet\n'))
    await page.getByRole('button', { name: 'Controleren' }).click()
    await page.getByText('De rol "Bestaat niet" bestaat niet.').waitFor()
    await checkPage(page)
    await choose.setInputFiles(fileOf('email;voornaam\nnina@waterveste.example;Nina\n'))
    await page.getByRole('button', { name: 'Controleren' }).click()
    await page.getByText('Alles klopt.').waitFor()
    await page.getByRole('button', { name: 'Inlezen', exact: true }).click()
    await page.getByText('De gebruikers zijn opgeslagen.').first().waitFor()
    await page.getByRole('link', { name: 'Terug naar gebruikers' }).click()
    await page.getByLabel('Zoeken').fill('nina')
    await page.getByRole('link', { name: 'nina@waterveste.example' }).click()
    await page.getByText('Er staan 0 open meldingen op naam.').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Gebruiker uitzetten' }).click()
    await page.waitForURL('**/instellingen/gebruikers')
  })
})

describe('the municipality as a whole', () => {
  test('has settings with their explanation, and tells what is due tomorrow', async () => {
    await open('gemeente')
    await page.getByRole('heading', { name: 'Wat morgen gebeurt' }).waitFor()
    await page.getByRole('button', { name: 'Hoe lang terug in de buurt wijzigen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Waarde').fill('veel')
    await dialog.getByRole('button', { name: 'Opslaan' }).click()
    await dialog.getByText('Vul een getal in.').waitFor()
    await checkPage(page)
    await dialog.getByLabel('Waarde').fill('5')
    await dialog.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Standaard: 12').waitFor()
    await checkPage(page)
    const settings = await get<{ name: string; value: unknown }[]>('/private/settings')
    expect(settings.find(({ name }) => name === 'nearWeeks')?.value).toBe(5)
  })

  test('keeps who did what, and what was done by itself', async () => {
    await open('logboek?action=setting.saved')
    await page.getByRole('cell', { name: 'nearWeeks' }).waitFor()
    await checkPage(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Ophalen als CSV' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('auditlog.csv')
    await open('achtergrond')
    await page.getByRole('button', { name: 'Nu doen: De openbare kaart bijwerken' }).click()
    await page.getByText('Het werk is gestart.').waitFor({ state: 'attached' })
    await checkPage(page)
  })

  test('comes out as one file and goes in as one, looked at first', async () => {
    await open('configuratie')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Configuratiebestand ophalen' }).click(),
    ])
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(await file.path())
    await page.getByRole('button', { name: 'Controleren' }).click()
    await page.getByText('Alles is al zoals het bestand zegt.').waitFor()
    const wrong = Buffer.from(
      '{"format":"signalen-configuration","version":1,"departments":[{"code":"TELANG"}]}',
    )
    const input = { name: 'fout.json', mimeType: 'application/json', buffer: wrong }
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(input)
    await page.getByRole('button', { name: 'Controleren' }).click()
    await page.getByText(/punten kloppen niet\. Er is niets gewijzigd\./).waitFor()
    await checkPage(page)
  })

  test('finds, corrects and erases what there is about someone', async () => {
    await open('personen')
    await page.getByLabel('E-mailadres', { exact: true }).fill('niemand@waterveste.example')
    await page.getByRole('button', { name: 'Opzoeken' }).click()
    await page.getByText('0 meldingen', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Alles over deze persoon wissen' }).click()
    await page.getByText(/Dit kan niet ongedaan worden gemaakt/).waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Annuleren' }).click()
    await page.getByRole('cell', { name: 'Opgezocht' }).first().waitFor()
  })

  test.each(['gemeente', 'logboek', 'achtergrond', 'configuratie', 'personen', 'gebieden', 'bronnen'])(
    'fits on a phone: %s',
    async (path) => {
      await page.setViewportSize({ width: PHONE.width, height: PHONE.height })
      await open(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await checkPage(page)
      await page.setViewportSize({ width: 1280, height: 900 })
    },
  )
})

describe('lists', () => {
  test('of sources and of answers about satisfaction are changed as a whole', async () => {
    await open('bronnen')
    await page.getByRole('button', { name: 'Bron toevoegen' }).click()
    await page.getByLabel('Naam', { exact: true }).last().fill('Buurtapp')
    await checkPage(page)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Opgeslagen.').first().waitFor({ state: 'attached' })
    const { sources } = await get<{ sources: { name: string }[] }>('/private/source-list')
    expect(sources.at(-1)?.name).toBe('Buurtapp')

    await open('tevredenheid')
    await page.getByRole('button', { name: 'Antwoord toevoegen' }).click()
    await page.getByLabel('Antwoord', { exact: true }).last().fill('Er is niemand geweest')
    await page.getByLabel('Een medewerker kijkt opnieuw naar de melding').last().check()
    await checkPage(page)
    await page.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Opgeslagen.').first().waitFor({ state: 'attached' })
    const set = await get<{ answers: { text: string; reopens_when_unhappy: boolean }[] }>(
      '/private/standard-answers',
    )
    expect(set.answers.at(-1)).toMatchObject({ text: 'Er is niemand geweest', reopens_when_unhappy: true })
  })
})

describe('what looks after itself', () => {
  test('follows a test report until its mail is sent, and removes it', async () => {
    await open('inrichten')
    await page.getByRole('link', { name: 'Een afdeling bij elke categorie' }).waitFor()
    await page.getByRole('combobox', { name: 'Categorie voor de test' }).fill('grofvuil')
    await page.getByRole('option').first().click()
    await page.getByRole('button', { name: 'Testmelding maken' }).click()
    const steps = page.getByRole('list', { name: 'Volg de melding' })
    await steps.getByText('De bevestiging is verstuurd').waitFor()
    await steps.locator('li', { hasText: 'De bevestiging is verstuurd' }).getByText('Gelukt').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Testmelding verwijderen' }).click()
    await page.getByRole('button', { name: 'Testmelding maken' }).waitFor()
  })

  test('makes a change later, or never, and tells what one can do', async () => {
    await open('mailteksten/my_signal_token')
    await page.getByLabel('Onderwerp', { exact: true }).fill('Uw meldingen')
    await page.getByText('Op een later moment wijzigen').click()
    await page.getByLabel('Wanneer', { exact: true }).fill('2031-01-01T09:00')
    await page.getByRole('button', { name: 'Klaarzetten' }).click()
    await page.getByText('Kies een moment binnen een jaar.').waitFor()
    const soon = new Date(Date.now() + 24 * 3600_000).toISOString().slice(0, 16)
    await page.getByLabel('Wanneer', { exact: true }).fill(soon)
    await page.getByRole('button', { name: 'Klaarzetten' }).click()
    await page.getByRole('link', { name: 'Bekijk de geplande wijzigingen' }).first().click()
    await page.getByRole('button', { name: /^Laten vervallen: Link naar mijn meldingen/ }).click()
    await page.getByRole('cell', { name: 'Vervallen' }).waitFor()
    await page.getByRole('button', { name: 'Hulp bij dit scherm' }).click()
    await page.getByRole('dialog').getByText('Laat een wijziging vervallen.').waitFor()
    await checkPage(page)
    await page.keyboard.press('Escape')
  })
})
