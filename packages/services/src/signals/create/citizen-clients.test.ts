import { describeEachDatabase } from '@signalen/testkit'
import { beforeAll, expect, it } from 'vitest'
import { openTown, type TestTown } from '../test-town.ts'

const V1 = '/signals/v1/public'
/** Forms name categories by the address of the server that they know, whatever its name is here. */
const CATEGORY =
  'https://api.meldingen.example/signals/v1/public/terms/categories/afval/sub_categories/grofvuil'

/** What the accessible citizen form of today sends, with all that is of no use here. */
function reportOfForm(changes: object = {}) {
  return {
    text: 'Er ligt een bankstel op de stoep',
    location: {
      geometrie: { type: 'Point', coordinates: [4.85, 52.35] },
      address: {
        coordinates: [4.85, 52.35],
        id: 'adr-0a1b2c',
        postcode: '1111AA',
        huisnummer: '7',
        woonplaats: 'Waterveste',
        openbare_ruimte: 'Kerkweg',
        weergave_naam: 'Kerkweg 7, 1111AA Waterveste',
      },
    },
    category: { sub_category: CATEGORY },
    reporter: { email: 'melder@voorbeeld.example', phone: '', sharing_allowed: true, allows_contact: false },
    incident_date_start: '2026-11-24T09:59:59.123Z',
    extra_properties: [
      {
        id: 'extra_soort',
        label: 'Wat is het?',
        // It has main and sub the wrong way round.
        category_url: '/signals/v1/public/terms/categories/grofvuil/sub_categories/afval',
        answer: { id: 'bank', label: 'Een bank', info: '' },
      },
      {
        id: 'extra_container',
        label: 'Container(s)',
        category_url: '/signals/v1/public/terms/categories/grofvuil/sub_categories/afval',
        answer: [
          {
            address: {
              huisnummer: '7',
              openbare_ruimte: 'Kerkweg',
              postcode: '1111AA',
              woonplaats: 'Waterveste',
            },
            id: 'REK00001',
            coordinates: { lat: 52.35, lng: 4.85 },
            description: 'Restafval container',
            label: 'Restafval container - REK00001',
            type: 'Feature',
          },
        ],
      },
    ],
    ...changes,
  }
}

describeEachDatabase('the accessible citizen form of today', (database) => {
  let town: TestTown
  let id: number
  let uuid: string

  beforeAll(async () => {
    town = await openTown(database)
  })

  const send = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
    town.api.app.inject({
      method,
      url: path,
      headers: { host: 'localhost', accept: 'application/json, text/plain, */*' },
      ...(payload ? { payload } : {}),
    })

  async function patch(status: object) {
    const answer = await town.api.ask('PATCH', `/private/signals/${id}`, { body: { status } })
    expect(answer.status).toBe(200)
  }

  /** The secret at the end of the newest link of this kind that was mailed. */
  async function findSecret(page: string): Promise<string> {
    const mails = await town.context.db.kysely
      .selectFrom('mail')
      .select('body_text')
      .orderBy('id', 'desc')
      .execute()
    const links = mails.flatMap(
      ({ body_text }) => new RegExp(`/${page}/([\\w-]+)`).exec(body_text)?.[1] ?? [],
    )
    return links[0] ?? ''
  }

  it('makes reports, also without an address, and without saying who one is', async () => {
    const made = await send('POST', `${V1}/signals/`, reportOfForm())
    expect([made.statusCode, made.json().id_display]).toEqual([201, `SIG-${made.json().id}`])
    ;({ id, signal_id: uuid } = made.json())
    const { body } = await town.api.ask('GET', `/private/signals/${id}`)
    expect(body).toMatchObject({
      source: 'online',
      category: { sub_slug: 'grofvuil' },
      location: {
        address_text: 'Kerkweg 7 1111AA Waterveste',
        address: { weergave_naam: expect.any(String) },
      },
      reporter: { email: 'melder@voorbeeld.example', phone: '', sharing_allowed: true, allows_contact: true },
      extra_properties: reportOfForm().extra_properties,
    })
    const location = { geometrie: { type: 'Point', coordinates: [4.85, 52.351] }, address: null }
    const reporter = { email: '', phone: '', sharing_allowed: false, allows_contact: false }
    expect((await send('POST', `${V1}/signals/`, reportOfForm({ location, reporter }))).statusCode).toBe(201)
  })

  it('sends each photo with the secret number beside it', async () => {
    const parts = [
      `--snede\r\nContent-Disposition: form-data; name="signal_id"\r\n\r\n${uuid}\r\n`,
      '--snede\r\nContent-Disposition: form-data; name="file"; filename="foto.jpg"\r\nContent-Type: image/jpeg\r\n\r\nbytes\r\n',
      '--snede--\r\n',
    ]
    const answer = await town.api.app.inject({
      method: 'POST',
      url: `${V1}/signals/${uuid}/attachments/`,
      headers: { 'content-type': 'multipart/form-data; boundary=snede' },
      payload: parts.join(''),
    })
    expect(answer.statusCode).toBe(201)
  })

  it('gives feedback, and answers a question', async () => {
    await patch({ state: 'o', text: 'Opgeruimd' })
    const form = `${V1}/feedback/forms/${await findSecret('kto/nee')}/`
    expect((await send('GET', form)).json()).toEqual({ signal_id: uuid })
    const feedback = {
      is_satisfied: false,
      text_list: ['Het ligt er nog'],
      text_extra: null,
      allows_contact: true,
      signal_id: uuid,
    }
    expect((await send('PUT', form, feedback)).statusCode).toBe(200)
    expect((await send('PUT', form, feedback)).json()).toEqual({ detail: 'filled out' })

    await patch({ state: 'reopened', text: 'Wij kijken nog eens' })
    await patch({ state: 'reaction requested', text: 'Waar ligt het?' })
    const session = await findSecret('incident/reactie')
    const opened = (await send('GET', `${V1}/qa/sessions/${session}/`)).json()
    expect(opened.signal_snapshot).toMatchObject({ signal_id: uuid, id })
    const [question] = opened.path_questions
    expect(question).toMatchObject({ label: 'Waar ligt het?', field_type: 'plain_text', required: true })
    const answer = { payload: 'Achter de heg', session }
    expect((await send('POST', `${V1}/qa/questions/${question.uuid}/answer`, answer)).statusCode).toBe(201)
    const submitted = await town.api.app.inject({
      method: 'POST',
      url: `${V1}/qa/sessions/${session}/submit/`,
      // It says of no body, too, that it is JSON.
      headers: { 'content-type': 'application/json' },
    })
    expect(submitted.statusCode).toBe(200)
    const { status } = (await town.api.ask('GET', `/private/signals/${id}`)).body
    expect(status).toMatchObject({ state: 'reaction received', text: 'Achter de heg' })
    expect((await send('GET', `${V1}/signals/${uuid}/`)).json().created_at).toEqual(expect.any(String))
  })
})
