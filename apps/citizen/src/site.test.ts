import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakeApi, FAKE_SITE, type FakeApi } from '../dev/fake-api.ts'
import { ACCESSIBILITY_STATE } from './accessibility/state.ts'
import { findStatus } from './accessibility/statement.ts'
import { citizen, createFileDrafts } from './index.ts'
import type { CitizenSite } from './options.ts'

const NOW = new Date('2026-11-24T12:00:00Z')

let app: FastifyInstance
let api: FakeApi
let site: Partial<CitizenSite>

beforeEach(async () => {
  api = createFakeApi()
  site = {}
  app = Fastify()
  await app.register(citizen, {
    apiFetch: api.fetch,
    drafts: createFileDrafts({ dir: mkdtempSync(join(tmpdir(), 'signalen-drafts-')) }),
    secret: 'a secret of at least thirty-two characters',
    drawLogo: async (bytes) => Buffer.from(`drawn ${bytes}`),
    citizenUrl: 'https://melden.waterveste.example',
    siteFor: () => ({ ...FAKE_SITE, ...site }),
    clientFolder: createClientFolder(),
    now: () => NOW,
  })
})

afterEach(() => app.close())

function createClientFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'signalen-client-'))
  mkdirSync(join(folder, 'assets'))
  const entry = { file: 'assets/site-1.js', css: ['assets/site-1.css'] }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ 'src/islands/site.ts': entry }))
  return folder
}

/** A browser without script: it keeps cookies and follows where it is sent. */
function createBrowser() {
  const cookies = new Map<string, string>()
  const headersOf = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') })

  function keepCookies(answer: { cookies: readonly { name: string; value: string }[] }) {
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
  }

  async function get(path: string) {
    const answer = await app.inject({ url: path, headers: headersOf() })
    keepCookies(answer)
    return { status: answer.statusCode, html: answer.body, path, headers: answer.headers }
  }

  async function post(
    path: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ) {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value])),
    )
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: {
        ...headersOf(),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      payload: body.toString(),
    })
    keepCookies(answer)
    const location = answer.headers.location
    if (answer.statusCode === 303 && location) return get(location.split('#')[0] ?? '/')
    return { status: answer.statusCode, html: answer.body, path, headers: answer.headers }
  }

  async function postFiles(path: string, files: readonly File[], fields: Record<string, string>) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    for (const file of files) form.append('_photos', file)
    const request = new Request('http://localhost/', { method: 'POST', body: form })
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: { ...headersOf(), 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    keepCookies(answer)
    if (answer.statusCode === 303) return get(String(answer.headers.location).split('#')[0] ?? '/')
    return { status: answer.statusCode, html: answer.body, path, headers: answer.headers }
  }

  return { cookies, get, post, postFiles }
}

type Browser = ReturnType<typeof createBrowser>

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function png(name: string): File {
  return new File([new Uint8Array(PNG)], name, { type: 'image/png' })
}

