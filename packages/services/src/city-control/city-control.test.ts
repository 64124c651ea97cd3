import {
  ADMINISTRATOR,
  addUserWith,
  describeEachDatabase,
  type FakeCityControl,
  listHistory,
  openFakeCityControl,
} from '@signalen/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runTask } from '../background/run-task.ts'
import type { Context } from '../context.ts'
import { HANDLER, makeSignal, openTown, type TestTown } from '../signals/test-town.ts'
import { addCase } from './case-rows.ts'
import { type Sending, sendToCityControl } from './send-to-city-control.ts'

const PUSH = { status: { state: 'ready to send', text: 'Te verzenden naar THOR', target_api: 'sigmax' } }
const UPDATE = '"http://www.egem.nl/StUF/sector/zkn/0310/actualiseerZaakstatus_Lk01"'
const MESSENGER = 'citycontrol@waterveste.example'

describeEachDatabase('CityControl', (database) => {
  let there: FakeCityControl
  let town: TestTown
  let context: Context
  let id: number

  beforeAll(async () => {
    there = await openFakeCityControl()
  })
  afterAll(() => there.close())

  async function open(settings = {}) {
    there.setMood('well')
    there.cases.clear()
    there.actions.length = 0
    town = await openTown(database, { cityControl: true, ...settings })
    context = { ...town.context, cityControl: there.port }
    id = await makeSignal(town, {
      text: 'Bankstel op straat <voor> nummer 1 & 2',
      priority: { priority: 'high' },
      reporter: { email: 'melder@voorbeeld.example', phone: '0612345678' },
    })
  }
  beforeEach(() => open())

  const change = (body: object) => town.api.ask('PATCH', `/private/signals/${id}`, { body })
  const readStatus = async () => (await town.api.ask('GET', `/private/signals/${id}`)).body.status

  async function push(): Promise<Sending> {
    const { status, body } = await change(PUSH)
    if (status !== 200) throw new Error(JSON.stringify(body))
    const { data } = town.jobs.filter(({ name }) => name === 'cityControl.send').at(-1) ?? {}
    return data as Sending
  }

  async function send(): Promise<Sending> {
    const sending = await push()
    await sendToCityControl(context, sending)
    return sending
  }

  async function tell(
    xml: string | Buffer,
    { as = MESSENGER, action = UPDATE }: { as?: string | null; action?: string | null } = {},
  ) {
    await addUserWith(town.context, MESSENGER, ['perform_sigmax_updates'])
    const { statusCode, body, headers } = await town.api.app.inject({
      method: 'POST',
      url: '/signals/sigmax/soap',
      headers: {
        host: 'localhost',
        'content-type': 'text/xml; charset=utf-8',
        ...(action === null ? {} : { soapaction: action }),
        ...(as === null ? {} : { authorization: `Bearer ${as}` }),
      },
      payload: xml,
    })
    return { status: statusCode, body, type: headers['content-type'] }
  }

  describe('is sent a report', () => {
    it('with all that it needs to know', async () => {
      await send()
      expect(await readStatus()).toMatchObject({
        state: 'sent',
        text: `Verzending van melding naar THOR is gelukt onder nummer SIA-${id}.01.`,
        user: null,
        target_api: null,
      })
      const made = there.cases.get(`SIA-${id}.01`)
      expect(made).toMatchObject({
        description: `Grofvuil SIA-${id}.01 URGENT West`,
        text: 'Bankstel op straat <voor> nummer 1 & 2',
        fields: {
          registratiedatum: '20261124',
          einddatumGepland: '20261125',
          Xcoordinaat: '4.85',
          Ycoordinaat: '52.35',
        },
      })
      expect(made?.documents.map(({ fileName }) => fileName)).toEqual([`SIG-${id}.pdf`])
      // Who goes there must be able to reach the reporter.
      expect(made?.documents[0]?.pdf.toString()).toContain('melder@voorbeeld.example')
    })

    it('once for each time that it is asked, under a number of its own', async () => {
      const sending = await send()
      await sendToCityControl(context, sending)
      expect(there.actions).toEqual(['CreeerZaak', 'VoegZaakdocumentToe'])
      await change({ status: { state: 'a', text: 'toch niet' } })
      await change({ status: { state: 'reopened', text: 'toch wel' } })
      await send()
      expect([...there.cases.keys()]).toEqual([`SIA-${id}.01`, `SIA-${id}.02`])
    })

    it('whose sending was broken off, under the same number', async () => {
      const sending = await push()
      // As it stands when the process ended between the case and the status.
      await addCase(context, { ...sending, sequence: 1 })
      await sendToCityControl(context, sending)
      expect(there.actions).toEqual(['VoegZaakdocumentToe'])
      expect((await readStatus()).text).toContain(`onder nummer SIA-${id}.01.`)
    })

    it('not after it went another way', async () => {
      const sending = await push()
      await change({ status: { state: 'a', text: 'toch niet' } })
      await sendToCityControl(context, sending)
      expect([there.actions, (await readStatus()).state]).toEqual([[], 'a'])
    })

    it('for others not', async () => {
      const { status } = await change({ status: { state: 'ready to send', target_api: 'gisib' } })
      expect([status, town.jobs.filter(({ name }) => name === 'cityControl.send')]).toEqual([200, []])
    })
  })

  it('that refuses, is down, hangs or babbles leaves a report that can be sent again', async () => {
    for (const mood of ['refusing', 'down', 'hung', 'babbling'] as const) {
      there.setMood(mood)
      await send()
      expect([mood, await readStatus()]).toMatchObject([
        mood,
        { state: 'send failed', text: 'Verzending van melding naar THOR is mislukt.' },
      ])
    }
    expect(there.actions).toHaveLength(4)
    expect(town.logs.map(({ fields }) => JSON.stringify(fields)).join()).not.toContain('melder@')
    there.setMood('well')
    await send()
    // A case that was never made has not used its number.
    expect([...there.cases.keys()]).toEqual([`SIA-${id}.01`])
  })

  it('that takes no document has the report all the same, and that is said', async () => {
    there.setMood('forgetful')
    await send()
    expect(await readStatus()).toMatchObject({
      state: 'sent',
      text: expect.stringContaining('de PDF niet verzonden'),
    })
  })

  it('is not sent anything by a municipality that does not use it, nor more than 99 times', async () => {
    await open({ cityControl: false })
    await send()
    expect([(await readStatus()).state, there.actions]).toEqual(['send failed', []])
    await open()
    await context.db.kysely
      .insertInto('city_control_case')
      .values({ signal_id: id, sequence: 99, status_history_id: null, created_at: town.clock.now() })
      .execute()
    await send()
    expect([(await readStatus()).text, there.actions]).toEqual([
      'Verzending van melding naar THOR is mislukt.Melding is te vaak verzonden.',
      [],
    ])
  })

  it('that is never reached is given up after a day', async () => {
    const sending = await push()
    town.clock.advance({ minutes: 1439 })
    expect(await runTask(context, 'fail-stuck-sending')).toEqual({ failed: 0 })
    town.clock.advance({ minutes: 1 })
    expect(await runTask(context, 'fail-stuck-sending')).toEqual({ failed: 1 })
    expect(await readStatus()).toMatchObject({
      state: 'send failed',
      text: 'Melding stond langer dan 1440 minuten op TE_VERZENDEN. Mislukt',
    })
    expect(await runTask(context, 'fail-stuck-sending')).toEqual({ failed: 0 })
    await sendToCityControl(context, sending)
    expect(there.actions).toEqual([])
  })

  describe('tells what came of a case', () => {
    it('and the report says so', async () => {
      await send()
      const { status, body, type } = await tell(update({ id: `SIA-${id}.01` }))
      expect([status, type]).toEqual([200, 'text/xml; charset=utf-8'])
      expect(body).toContain('<berichtcode>Bv03</berichtcode>')
      expect(body).toContain(`<referentienummer>SIA-${id}.01</referentienummer>`)
      expect(body).toContain('<tijdstipBericht>20261124110000</tijdstipBericht>')
      expect(await readStatus()).toMatchObject({
        state: 'done external',
        text: 'afgerond: Er is opgeruimd & geveegd',
        user: null,
        send_email: false,
        extra_properties: {
          sigmax_datum_afgehandeld: '2026112410150000',
          sigmax_resultaat: 'afgerond',
          sigmax_reden: 'Er is opgeruimd & geveegd',
        },
      })
    })

    it('and the reporter hears of it where the municipality wishes that', async () => {
      await open({ cityControlHandles: true })
      await send()
      expect((await tell(update({ id: `SIA-${id}` }))).status).toBe(200)
      expect(await readStatus()).toMatchObject({
        state: 'o',
        text: 'We hebben uw melding opgelost. Bedankt voor het doorgeven!',
        send_email: true,
      })
      expect((await listHistory(context, id)).filter((line) => line.startsWith('status'))).toEqual([
        expect.stringMatching(/^status: m/),
        'status: ready to send: Te verzenden naar THOR',
        expect.stringMatching(/^status: sent/),
        expect.stringMatching(/^status: done external: afgerond/),
        expect.stringMatching(/^status: o: We hebben/),
      ])
      const mails = await context.db.kysely.selectFrom('mail').select('template_key').execute()
      expect(mails.map(({ template_key }) => template_key)).toContain('signal_status_changed_afgehandeld')
    })

    it('that nobody was waiting for: it is noted, and its number is not given again', async () => {
      const { status, body } = await tell(update({ id: `SIA-${id}.03`, result: '', reason: '' }))
      expect(status).toBe(500)
      expect(body).toContain(
        `<details>Melding met zaak identificatie SIA-${id}.03 en volgnummer 3 was niet in verzonden staat in SIA.</details>`,
      )
      expect((await readStatus()).state).toBe('m')
      expect((await listHistory(context, id)).at(-1)).toMatch(
        /^note: Zaak status update ontvangen van CityControl .*Geen resultaat aangeleverd vanuit THOR: Geen reden/s,
      )
      await send()
      expect([...there.cases.keys()]).toEqual([`SIA-${id}.04`])
    })

    it('but takes in nothing of what is no update', async () => {
      const before = await listHistory(context, id)
      for (const [what, xml, reason] of [
        ['no report', () => update({ id: 'SIA-99999' }), 'Melding met sia_id SIA-99999 niet gevonden.'],
        ['a number too high', () => update({ id: 'SIA-99999999999.01' }), 'niet gevonden.'],
        [
          'a number of nothing',
          () => update({ id: 'SIA-12.00' }),
          'Incorrect value for sia_id: &#39;SIA-12.00&#39;',
        ],
        [
          'markup for a number',
          () => update({ id: '&lt;b>' }),
          'Incorrect value for sia_id: &#39;&lt;b&gt;&#39;',
        ],
        ['no case', () => '<a/>', 'Incorrect value for sia_id: &#39;&#39;'],
        ['half a message', () => update({ id: 'SIA-1' }).slice(0, 200), 'geen XML die gelezen kan worden'],
        ['no XML', () => '{"a": 1}', 'geen XML die gelezen kan worden'],
        ['nothing', () => '', 'geen XML die gelezen kan worden'],
        [
          'letters that are none',
          () => Buffer.from([0x3c, 0x61, 0x3e, 0xff]),
          'geen XML die gelezen kan worden',
        ],
        ['an entity bomb', () => BOMB, 'geen XML die gelezen kan worden'],
        ['a file of ours', () => STEALING, 'geen XML die gelezen kan worden'],
        ['a cellar of elements', () => '<a>'.repeat(50_000), 'geen XML die gelezen kan worden'],
      ] as const) {
        const { status, body, type } = await tell(xml())
        expect([what, status, type]).toEqual([what, 500, 'text/xml; charset=utf-8'])
        expect(body).toContain('<faultcode>Fo03 - code</faultcode>')
        expect(body).toContain(reason)
      }
      expect(await listHistory(context, id)).toEqual(before)
      expect((await readStatus()).state).toBe('m')
    })

    it('by the right call alone', async () => {
      const xml = update({ id: `SIA-${id}` })
      expect((await tell(xml, { action: null })).body).toContain(
        '<details>SOAPAction header not set</details>',
      )
      expect((await tell(xml, { action: '"urn:x"' })).body).toContain(
        'SOAPAction: &quot;urn:x&quot; is not supported',
      )
      const { app } = town.api
      const headers = { host: 'localhost', authorization: `Bearer ${MESSENGER}` }
      expect((await app.inject({ method: 'GET', url: '/signals/sigmax/soap', headers })).statusCode).toBe(405)
      expect((await tell('x'.repeat(300_000))).status).toBe(413)
    })

    it('if it may', async () => {
      await send()
      const xml = update({ id: `SIA-${id}.01` })
      expect((await tell(xml, { as: null })).status).toBe(401)
      expect(await tell(xml, { as: HANDLER })).toMatchObject({
        status: 403,
        body: JSON.stringify({ detail: 'Not authorized to perform updates on behalf of CityControl!' }),
      })
      expect((await readStatus()).state).toBe('sent')
      expect((await tell(xml, { as: ADMINISTRATOR })).status).toBe(200)
    })
  })
})

