import { describeEachDatabase, findRightsAnswers, listHistory } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { HANDLER, makeSignal, OTHER_HANDLER, openTown, READER, type TestTown } from '../signals/test-town.ts'
import { findActorByEmail } from './find-actor.ts'

describeEachDatabase('people who leave and come', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const idOf = async (email: string) => (await findActorByEmail(town.context, email))?.userId
  const leave = async (email: string, to: string | null) =>
    town.api.ask('POST', `/private/users/${await idOf(email)}/deactivate`, { body: { to } })
  const change = (id: number, body: object) => town.api.ask('PATCH', `/private/signals/${id}`, { body })

  it('hand their open work over, to a colleague or to nobody', async () => {
    const open = await makeSignal(town)
    const ended = await makeSignal(town)
    for (const id of [open, ended]) await change(id, { assigned_user_email: HANDLER })
    await change(ended, { status: { state: 'o', text: 'Klaar' } })
    expect((await town.api.ask('GET', `/private/users/${await idOf(HANDLER)}/work`)).body).toEqual({
      open: 1,
      rules: [],
    })
    expect((await leave(HANDLER, HANDLER)).status).toBe(400)
    expect((await leave(HANDLER, READER)).body).toMatchObject({ is_active: false })
    const assigned = async (id: number) =>
      (await town.api.ask('GET', `/private/signals/${id}`)).body.assigned_user_email
    expect([await assigned(open), await assigned(ended)]).toEqual([READER, HANDLER])
    expect((await listHistory(town.context, open)).filter((line) => line.startsWith('user'))).toHaveLength(2)
    expect((await leave(READER, HANDLER)).body).toEqual({ to: ['Kies een collega die actief is.'] })
    await leave(READER, null)
    expect(await assigned(open)).toBeNull()
    expect(await leave('beheerder@waterveste.example', null)).toMatchObject({ status: 400 })
  })

  it('come by a file, all or none, each line with what becomes of it', async () => {
    const bring = async (csv: string, dry_run = false) => {
      const { status, body } = await town.api.ask('POST', '/private/users/import', { body: { csv, dry_run } })
      return status === 200
        ? { stored: body.is_stored, users: body.users.map((user: { outcome: string }) => user.outcome) }
        : body
    }
    const good = `email;voornaam;afdelingen\nnieuw@waterveste.example;Nina;AFV, Stadswerken\n${READER};Rik;AFV\n`
    expect(await bring(good, true)).toEqual({ stored: false, users: ['new', 'changed'] })
    expect(await idOf('nieuw@waterveste.example')).toBeUndefined()
    expect(await bring(`${good}fout;;\nx@waterveste.example;;Bestaat niet`)).toEqual({
      stored: false,
      users: ['new', 'changed', 'refused', 'refused'],
    })
    expect(await idOf('nieuw@waterveste.example')).toBeUndefined()
    expect(await bring(good)).toEqual({ stored: true, users: ['new', 'changed'] })
    expect(await bring(good)).toEqual({ stored: true, users: ['same', 'same'] })
    const actor = await findActorByEmail(town.context, 'nieuw@waterveste.example')
    expect(actor).toMatchObject({ firstName: 'Nina' })
    expect(actor?.departmentIds).toHaveLength(2)
    expect(await bring('email;rollen\nx\u0000@y.example;a\u0000')).toMatchObject({ stored: false })
    expect(await bring('naam\nLena')).toMatchObject({ csv: [expect.stringContaining('e-mailadres')] })
  })

  it('are let go and brought in by who may', async () => {
    for (const [method, path, ...needs] of [
      ['GET', `/private/users/${await idOf(OTHER_HANDLER)}/work`, 'sia_write', 'change_user'],
      ['POST', `/private/users/${await idOf(OTHER_HANDLER)}/deactivate`, 'sia_write', 'change_user'],
      ['POST', '/private/users/import', 'sia_write', 'add_user', 'change_user'],
    ] as const) {
      const answers = await findRightsAnswers(town.api, town.context, { method, path, needs })
      expect(answers).toMatchObject({ anonymous: 401, without: needs.map(() => 403) })
      expect([200, 400]).toContain(answers.with)
    }
  })
})
