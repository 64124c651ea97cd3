import { describeEachDatabase } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { HANDLER, makeSignal, openTown, READER, type TestTown } from '../test-town.ts'

describeEachDatabase('a report on paper', (database) => {
  let town: TestTown
  let id: number

  async function open(settings = {}) {
    town = await openTown(database, { name: 'Gemeente Waterveste', ...settings })
    id = await makeSignal(
      town,
      {
        text: 'Bankstel',
        text_extra: 'Met kussens',
        reporter: { email: 'melder@voorbeeld.example' },
        extra_properties: [
          { id: 'a', label: 'Hoe groot?', answer: { id: 'g', label: 'Groot' }, category_url: '/signals/x' },
        ],
      },
      { as: HANDLER },
    )
    await town.api.ask('PATCH', `/private/signals/${id}`, {
      body: { assigned_user_email: HANDLER },
      as: HANDLER,
    })
  }

  beforeEach(() => open())

  const print = async (as?: string) => {
    const { status, headers, body } = await town.api.ask('GET', `/private/signals/${id}/pdf`, { as })
    return { status, headers, report: JSON.parse(body) }
  }

  it('tells all of it in words', async () => {
    const { headers, report } = await print()
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="SIG-${id}.pdf"`,
    })
    expect(report).toMatchObject({
      title: `Melding SIG-${id}`,
      municipality: 'Gemeente Waterveste',
      footer: `SIG-${id} · afgedrukt op 24 november 2026, 11:00 door beheerder@waterveste.example`,
      text: 'Bankstel\n\nMet kussens',
      answers: [{ label: 'Hoe groot?', value: 'Groot' }],
      reporter: [
        { label: 'E-mailadres', value: 'melder@voorbeeld.example' },
        { label: 'Telefoonnummer', value: 'niet achtergelaten' },
        { label: 'Gegevens delen', value: 'mag niet' },
      ],
      position: { longitude: 4.85, latitude: 52.35 },
    })
    expect(report.facts).toContainEqual({ label: 'Categorie', value: 'Grofvuil (Afval)' })
    expect(report.facts).toContainEqual({ label: 'Uiterlijk', value: '27 november 2026' })
    expect(report.history[0]).toEqual({
      when: '24 november 2026, 11:00',
      who: HANDLER,
      action: `Melding toewijzing gewijzigd naar: ${HANDLER}`,
      description: null,
    })
  })

  it('shows the photos and names the rest', async () => {
    const add = (name: string) => {
      const boundary = 'snede'
      const part = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\nbytes\r\n--${boundary}--\r\n`
      return town.api.app.inject({
        method: 'POST',
        url: `/signals/v1/private/signals/${id}/attachments`,
        headers: {
          'content-type': `multipart/form-data; boundary=${boundary}`,
          authorization: 'Bearer beheerder@waterveste.example',
        },
        payload: part,
      })
    }
    await add('foto.png')
    await add('brief.pdf')
    const { report } = await print()
    expect(report).toMatchObject({
      photos: [
        {
          name: 'foto.png',
          caption: null,
          origin: 'foto.png, toegevoegd op 24 november 2026, 11:00 door beheerder@waterveste.example',
        },
      ],
      files: ['brief.pdf'],
    })
    await town.context.db.kysely.updateTable('attachment').set({ created_by: null }).execute()
    expect((await print()).report.photos[0].origin).toMatch(/ door de melder$/)
  })

  it('hides how to reach the reporter from who need not know', async () => {
    const { status, report } = await print(READER)
    expect([status, report.reporter[0].value]).toEqual([200, '*****'])
  })

  it('names no employees where the municipality does not wish it', async () => {
    await open({ showEmployeeDetailsInPdf: false })
    const { report } = await print()
    expect(JSON.stringify(report)).not.toContain(HANDLER)
    expect(report.footer).toMatch(/ door een medewerker$/)
    expect(report.history[0]).toMatchObject({ who: 'Medewerker', action: 'Melding toewijzing gewijzigd' })
  })
})
