import { addUserWith, describeEachDatabase, loadConfiguration } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'
import { applyPreparedChange } from './apply-change.ts'

const AT = '2026-12-01T06:00:00+01:00'
const WRITER = 'schrijver@waterveste.example'

describeEachDatabase('a change at a set time', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
    await loadConfiguration(town.context, {
      expressionTypes: [
        {
          name: 'routing',
          context: [
            { identifier: 'sub', type: 'str' },
            { identifier: 'areas', type: 'dict' },
            { identifier: 'location', type: 'point' },
          ],
        },
      ],
    })
    await addUserWith(town.context, WRITER, ['sia_read', 'sia_write', 'sia_statusmessage_write'])
  })

  const ask: TestTown['api']['ask'] = (...asked) => town.api.ask(...asked)
  const plan = (body: object, as?: string) =>
    ask('POST', '/private/prepared-changes', { body: { publish_at: AT, ...body }, ...(as ? { as } : {}) })
  const list = async (as?: string) =>
    (await ask('GET', '/private/prepared-changes', as ? { as } : {})).body as {
      id: number
      title: string
      state: string
      fault: string | null
    }[]
  const template = (body: string) => ({
    kind: 'mail_template',
    object_id: 'signal_created',
    input: { title: 'Bedankt', body },
  })
  const findCategory = async (name: string) => {
    const { body } = await ask('GET', '/private/categories?page_size=100')
    return body.results.find((category: { name: string }) => category.name === name)
  }
  const bodyOf = async () => (await ask('GET', '/private/mail-templates/signal_created')).body.body

  it('is kept, and made by the queue as who prepared it', async () => {
    const { status, body } = await plan(template('Nieuwe tekst'), WRITER)
    expect(status).toBe(201)
    expect(town.jobs).toMatchObject([
      { name: 'change.apply', data: { preparedChangeId: body.id }, startAfter: new Date(AT) },
    ])
    expect(await bodyOf()).not.toBe('Nieuwe tekst')
    expect(await list()).toMatchObject([{ title: 'signal_created', state: 'planned', prepared_by: WRITER }])
    await applyPreparedChange(town.context, body.id)
    await applyPreparedChange(town.context, body.id)
    expect(await bodyOf()).toBe('Nieuwe tekst')
    expect(await list()).toMatchObject([{ state: 'done', fault: null }])
    const { results } = (await ask('GET', '/private/audit-log')).body
    expect(results.map(({ action, actor }: { action: string; actor: string }) => [action, actor])).toEqual([
      ['change.published', WRITER],
      ['mail_template.saved', WRITER],
      ['change.prepared', WRITER],
    ])
  })

  it('works for each kind that there is', async () => {
    const grofvuil = await findCategory('Grofvuil')
    const department = (await ask('GET', '/private/departments')).body.results[0].id
    const route = { department: { id: department }, order: 1, is_active: true }
    const question = { key: 'soort', field_type: 'text_input', required: false, meta: { label: 'Wat?' } }
    const planned = [
      await plan({ kind: 'category', object_id: String(grofvuil.id), input: { public_name: 'Groot afval' } }),
      await plan({ kind: 'questions', object_id: String(grofvuil.id), input: { questions: [question] } }),
      await plan({
        kind: 'status_message',
        object_id: null,
        input: { title: 'Klaar', text: 'Het is klaar.', state: 'o', categories: [grofvuil.id] },
      }),
      await plan({
        kind: 'expression',
        object_id: null,
        input: { name: 'Regel', code: 'sub == "Grofvuil"', type: 'routing', routing_department: route },
      }),
    ]
    expect(planned.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect((await findCategory('Grofvuil')).public_name).not.toBe('Groot afval')
    for (const { body } of planned) await applyPreparedChange(town.context, body.id)
    expect((await list()).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
    expect((await findCategory('Grofvuil')).public_name).toBe('Groot afval')
    const design = await ask('GET', `/private/categories/${grofvuil.id}/questions`)
    expect(design.body).toMatchObject({ published: [{ key: 'soort' }], draft: null })
    expect((await ask('GET', '/private/expressions')).body.results).toMatchObject([{ name: 'Regel' }])
  })

  it('is refused when it could not be made today, or lies behind us', async () => {
    expect((await plan(template('{{ bestaat_niet }}'))).body).toHaveProperty('body')
    expect((await plan({ ...template('x'), publish_at: '2026-11-24T10:00:00Z' })).body).toHaveProperty(
      'publish_at',
    )
    expect((await plan({ kind: 'category', object_id: '999', input: {} })).status).toBe(404)
    expect((await plan({ kind: 'role', object_id: '1', input: {} })).status).toBe(400)
    expect(await list()).toEqual([])
  })

  it('fails when they may no longer, and that is told to them', async () => {
    const { body } = await plan(template('Nieuw'), WRITER)
    await town.context.db.kysely
      .updateTable('app_user')
      .set({ is_active: false })
      .where('username', '=', WRITER)
      .execute()
    await applyPreparedChange(town.context, body.id)
    expect(await list()).toMatchObject([{ state: 'failed', fault: 'Wie dit klaarzette, mag dit niet meer.' }])
    const mails = await town.context.db.kysely.selectFrom('mail').select(['recipient', 'body_text']).execute()
    expect(mails).toMatchObject([{ recipient: WRITER }])
    expect(mails[0]?.body_text).toContain('mag dit niet meer')
  })

  it('is cancelled, once, and seen and touched by who may make it only', async () => {
    const { body } = await plan(template('Nieuw'))
    const grofvuil = await findCategory('Grofvuil')
    const other = await plan({ kind: 'category', object_id: String(grofvuil.id), input: { note: 'x' } })
    expect(await list(WRITER)).toHaveLength(1)
    const path = (id: number) => `/private/prepared-changes/${id}`
    expect((await ask('DELETE', path(other.body.id), { as: WRITER })).status).toBe(403)
    const refused = { kind: 'category', object_id: String(grofvuil.id), input: { note: 'y' } }
    expect((await plan(refused, WRITER)).status).toBe(403)
    expect((await ask('DELETE', path(body.id), { as: WRITER })).status).toBe(204)
    expect((await ask('DELETE', path(body.id), { as: WRITER })).status).toBe(409)
    await applyPreparedChange(town.context, body.id)
    expect(await bodyOf()).not.toBe('Nieuw')
  })
})