/** The radio questions of a page, each with its first answer. */
function answerAll(html: string): Record<string, string> {
  const answers: Record<string, string> = {}
  const page = html.replace(/<template[\s\S]*?<\/template>/g, '')
  for (const [tag] of page.matchAll(/<input[^>]*type="radio"[^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(tag)?.[1] ?? ''
    const value = /value="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (!name.startsWith('_')) answers[name] ??= value
  }
  return answers
}

function shownIn(html: string): string[] {
  return Array.from(
    html.matchAll(/name="_shown" value="([^"]+)"|value="([^"]+)"[^>]*name="_shown"/g),
    (match) => match[1] ?? match[2] ?? '',
  )
}

async function toReview(browser: Browser) {
  const step2 = await browser.post('/', { _text: 'De lantaarnpaal is kapot' })
  const answers = { ...answerAll(step2.html), _shown: shownIn(step2.html) }
  const step3 = await browser.post('/melden/plaats', {
    ...answers,
    _query: 'Markt 87',
    _description: 'Naast de kerk',
  })
  expect(step3.path).toBe('/melden/contact')
  const step4 = await browser.post('/melden/contact', { _email: 'melder@voorbeeld.example', _phone: '' })
  expect(step4.path).toBe('/melden/controle')
  return step4
}

describe('making a report without script', () => {
  test('four steps, one report, and the number', async () => {
    const browser = createBrowser()
    const review = await toReview(browser)
    expect(review.html).toContain('De lantaarnpaal is kapot')
    expect(review.html).toContain('Markt 87')
    const sent = await browser.post('/melden/controle', {})
    expect(sent.path).toBe('/melden/verzonden/WV-1')
    expect(sent.html).toContain('WV-1')
    expect(api.reports).toHaveLength(1)
    expect(api.reports[0]?.body).toMatchObject({
      text: 'De lantaarnpaal is kapot',
      category: {
        sub_category:
          '/signals/v1/public/terms/categories/wegen-verkeer-straatmeubilair/sub_categories/lantaarnpaal-straatverlichting',
      },
      location: {
        geometrie: { coordinates: [4.3592, 52.0116] },
        address: { openbare_ruimte: 'Markt', huisnummer: '87' },
      },
      reporter: { email: 'melder@voorbeeld.example', phone: null, sharing_allowed: false },
      incident_date_start: NOW.toISOString(),
    })
    expect(api.reports[0]?.body.extra_properties).toContainEqual(
      expect.objectContaining({ id: 'place_description', answer: 'Naast de kerk' }),
    )
  })

  test('sending twice, also at the same moment, and going back make one report', async () => {
    const browser = createBrowser()
    await toReview(browser)
    await Promise.all([browser.post('/melden/controle', {}), browser.post('/melden/controle', {})])
    await browser.post('/melden/controle', {})
    expect(api.reports).toHaveLength(1)
    for (const path of ['/melden/plaats', '/melden/contact', '/melden/controle']) {
      expect(
        (await app.inject({ url: path, headers: { cookie: `melding=${browser.cookies.get('melding')}` } }))
          .headers.location,
      ).toBe('/melden/verzonden/WV-1')
    }
    expect((await browser.get('/')).html).not.toContain('lantaarnpaal is kapot')
  })

  test('after sending nothing personal is kept, and only this browser sees the confirmation', async () => {
    const browser = createBrowser()
    await toReview(browser)
    const sent = await browser.post('/melden/controle', {})
    expect(sent.html).not.toMatch(/melder@voorbeeld|Markt 87|lantaarnpaal is kapot/)
    const other = await createBrowser().get('/melden/verzonden/WV-1')
    expect(other.status).toBe(404)
  })

  test('an answer that is lost is asked for again under the same key', async () => {
    const browser = createBrowser()
    await toReview(browser)
    api.breakNext('/signals/v1/public/signals', 503)
    const failed = await browser.post('/melden/controle', {})
    expect(failed.status).toBe(502)
    expect(failed.html).toContain('data-send-problem')
    expect(failed.html).toContain('De lantaarnpaal is kapot')
    expect((await browser.post('/melden/controle', {})).path).toBe('/melden/verzonden/WV-1')
    expect(api.reports[0]?.key).toMatch(/^[\da-f-]{36}$/)
  })

  test('what the API refuses leads back to where it was filled in', async () => {
    const browser = createBrowser()
    await toReview(browser)
    api.breakNext('/signals/v1/public/signals', 400, { location: ['buiten'], reporter: { email: ['fout'] } })
    const refused = await browser.post('/melden/controle', {})
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="/melden/plaats#plaats"')
    expect(refused.html).toContain('href="/melden/contact#email"')
  })
})

describe('step 1', () => {
  test.each([
    ['', 'Vertel wat er aan de hand is.'],
    ['x'.repeat(3001), 'hoogstens 3000 tekens'],
  ])('a text that cannot be is refused beside the field, and kept', async (text, message) => {
    const browser = createBrowser()
    const answer = await browser.post('/', { _text: text })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(message)
    expect(answer.html).toContain('aria-invalid="true"')
    expect(answer.html).toContain('<title>Let op: ')
    expect(answer.html).toContain(`${text}</textarea>`)
  })

  test('photos are kept, shown to this browser alone, and can be taken away', async () => {
    const browser = createBrowser()
    const page = await browser.postFiles('/', [png('a.png'), png('b.png')], {
      _text: 'Kapot',
      _action: 'photos',
    })
    const photos = Array.from(page.html.matchAll(/\/melden\/foto\/([\w-]+)/g), ([path]) => path)
    expect(photos).toHaveLength(2)
    expect((await browser.get(photos[0] ?? '')).status).toBe(200)
    expect((await createBrowser().get(photos[0] ?? '')).status).toBe(404)
    const id = photos[0]?.split('/').at(-1)
    const after = await browser.post('/', { _text: 'Kapot', _action: `remove-photo:${id}` })
    expect(after.html.match(/\/melden\/foto\//g)).toHaveLength(1)
    expect((await browser.get(photos[0] ?? '')).status).toBe(404)
  })

  test('a file that is no photo, and a sixth photo, are refused; the rest stays', async () => {
    const browser = createBrowser()
    const text = new File(['tekst'], 'nep.jpg', { type: 'image/jpeg' })
    const page = await browser.postFiles('/', [png('a.png'), text], { _text: 'Kapot', _action: 'next' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('nep.jpg is geen foto')
    expect(page.html.match(/\/melden\/foto\//g)).toHaveLength(1)
    const more = ['b', 'c', 'd', 'e', 'f'].map((name) => png(`${name}.png`))
    const full = await browser.postFiles('/', more, { _text: 'Kapot', _action: 'photos' })
    expect(full.html.match(/\/melden\/foto\//g)).toHaveLength(5)
  })

  test('everything can be cleared', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'Kapot' })
    expect((await browser.get('/')).html).toContain('Kapot</textarea>')
    await browser.post('/', { _action: 'clear' })
    expect((await browser.get('/')).html).not.toContain('Kapot')
    expect(browser.cookies.has('melding')).toBe(false)
  })

  test('when the suggestion is unsure or fails, the report is about nothing yet and goes on', async () => {
    for (const prepare of [() => {}, () => api.breakNext('/signals/category/prediction', 500)]) {
      prepare()
      const page = await createBrowser().post('/', { _text: 'Iets heel bijzonders' })
      expect(page.path).toBe('/melden/plaats')
      expect(page.html).toContain('Wij weten nog niet waar uw melding over gaat.')
    }
  })
})

describe('step 2', () => {
  test('a later step leads back to the first that is missing', async () => {
    const browser = createBrowser()
    expect((await app.inject({ url: '/melden/controle' })).headers.location).toBe('/')
    await browser.post('/', { _text: 'Kapot' })
    const cookie = `melding=${browser.cookies.get('melding')}`
    expect((await app.inject({ url: '/melden/controle', headers: { cookie } })).headers.location).toBe(
      '/melden/plaats',
    )
  })

  test('danger and personal data in the text are pointed out and stop nobody', async () => {
    const page = await createBrowser().post('/', { _text: 'Brand! Bel mij op 06 12345678' })
    expect(page.html).toContain('data-danger="emergency"')
    expect(page.html).toContain('data-personal-data')
  })

  test('several addresses give a list to pick from', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'Iets' })
    const page = await browser.post('/melden/plaats', { _query: 'Oude Delft', _action: 'search' })
    expect(page.html).toContain('Oude Delft 12')
    expect(page.html).toContain('Oude Delft 14')
    const missing = await browser.post('/melden/plaats', { _query: 'Oude Delft' })
    expect(missing.status).toBe(422)
    expect(missing.html).toContain('Kies de goede plaats uit de lijst.')
  })

  test('a source of addresses that is down refuses nobody', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'Iets' })
    api.breakNext('/signals/v1/public/addresses', 503)
    const page = await browser.post('/melden/plaats', { _query: 'Bij de molen 3' })
    expect(page.status).toBe(422)
    const typed = /value="(\{[^"]*typed[^"]*\})"/.exec(page.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const next = await browser.post('/melden/plaats', { _query: 'Bij de molen 3', _place: typed })
    expect(next.path).toBe('/melden/contact')
    await browser.post('/melden/contact', {})
    await browser.post('/melden/controle', {})
    expect(api.reports[0]?.body).toMatchObject({
      location: { address: { openbare_ruimte: 'Bij de molen 3' } },
    })
  })

  test('a place elsewhere says whom to turn to', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'Iets' })
    const page = await browser.post('/melden/plaats', { _query: 'Verweg' })
    expect(page.html).toContain('ligt niet in Gemeente Waterveste')
  })

  test('questions that follow from an answer are asked before going on', async () => {
    const browser = createBrowser()
    const first = await browser.post('/', { _text: 'De container is vol' })
    const answers = { extra_container_ernaast: 'ja', _query: 'Markt 87' }
    const second = await browser.post('/melden/plaats', {
      ...answers,
      _shown: shownIn(first.html.replace(/<template[\s\S]*?<\/template>/g, '')),
    })
    expect(second.path).toBe('/melden/plaats')
    expect(second.html).toContain('Door uw antwoord is er een vraag bij gekomen.')
    const shown = shownIn(second.html.replace(/<template[\s\S]*?<\/template>/g, ''))
    expect(shown).toContain('extra_container_soort_afval')
    const third = await browser.post('/melden/plaats', {
      extra_container_ernaast: 'ja',
      extra_container_soort_afval: ['glas', 'karton'],
      _shown: shown,
    })
    expect(third.path).toBe('/melden/contact')
  })

  test('a stop ends the form with a better way to help', async () => {
    const browser = createBrowser()
    const first = await browser.post('/', { _text: 'Een wespennest' })
    const page = await browser.post('/melden/plaats', {
      extra_wespen_waar: 'prive',
      _query: 'Markt 87',
      _shown: shownIn(first.html),
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('Dit nest haalt de gemeente niet weg.')
  })

  test('another subject brings its own questions, and stays when the text changes', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'De lantaarn' })
    const page = await browser.post('/melden/plaats', {
      _category: 'overlast-van-dieren/wespen',
      _action: 'category',
    })
    expect(page.html).toContain('Waar zit het nest?')
    const later = await browser.post('/', { _text: 'De lantaarn brandt niet' })
    expect(later.html).toContain('Waar zit het nest?')
  })

  test('a subject that vanished does not stop the report', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'Iets' })
    await browser.post('/melden/plaats', { _category: 'bestaat/niet', _action: 'category' })
    const told = await browser.post('/melden/plaats', { _query: 'Markt 87' })
    expect([told.status, told.path]).toEqual([422, '/melden/plaats'])
    expect(told.html).toMatch(/href="#onderwerp"[^>]*>Dit onderwerp bestaat niet meer/)
    const fields = { _query: 'Markt 87', _vanished: 'bestaat/niet' }
    expect((await browser.post('/melden/plaats', fields)).path).toBe('/melden/contact')
    await browser.post('/melden/contact', {})
    await browser.post('/melden/controle', {})
    expect(api.reports[0]?.body).toMatchObject({
      category: { sub_category: expect.stringContaining('/overig/sub_categories/overig') },
    })
  })

  test('going back and saving keep what was typed, right or wrong', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'De container is vol' })
    const saved = await browser.post('/melden/plaats', {
      extra_container_nummer: '12',
      _description: 'Hoek',
      _action: 'save',
    })
    expect(saved.status).toBe(204)
    expect(
      (
        await browser.post('/melden/plaats', {
          extra_container_nummer: '123',
          _description: 'Hoek',
          _action: 'back',
        })
      ).path,
    ).toBe('/')
    const page = await browser.get('/melden/plaats')
    expect(page.html).toContain('value="123"')
    expect(page.html).toContain('value="Hoek"')
  })
})