function update({
  id,
  result = 'afgerond',
  reason = 'Er is opgeruimd &amp; geveegd',
}: {
  id: string
  result?: string
  reason?: string
}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
  <zakLk01 xmlns="http://www.egem.nl/StUF/sector/zkn/0310">
    <stuurgegevens><berichtcode xmlns="http://www.egem.nl/StUF/StUF0301">Lk01</berichtcode></stuurgegevens>
    <object xmlns:g="http://www.egem.nl/StUF/StUF0301" g:entiteittype="ZAK" g:verwerkingssoort="W">
      <identificatie> ${id} </identificatie>
      <resultaat><omschrijving>${result}</omschrijving><toelichting>${reason}</toelichting></resultaat>
      <einddatum>20261123</einddatum>
      <heeft g:entiteittype="ZAKSTT"><datumStatusGezet>2026112410150000</datumStatusGezet>
        <isGezetDoor><gerelateerde><medewerker><identificatie>1034</identificatie></medewerker></gerelateerde></isGezetDoor>
      </heeft>
    </object>
  </zakLk01>
</s:Body></s:Envelope>`
}

const BOMB = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;&y;&y;&y;&y;">]>${update(
  { id: '&z;' },
).slice('<?xml version="1.0" encoding="utf-8"?>'.length)}`

const STEALING = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>`
