import { describeEachDatabase, findRightsAnswers } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('an invitation', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const listMails = () =>
    town.context.db.kysely
      .selectFrom('mail')
      .select(['recipient', 'subject', 'body_text'])
      .where('template_key', '=', 'user_invited')
      .orderBy('id')
      .execute()
  const add = (body: object) => town.api.ask('POST', '/private/users', { body })

  it('goes to a new user when that is wished, and once more when asked', async () => {
    await add({ username: 'stil@waterveste.example' })
    expect(await listMails()).toEqual([])
    const { body } = await add({ username: 'nina@waterveste.example', first_name: 'Nina', send_invite: true })
    const [mail] = await listMails()
    expect(mail?.recipient).toBe('nina@waterveste.example')
    for (const part of ['Nina', 'https://burger.example/manage/', 'beheerder@waterveste.example'])
      expect(mail?.body_text).toContain(part)
    expect((await town.api.ask('POST', `/private/users/${body.id}/invite`)).status).toBe(204)
    expect(await listMails()).toHaveLength(2)
    await town.api.ask('PATCH', `/private/users/${body.id}`, { body: { is_active: false } })
    expect((await town.api.ask('POST', `/private/users/${body.id}/invite`)).status).toBe(400)
    expect((await town.api.ask('POST', '/private/users/999999/invite')).status).toBe(404)
  })

  it('goes to who is new in a file, in the words of the municipality', async () => {
    await town.api.ask('PUT', '/private/mail-templates/user_invited', {
      body: { title: 'Welkom {{ recipient_full_name }}', body: 'Ga naar {{ sign_in_url }}' },
    })
    const csv = 'email;voornaam\nnieuw@waterveste.example;Bo\nlezer@waterveste.example;Rik\n'
    const bring = (dry_run: boolean) =>
      town.api.ask('POST', '/private/users/import', { body: { csv, dry_run, send_invites: true } })
    await bring(true)
    expect(await listMails()).toEqual([])
    await bring(false)
    const mails = await listMails()
    expect(mails.map(({ subject }) => subject)).toContain('Welkom Bo')
  })

  it('is sent by who may add users', async () => {
    const answers = await findRightsAnswers(town.api, town.context, {
      method: 'POST',
      path: '/private/users/999999/invite',
      needs: ['sia_write', 'add_user'],
    })
    expect(answers).toEqual({ anonymous: 401, without: [403, 403], with: 404 })
  })
})