test('how a report is getting on can be seen by the link that stands with its number', async () => {
  const browser = createBrowser()
  await toReview(browser)
  const sent = await browser.post('/melden/controle', {})
  const link = /href="(\/melden\/stand\/[\w-]+)"/.exec(sent.html)?.[1] ?? ''
  const page = await app.inject(link)
  expect(page.body).toContain('De gemeente is ermee bezig.')
  expect(page.body).toContain('23 november 2026')
  expect(page.headers['x-robots-tag']).toBe('noindex')
  const turkish = await app.inject({ url: link, cookies: { taal: 'tr' } })
  expect(turkish.body).toContain('Belediye konu üzerinde çalışıyor.')
  expect((await app.inject('/melden/stand/weg')).statusCode).toBe(404)
  api.breakNext('/signals/v1/public/signals/', 500)
  const broken = await app.inject(link)
  expect([broken.statusCode, broken.body.includes('Wij kunnen nu niet zien')]).toEqual([502, true])
})

test('contact details are checked kindly', async () => {
  const browser = createBrowser()
  await browser.post('/', { _text: 'Iets' })
  await browser.post('/melden/plaats', { _query: 'Markt 87' })
  const page = await browser.post('/melden/contact', { _email: 'melder@', _phone: 'geen' })
  expect(page.status).toBe(422)
  expect(page.html).toContain('value="melder@"')
  expect(page.html).toContain('naam@voorbeeld.nl')
  expect(page.html).toContain('06 12345678')
})

