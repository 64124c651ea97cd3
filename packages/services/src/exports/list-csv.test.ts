import { addUserWith, describeEachDatabase, findRightsAnswers, parseCsvRecords } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { categoryAddress, makeSignal, openTown, type TestTown } from '../signals/test-town.ts'

const email = 'melder@voorbeeld.example'

describeEachDatabase('a list of reports as a file', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const read = async (query: string, as?: string) => {
    const { status, body, headers } = await town.api.ask('GET', `/private/signals.csv${query}`, { as })
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
    expect(headers['content-type']).toMatch(/^text\/csv/)
    return body as string
  }

  it('tells of each report what people want to know, the newest first', async () => {
    const first = await makeSignal(town, {
      text: 'Bankstel, "oud"\nop de stoep',
      reporter: { email, phone: '+31 6 1234 5678' },
    })
    town.clock.advance({ hours: 1 })
    const second = await makeSignal(town, { parent: first, text: '=HYPERLINK("https://x.example")' })
    const rows = parseCsvRecords(await read(''))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      Nummer: `SIG-${second}`,
      Omschrijving: `'=HYPERLINK("https://x.example")`,
      'Deelmelding van': `SIG-${first}`,
    })
    expect(rows[1]).toEqual({
      Nummer: `SIG-${first}`,
      'Gemeld op': '2026-11-24 11:00',
      'Laatst gewijzigd op': '2026-11-24 12:00',
      Status: 'Gemeld',
      'Status sinds': '2026-11-24 11:00',
      Hoofdcategorie: 'Afval',
      Subcategorie: 'Grofvuil',
      'Verantwoordelijke afdeling': 'AFV',
      Afdeling: '',
      Regie: '',
      Behandelaar: '',
      Urgentie: 'Normaal',
      Type: 'Melding',
      Bron: 'online',
      'Overlast begon op': '2026-11-24 09:00',
      'Af te handelen voor': '2026-11-27 11:00',
      Omschrijving: 'Bankstel, "oud"\nop de stoep',
      Adres: '',
      Gebied: 'West',
      Lengtegraad: '4.85',
      Breedtegraad: '52.35',
      'Hoofdmelding van': '1',
      'Deelmelding van': '',
      Oorzaak: '',
      Tevredenheid: '',
      'E-mailadres melder': email,
      'Telefoonnummer melder': '+31 6 1234 5678',
    })
  })

  it('holds what the filters of the list leave', async () => {
    await makeSignal(town, { priority: { priority: 'high' } })
    await makeSignal(town, { category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') } })
    const subs = async (query: string) =>
      parseCsvRecords(await read(query)).map(({ Subcategorie }) => Subcategorie)
    expect(await subs('?priority=high')).toEqual(['Grofvuil'])
    expect(await subs('?category_slug=lantaarnpaal')).toEqual(['Lantaarnpaal'])
    expect(await subs('?status=o')).toEqual([])
    expect(await town.api.ask('GET', '/private/signals.csv?status=zomaar')).toMatchObject({
      status: 400,
      body: { status: [expect.any(String)] },
    })
  })

  it('opens in a spreadsheet in Dutch when asked', async () => {
    await makeSignal(town, { text: 'Een;twee' })
    const text = await read('?format=excel')
    expect(text.startsWith('\u{feff}Nummer;Gemeld op;')).toBe(true)
    expect(parseCsvRecords(text.slice(1), ';')[0]?.Omschrijving).toBe('Een;twee')
    expect((await town.api.ask('GET', '/private/signals.csv?format=word')).status).toBe(400)
  })

  it('reads on where a piece ended', async () => {
    const id = await makeSignal(town)
    const {
      id: _,
      search: __,
      uuid: ___,
      ...row
    } = await town.context.db.kysely
      .selectFrom('signal')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const many = Array.from({ length: 2100 }, () => ({ ...row, uuid: town.context.random.uuid() }))
    for (const part of [many.slice(0, 700), many.slice(700, 1400), many.slice(1400)]) {
      await town.context.db.kysely
        .insertInto('signal')
        .values(part as never)
        .execute()
    }
    const numbers = parseCsvRecords(await read('')).map(({ Nummer }) => Number(Nummer?.slice(4)))
    expect(numbers).toEqual(Array.from({ length: 2101 }, (_, index) => id + 2100 - index))
  })

  it('shows contact details only to whoever may see them, and reports only to whoever may see those', async () => {
    await makeSignal(town, { reporter: { email, phone: '0612345678' } })
    const permissions = ['sia_read', 'sia_signal_export']
    const anyone = await addUserWith(town.context, 'export@waterveste.example', permissions)
    expect(parseCsvRecords(await read('', anyone))).toEqual([])
    const all = [...permissions, 'sia_can_view_all_categories']
    const everywhere = await addUserWith(town.context, 'overal@waterveste.example', all)
    expect(parseCsvRecords(await read('', everywhere))).toMatchObject([
      { 'E-mailadres melder': '*****', 'Telefoonnummer melder': '*****' },
    ])
    // Else one could find out whose report it is by asking for addresses.
    expect(parseCsvRecords(await read(`?reporter_email=${email}`, everywhere))).toEqual([])
    const trusted = await addUserWith(town.context, 'vertrouwd@waterveste.example', [
      ...all,
      'sia_can_view_contact_details',
    ])
    expect(parseCsvRecords(await read('', trusted))).toMatchObject([
      { 'E-mailadres melder': email, 'Telefoonnummer melder': '0612345678' },
    ])
  })

  it('is for those who may export', async () => {
    const needs = ['sia_read', 'sia_signal_export']
    expect(
      await findRightsAnswers(town.api, town.context, { method: 'GET', path: '/private/signals.csv', needs }),
    ).toEqual({ anonymous: 401, without: [403, 403], with: 200 })
  })
})
