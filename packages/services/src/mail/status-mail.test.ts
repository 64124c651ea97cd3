import { MAIL_TEMPLATE_KEYS } from '@signalen/domain'
import { createMailRenderer } from '@signalen/integrations'
import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  listHistory,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { findFallbackBody } from './fallback-templates.ts'
import { listMailVariables } from './known-variables.ts'
import { planStatusMail } from './plan-status-mail.ts'

describeEachDatabase('the mail that follows a status', (database) => {
  let test: TestContext

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality, { settings: { name: 'Gemeente Voorbeeldstad' } })
  })

  async function plan(signalId: number, previousState: 'm' | 'b' | 'reopen requested' | null = 'b') {
    const { status_id } = await test.context.db.kysely
      .selectFrom('signal')
      .select('status_id')
      .where('id', '=', signalId)
      .executeTakeFirstOrThrow()
    await test.context.db.transaction((trx) =>
      planStatusMail(
        { ...test.context, db: trx },
        { signalId, statusHistoryId: status_id ?? 0, previousState },
      ),
    )
  }

  const listMails = () => test.context.db.kysely.selectFrom('mail').selectAll().orderBy('id').execute()

  it('is written, noted and queued together', async () => {
    const id = await buildSignal(test.context)
    await plan(id, null)
    const [mail] = await listMails()
    expect(mail).toMatchObject({
      recipient: 'melder@voorbeeld.example',
      subject: `Bedankt voor uw melding SIG-${id}`,
      state: 'queued',
      template_key: 'signal_created',
    })
    expect(mail?.body_text).toContain('Er ligt afval naast de container')
    expect(test.jobs).toEqual([{ name: 'mail.send', data: { mailId: mail?.id }, key: `mail/${mail?.id}` }])
    expect((await listHistory(test.context, id)).at(-1)).toBe(
      'note: Automatische e-mail bij registratie van de melding is verzonden aan de melder.',
    )
  })

  it('is written once for one status', async () => {
    const id = await buildSignal(test.context)
    await plan(id, null)
    await plan(id, null)
    expect(await listMails()).toHaveLength(1)
    expect(test.jobs).toHaveLength(1)
  })

  it('is undone with the change', async () => {
    const id = await buildSignal(test.context, { state: 'o', statusText: 'Opgeruimd' })
    const change = test.context.db.transaction(async (trx) => {
      await planStatusMail(
        { ...test.context, db: trx },
        { signalId: id, statusHistoryId: 1, previousState: 'b' },
      )
      throw new Error('broken off')
    })
    await expect(change).rejects.toThrow('broken off')
    expect(await listMails()).toEqual([])
    expect(await test.context.db.kysely.selectFrom('feedback').selectAll().execute()).toEqual([])
  })

  it('uses the template of the municipality', async () => {
    await test.context.db.kysely
      .insertInto('mail_template')
      .values({ key: 'signal_created', title: 'Melding {{ signal_id }}', body: 'Over **{{ text }}**' })
      .execute()
    const id = await buildSignal(test.context, { text: 'een *boom*' })
    await plan(id, null)
    const [mail] = await listMails()
    expect(mail).toMatchObject({ subject: `Melding ${id}`, body_text: 'Over een *boom*\n' })
    expect(mail?.body_html).toContain('<strong>een *boom*</strong>')
  })

  it('goes out in plain words when the template is broken, which is logged and kept', async () => {
    await test.context.db.kysely
      .insertInto('mail_template')
      .values({ key: 'signal_created', title: 'Melding', body: '{% if text %}' })
      .execute()
    const id = await buildSignal(test.context)
    await plan(id, null)
    expect((await listMails())[0]?.body_text).toContain('Bedankt voor uw melding')
    expect(test.logs).toMatchObject([{ level: 'error', fields: { template: 'signal_created' } }])
    const [kept] = await test.context.db.kysely.selectFrom('audit_log').selectAll().execute()
    expect(kept).toMatchObject({ action: 'mail_template.unreadable', object_id: 'signal_created' })
  })

  it('asks for feedback by a link of which only the hash is kept', async () => {
    const id = await buildSignal(test.context, { state: 'o', statusText: 'Opgeruimd' })
    await plan(id)
    const [, token = ''] = /\/kto\/nee\/([\w-]{43})/.exec((await listMails())[0]?.body_text ?? '') ?? []
    expect(token).not.toBe('')
    const [form] = await test.context.db.kysely.selectFrom('feedback').selectAll().execute()
    expect(form).toMatchObject({ signal_id: id, submitted_at: null })
    expect(form?.token_hash).toHaveLength(32)
    const signal = await test.context.db.kysely
      .selectFrom('signal')
      .select('feedback_state')
      .executeTakeFirst()
    expect(signal?.feedback_state).toBe('not_received')
  })

  it('asks the question of the status', async () => {
    const id = await buildSignal(test.context, {
      state: 'reaction requested',
      statusText: 'Welke container?',
    })
    await plan(id)
    const session = await test.context.db.kysely
      .selectFrom('qa_session')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect((await listMails())[0]?.body_text).toContain(`/incident/reactie/${session.uuid}`)
    expect(session).toMatchObject({ signal_id: id, duration_seconds: 7200, started_at: null })
    expect(session.submit_before).toEqual(new Date('2026-11-29T10:00:00Z'))
    const question = await test.context.db.kysely.selectFrom('qa_question').selectAll().executeTakeFirst()
    expect(question).toMatchObject({ label: 'Welke container?', analysis_key: 'reaction', required: true })
  })

  it('forwards to a party outside, with the photos', async () => {
    const id = await buildSignal(test.context, {
      state: 'forward to external',
      statusText: 'Graag oppakken',
      sendEmail: true,
      emailOverride: 'partij@extern.example',
      email: null,
    })
    await test.context.db.kysely
      .insertInto('attachment')
      .values({
        signal_id: id,
        file_key: 'attachments/a.jpg',
        file_name: 'foto.jpg',
        mimetype: 'image/jpeg',
        size: 1,
        created_at: test.clock.now(),
        updated_at: test.clock.now(),
      })
      .execute()
    await plan(id)
    const session = await test.context.db.kysely
      .selectFrom('qa_session')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect((await listMails())[0]).toMatchObject({
      recipient: 'partij@extern.example',
      body_text: expect.stringContaining(`/incident/extern/${session.uuid}`),
    })
    expect(session).toMatchObject({ duration_seconds: null, submit_before: new Date('2026-12-08T10:00:00Z') })
    const form = await test.context.db.kysely
      .selectFrom('qa_questionnaire')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(form.explanation).toMatchObject({
      sections: [
        { text: `Nummer: SIG-${id}\n` },
        { text: 'Graag oppakken' },
        { header: "Foto's", files: [{ description: 'foto.jpg' }] },
      ],
    })
  })

  it.each([
    ['signal_created', { state: 'm' }, null, 'bij registratie'],
    ['signal_status_changed_afgehandeld', { state: 'o' }, 'b', 'bij afhandelen is verzonden'],
    ['signal_status_changed_ingepland', { state: 'ingepland', sendEmail: true }, 'b', 'bij inplannen'],
    ['signal_status_changed_heropend', { state: 'reopened' }, 'b', 'bij heropenen'],
    ['signal_status_changed_optional', { state: 'b', sendEmail: true }, 'm', 'De statusupdate'],
    ['signal_status_changed_reactie_gevraagd', { state: 'reaction requested' }, 'b', 'E-mail met vraag'],
    ['signal_status_changed_reactie_ontvangen', { state: 'reaction received' }, 'b', 'bij Reactie ontvangen'],
    [
      'signal_status_changed_afgehandeld_kto_negative_contact',
      { state: 'o' },
      'reopen requested',
      'heropenen negatieve feedback',
    ],
    [
      'signal_forward_to_external',
      { state: 'forward to external', sendEmail: true, emailOverride: 'partij@extern.example' },
      'b',
      'bij doorzetten',
    ],
  ] as const)('is %s after %j, and the report tells of it', async (template, status, previous, note) => {
    const { context } = test
    test = { ...test, context: { ...context, settings: { ...context.settings, negativeContactMail: true } } }
    const id = await buildSignal(test.context, { statusText: 'Woorden van ons', ...status })
    await test.context.db.kysely
      .insertInto('feedback')
      .values({
        token_hash: Buffer.from(template),
        signal_id: id,
        created_at: test.clock.now(),
        submitted_at: test.clock.now(),
        is_satisfied: false,
        allows_contact: true,
        text_list: ['Te laat'],
        text_extra: null,
      })
      .execute()
    await plan(id, previous)
    const [mail, ...others] = await listMails()
    expect([mail?.template_key, others]).toEqual([template, []])
    expect(mail?.body_text).toContain(template === 'signal_created' ? 'Bedankt' : 'Woorden van ons')
    expect((await listHistory(test.context, id)).at(-1)).toContain(`note: `)
    expect((await listHistory(test.context, id)).at(-1)).toContain(note)
  })

  it('does not go out when something is hidden in the text, and says so', async () => {
    let text = 'evil.example/?'
    for (let round = 0; round < 8; round += 1) text = encodeURIComponent(text)
    const id = await buildSignal(test.context, { text })
    await plan(id, null)
    expect(await listMails()).toEqual([])
    expect((await listHistory(test.context, id)).at(-1)).toContain('verdachte tekens')
  })

  it('carries no link of a stranger', async () => {
    const id = await buildSignal(test.context, {
      text: 'Win een prijs op https://evil.example/x',
      address: { openbare_ruimte: 'evil.example', huisnummer: 1, woonplaats: 'Voorbeeldstad' },
      extraProperties: [{ id: 'a', label: 'Zie evil.example', answer: 'www.evil.example' }],
    })
    await plan(id, null)
    const [mail] = await listMails()
    expect(`${mail?.subject}${mail?.body_text}${mail?.body_html}`).not.toContain('evil.example')
  })

  it.each([
    ['a part of a report', { parentId: 1 }],
    ['someone without an address', { email: null }],
  ])('is not there for %s', async (_, signal) => {
    if ('parentId' in signal) await buildSignal(test.context)
    const id = await buildSignal(test.context, signal)
    await plan(id, null)
    expect(await listMails()).toEqual([])
  })

  it('respects who wishes no contact', async () => {
    const id = await buildSignal(test.context)
    await test.context.db.kysely.updateTable('signal').set({ reporter_allows_contact: false }).execute()
    await plan(id, null)
    expect(await listMails()).toEqual([])
  })
})

describe('the words for want of a template', () => {
  it.each(MAIL_TEMPLATE_KEYS)('can be read, for %s', (key) => {
    const template = { title: '', body: findFallbackBody(key) }
    expect(createMailRenderer().check(template, listMailVariables(key))).toEqual([])
  })
})