test('a photo that does not arrive never loses the report, and can be sent again', async () => {
  const browser = createBrowser()
  await browser.postFiles('/', [png('a.png'), png('b.png')], { _text: 'Iets', _action: 'photos' })
  await browser.post('/', { _text: 'Iets' })
  await browser.post('/melden/plaats', { _query: 'Markt 87' })
  await browser.post('/melden/contact', {})
  api.breakNext('/signals/v1/public/signals/', 201, { id_display: 'WV-9', signal_id: 'u9' })
  api.breakNext('/signals/v1/public/signals/u9/attachments', 500)
  const sent = await browser.post('/melden/controle', {})
  expect(sent.path).toBe('/melden/verzonden/WV-9')
  expect(sent.html).toContain('data-failed-photos')
  expect(api.photos).toEqual(['b.png'])
  const again = await browser.post('/melden/verzonden/WV-9', { _action: 'retry' })
  expect(again.html).not.toContain('data-failed-photos')
  expect(api.photos).toEqual(['b.png', 'a.png'])
})

describe('feedback', () => {
  test('reasons and own words are sent', async () => {
    const browser = createBrowser()
    const page = await browser.get('/kto/nee/open')
    expect(page.html).toContain('Het probleem is niet opgelost')
    expect(page.html).not.toContain('Het probleem is goed opgelost')
    const fields = {
      _why: 'Het probleem is niet opgelost',
      _own: 'De lamp knippert nog',
      _extra: '',
      _contact: 'ja',
    }
    expect((await browser.post('/kto/nee/open', fields)).html).toContain('Bedankt voor uw antwoord')
    expect(api.feedback).toEqual([
      {
        is_satisfied: false,
        text_list: ['Het probleem is niet opgelost', 'De lamp knippert nog'],
        text_extra: null,
        allows_contact: true,
      },
    ])
  })

  test('without a reason it is not sent', async () => {
    const page = await createBrowser().post('/kto/ja/open', { _extra: 'Mooi' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('Mooi</textarea>')
    expect(api.feedback).toEqual([])
  })

  test.each([
    ['gebruikt', 410, 'U hebt dit al ingevuld'],
    ['laat', 410, 'Invullen kan niet meer'],
    ['onbekend', 404, 'Deze link klopt niet'],
  ])('a link that is %s says so', async (token, status, title) => {
    const page = await createBrowser().get(`/kto/ja/${token}`)
    expect(page.status).toBe(status)
    expect(page.html).toContain(title)
  })

  test('any other word than yes or no is no page', async () => {
    expect((await createBrowser().get('/kto/misschien/open')).status).toBe(404)
  })

  test('the address of the questionnaire leads to the form', async () => {
    const page = await createBrowser().get('/feedback/nee/open')
    expect([page.status, page.headers.location]).toEqual([302, '/kto/nee/open'])
  })
})

describe('the site', () => {
  test('speaks English when asked, and remembers it', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: 'A lamp', _action: 'language:en' })
    const page = await browser.get('/')
    expect(page.html).toContain('<html lang="en"')
    expect(page.html).toContain('What do you want to report?')
    expect(page.html).toContain('A lamp</textarea>')
    const back = await browser.get('/taal/nl?naar=//kwaad.example')
    expect(back.headers.location).toBe('/')
  })

  test('calls subjects what they are called in that language, and in Dutch where that was not written', async () => {
    const lamp = {
      slug: 'lantaarnpaal',
      name: 'Lantaarnpaal',
      public_name: 'Straatverlichting',
      is_active: true,
    }
    const en = { public_name: 'Street lighting', handling_message: 'We mend it within 10 days.' }
    const wegen = {
      slug: 'wegen',
      name: 'Wegen',
      sub_categories: [{ ...lamp, handling_message: 'Binnen 10 dagen.', translations: { en } }],
    }
    const categories = { results: [wegen] }
    api.breakNext('/signals/v1/public/terms/categories', 200, categories)
    const browser = createBrowser()
    await browser.post('/', { _text: 'Deze lamp' })
    const choose = () =>
      browser.post('/melden/plaats', { _action: 'category', _category: 'wegen/lantaarnpaal' })
    expect((await choose()).html).toContain('<strong>Straatverlichting</strong>')
    await browser.get('/taal/en?naar=/melden/plaats')
    const english = (await browser.get('/melden/plaats')).html
    expect(english).toContain('<strong>Street lighting</strong>')
    expect(english).toMatch(/<optgroup label="Wegen"/)
    await browser.get('/taal/tr?naar=/melden/plaats')
    expect((await browser.get('/melden/plaats')).html).toContain(
      '<strong lang="nl">Straatverlichting</strong>',
    )
  })

  test('refuses forms of other sites', async () => {
    const browser = createBrowser()
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      expect((await browser.post('/', { _text: 'x' }, headers)).status).toBe(403)
    }
    const old = await app.inject({
      method: 'POST',
      url: '/',
      headers: { origin: 'https://kwaad.example' },
      payload: '',
    })
    expect(old.statusCode).toBe(403)
  })

  test('lets no page run what it did not bring', async () => {
    const { headers, html } = await createBrowser().get('/')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="/)
  })

  test('sets no cookie on who only looks', async () => {
    const browser = createBrowser()
    for (const path of ['/', '/privacy', '/toegankelijkheid']) await browser.get(path)
    expect(browser.cookies.size).toBe(0)
  })

  test('shows what is typed as text', async () => {
    const browser = createBrowser()
    await browser.post('/', { _text: '<script>alert(1)</script>' })
    expect((await browser.get('/')).html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;</textarea>')
  })

  test('knows old addresses, and what is not there', async () => {
    const moved = await app.inject({ url: '/incident/beschrijf' })
    expect([moved.statusCode, moved.headers.location]).toEqual([301, '/'])
    const missing = await createBrowser().get('/bestaat-niet')
    expect(missing.status).toBe(404)
    expect(missing.html).toContain('Deze pagina bestaat niet')
  })

  test('says where to report a weakness', async () => {
    const { html } = await createBrowser().get('/.well-known/security.txt')
    expect(html).toContain('Contact: mailto:meldingen@waterveste.example')
    expect(html).toMatch(/Expires: 2027-/)
  })

  test('answers scripts with places inside the municipality only', async () => {
    const ask = async (query: string) => {
      const answer = await app.inject({ method: 'POST', url: '/melden/adressen', payload: { query } })
      return answer.json()
    }
    expect(await ask('Oude Delft')).toHaveLength(2)
    expect(await ask('Verweg')).toEqual([])
    const pin = await app.inject({
      method: 'POST',
      url: '/melden/plek',
      payload: { longitude: 6.5, latitude: 53 },
    })
    expect(pin.json()).toEqual({ isOutside: true })
  })

  test('squeezes its pages', async () => {
    const plain = await app.inject({ url: '/' })
    const small = await app.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } })
    expect(small.headers['content-encoding']).toBe('br')
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2)
  })
})

/** The width and height that stand in the first bytes of a PNG. */
function sizeOfPng(path: string): string {
  const bytes = readFileSync(path)
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`
}

test('the site can be put on the home screen under the name of the municipality', async () => {
  const { body, headers, statusCode } = await app.inject('/manifest.webmanifest')
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toContain('application/manifest+json')
  const manifest = JSON.parse(body)
  expect(manifest.name).toContain('Gemeente Waterveste')
  for (const { src, sizes } of manifest.icons) {
    if (src.endsWith('.svg')) expect((await app.inject(src)).statusCode).toBe(200)
    else expect(sizeOfPng(join(import.meta.dirname, '..', 'public', src))).toBe(sizes)
  }
  expect((await app.inject(manifest.start_url)).body).toContain('href="/manifest.webmanifest"')
})

describe('what is open in the municipality', () => {
  test('the review tells what was reported nearby about the same thing, nearest first', async () => {
    const { html } = await toReview(createBrowser())
    const items = [...html.matchAll(/binnen (\d+) meter van uw plaats/g)].map((match) => match[1])
    expect(items).toEqual(['25', '50'])
    expect(html).toContain('gemeld op 20 november 2026')
  })

  test('one of those can be followed by mail instead', async () => {
    const browser = createBrowser()
    const { html } = await toReview(browser)
    const path = `/volgen/melding/${'2'.repeat(32)}`
    expect(html).toContain(`href="${path}"`)
    expect((await browser.get(path)).html).toContain('Volg deze melding')
    const wrong = await browser.post(path, { _email: 'x' })
    expect([
      wrong.status,
      wrong.html.includes('id="email-fout"') || wrong.html.includes('aria-invalid'),
    ]).toEqual([422, true])
    const asked = await browser.post(path, { _email: 'volger@voorbeeld.example' })
    expect(asked.html).toContain('Uw eigen melding is niet verstuurd')
    expect(api.subscriptions).toEqual([{ email: 'volger@voorbeeld.example', report: '2'.repeat(32) }])
    expect(api.reports).toEqual([])
    const cleared = await browser.post('/', { _action: 'clear' })
    expect([cleared.path, browser.cookies.has('melding')]).toEqual(['/', false])
    const gone = await browser.post(`/volgen/melding/${'f'.repeat(32)}`, { _email: 'v@voorbeeld.example' })
    expect(gone.status).toBe(404)
  })

  test.each([
    ['bevestig', 'goed', 200, 'U krijgt een mail als er nieuws is'],
    ['bevestig', 'laat', 410, 'Vraag het nog eens aan'],
    ['bevestig', 'zomaar', 404, 'Deze link klopt niet'],
    ['stop', 'goed', 200, 'U krijgt geen mail meer over deze melding'],
    ['stop', 'zomaar', 404, 'De mail is al gestopt'],
  ])('the link to %s, when it is %s, takes a press of a button', async (page, token, status, words) => {
    const browser = createBrowser()
    expect((await browser.get(`/volgen/${page}/${token}`)).html).toContain('<button')
    const pressed = await browser.post(`/volgen/${page}/${token}`, {})
    expect([pressed.status, pressed.html.includes(words)]).toEqual([status, true])
  })

  test('mail stops by one press in a mail program, which is on another site', async () => {
    const press = (path: string, token: string) =>
      app.inject({
        method: 'POST',
        url: `/volgen/${path}/${token}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
        payload: 'List-Unsubscribe=One-Click',
      })
    expect((await press('stop', 'goed')).statusCode).toBe(200)
    expect((await press('stop', 'zomaar')).statusCode).toBe(404)
    expect((await press('bevestig', 'goed')).statusCode).toBe(403)
  })

  test('who chose another language gets mail in it, where there is some', async () => {
    const browser = createBrowser()
    await browser.get('/taal/tr?naar=/')
    await browser.post('/volgen/kaart', { _email: 'volger@voorbeeld.example' })
    expect(api.subscriptions).toMatchObject([{ language: 'tr', pace: 'weekly' }])
    await toReview(browser)
    await browser.post('/melden/controle', {})
    expect(api.reports[0]?.body).toMatchObject({ language: 'tr' })
  })

  test('a report can be made all the same when that is not known', async () => {
    api.breakNext('/signals/v1/public/signals/nearby', 500)
    const browser = createBrowser()
    const { html } = await toReview(browser)
    expect(html).not.toContain('Is het deze?')
    expect((await browser.post('/melden/controle', {})).path).toBe('/melden/verzonden/WV-1')
  })

  test('the list has pages, and filters by subject and by area', async () => {
    const list = async (query: string) => (await app.inject(`/meldingenkaart${query}`)).body
    const first = await list('')
    expect(first).toContain('27 open meldingen')
    expect(first).toContain('Bladzijde 1 van 2')
    expect(countReports(first)).toBe(20)
    expect(countReports(await list('?pagina=2'))).toBe(7)
    expect(countReports(await list('?pagina=99'))).toBe(7)
    expect(await list('?onderwerp=afval')).toContain('25 open meldingen')
    const town = await list('?gebied=district.11')
    expect(town).toContain('2 open meldingen')
    expect(town).toContain('Binnenstad')
    expect(await list('?onderwerp=afval&gebied=district.11')).toContain('geen meldingen gevonden')
    expect(await list('?onderwerp=bestaat-niet')).toContain('27 open meldingen')
    expect(await list('?dagen=7')).toContain('3 open meldingen')
    const solved = await list('?toon=opgelost&dagen=365')
    expect(solved).toContain('1 opgeloste melding')
    expect(solved).toContain('gemeld op 20 november 2026, opgelost op 22 november 2026')
    expect(solved).not.toContain('href="/volgen/melding/')
  })

  test('what is new in an area can be had by mail', async () => {
    const browser = createBrowser()
    const path = '/volgen/kaart?onderwerp=afval&gebied=district.11'
    expect((await browser.get('/meldingenkaart?onderwerp=afval&gebied=district.11')).html).toContain(
      `href="${path.replace('&', '&amp;')}"`,
    )
    expect((await browser.get(path)).html).toContain('over Afval, in Binnenstad')
    expect((await browser.post(path, { _email: 'x', _pace: 'weekly' })).status).toBe(422)
    const asked = await browser.post(path, { _email: 'buur@voorbeeld.example', _pace: 'at once' })
    expect(asked.html).toContain('Kijk in uw mail')
    expect(asked.html).not.toContain('Uw eigen melding is niet verstuurd')
    expect(api.subscriptions).toEqual([
      {
        email: 'buur@voorbeeld.example',
        area: { type: 'district', code: '11' },
        category: 'afval',
        pace: 'at once',
      },
    ])
  })

  test('and as a feed, newest 50 at most', async () => {
    const page = (await app.inject('/meldingenkaart?onderwerp=afval')).body
    expect(page).toContain(
      'type="application/atom+xml" href="/meldingenkaart/nieuw.xml?onderwerp=afval&amp;taal=nl"',
    )
    const feed = await app.inject('/meldingenkaart/nieuw.xml?onderwerp=afval&toon=opgelost')
    expect(feed.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(feed.body.match(/<entry>/g)).toHaveLength(25)
    expect(feed.body).toContain('<updated>2026-11-20T00:00:00.000Z</updated>')
    expect(feed.body).toContain('<title>Container vol, Buitenhof</title>')
    expect(feed.body).toContain('<georss:point>51.98 4.3592</georss:point>')
    expect(feed.body).toContain('xml:lang="nl"')
    const english = await app.inject('/meldingenkaart/nieuw.xml?onderwerp=afval&taal=en')
    expect(english.body).toContain('xml:lang="en"')
    expect(english.body).toContain('nieuw.xml?onderwerp=afval&amp;taal=en')
    const translated = await app.inject({ url: '/meldingenkaart', cookies: { taal: 'en' } })
    expect(translated.body).toContain('href="/meldingenkaart/nieuw.xml?taal=en"')
    expect(new Set(feed.body.match(/<id>[^<]+<\/id>/g)).size).toBe(26)
  })

  test('the figures are tables, and say so where there are too few', async () => {
    const { body } = await app.inject('/meldingenkaart/cijfers')
    for (const words of ['1.234', '2,5 dagen', '71%', 'november 2026', 'niet getoond']) {
      expect(body).toContain(words)
    }
    api.breakNext('/signals/v1/public/figures', 404)
    expect((await app.inject('/meldingenkaart/cijfers')).body).toContain('nog niet geteld')
  })

  test('the map gets the same reports as the list, and nothing else of them', async () => {
    const points = (await app.inject('/meldingenkaart/punten?gebied=district.11')).json()
    expect(points).toHaveLength(2)
    expect(Object.keys(points[0])).toEqual([
      'category',
      'icon',
      'reportedOn',
      'solvedOn',
      'longitude',
      'latitude',
    ])
  })

  test('one sentence when the reports cannot be had', async () => {
    api.breakNext('/signals/v1/public/map', 500)
    const answer = await app.inject('/meldingenkaart')
    expect(answer.statusCode).toBe(502)
    expect(answer.body).toContain('Wij kunnen de meldingen nu niet laten zien.')
  })
})

function countReports(html: string): number {
  const list = /<ul[^>]*data-public-reports[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return list.split('<li').length - 1
}

describe('the looks of the municipality', () => {
  const styleOf = (html: string) => /href="(\/thema\/[\w-]+\.css)"/.exec(html)?.[1]

  test('are the tokens of its theme, over the neutral one', async () => {
    expect(styleOf((await app.inject('/')).body)).toBeUndefined()
    site = {
      theme: {
        name: 'stad',
        tokens: { 'basis-color-accent-1-color-default': '#00c', slecht: 'url(x)', 'x}y': 'a' },
        darkTokens: { 'basis-color-accent-1-color-default': '#aaf' },
      },
    }
    const href = styleOf((await app.inject('/')).body) ?? ''
    const css = await app.inject(href)
    expect(css.headers['content-type']).toBe('text/css; charset=utf-8')
    expect(css.body).toBe(
      '.voorbeeld-theme{--basis-color-accent-1-color-default:#00c;}\n' +
        '@media screen and (prefers-color-scheme:dark){.voorbeeld-theme{--basis-color-accent-1-color-default:#aaf;}}',
    )
    expect((await app.inject('/thema/anders.css')).statusCode).toBe(404)
  })

  test('have a logo in the place of the name, also for mails and in the preview', async () => {
    const draw = (colour: string) => ({
      image: `data:image/svg+xml;base64,${Buffer.from(`<svg fill="${colour}"/>`).toString('base64')}`,
      alt: `Waterveste in het ${colour}`,
    })
    const addressIn = (html: string) => /src="(\/logo\/[\w-]+\.svg)" alt="([^"]+)"/.exec(html)?.slice(1) ?? []
    expect(addressIn((await app.inject('/')).body)).toEqual([])
    expect((await app.inject('/logo.png')).statusCode).toBe(404)
    site = { logo: draw('blue'), logoDraft: draw('red') }
    const [address = '', alt] = addressIn((await app.inject('/')).body)
    expect(alt).toBe('Waterveste in het blue')
    const { body, headers } = await app.inject(address)
    expect(body).toBe('<svg fill="blue"/>')
    expect(headers['content-type']).toBe('image/svg+xml')
    expect(headers['content-security-policy']).toContain('sandbox')
    const mailed = await app.inject('/logo.png')
    expect([mailed.headers['content-type'], mailed.body]).toEqual(['image/png', 'drawn <svg fill="blue"/>'])
    const [draft = ''] = addressIn((await app.inject('/thema-voorbeeld')).body)
    expect((await app.inject(draft)).body).toBe('<svg fill="red"/>')
    expect((await app.inject('/logo/anders.svg')).statusCode).toBe(404)
  })

  test('can be seen with another theme, which nobody else sees', async () => {
    site = { themeDraft: { name: 'proef', tokens: { 'basis-color-accent-1-color-default': '#c00' } } }
    const preview = await app.inject('/thema-voorbeeld')
    expect(preview.body).toContain('Voorbeeld van het thema proef')
    expect(preview.headers['x-robots-tag']).toBe('noindex')
    expect((await app.inject(styleOf(preview.body) ?? '')).body).toContain('#c00')
    expect(styleOf((await app.inject('/')).body)).toBeUndefined()
    const contrast = await app.inject('/thema-voorbeeld?thema=high-contrast')
    expect((await app.inject(styleOf(contrast.body) ?? '')).body).toContain('#000000')
    expect((await app.inject('/thema-voorbeeld?thema=../x')).body).toContain('thema proef')
  })
})

test('the accessibility statement tells what the tests of this version saw', async () => {
  const { body } = await app.inject('/toegankelijkheid')
  for (const words of [
    'Status C: de eerste maatregelen zijn genomen.',
    'https://melden.waterveste.example',
    'Besluit digitale toegankelijkheid overheid',
    'Nationale ombudsman',
    `Toen zijn ${ACCESSIBILITY_STATE.pages.length} soorten bladzijden bekeken`,
  ]) {
    expect(body).toContain(words)
  }
  expect(ACCESSIBILITY_STATE.pages).toEqual(
    expect.arrayContaining(['/', '/melden/plaats', '/melden/contact', '/melden/controle', '/meldingenkaart']),
  )
  expect(findStatus({ ...ACCESSIBILITY_STATE, pages: [] })).toBe('D')
  for (const { rule } of ACCESSIBILITY_STATE.violations) expect(body).toContain(rule)
})
