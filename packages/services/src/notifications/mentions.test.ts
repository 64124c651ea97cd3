import { describeEachDatabase, loadConfiguration } from '@signalen/testkit'
import { expect, it } from 'vitest'
import { HANDLER, makeSignal, OTHER_HANDLER, openTown, READER } from '../signals/test-town.ts'

describeEachDatabase('colleagues who are named in a note', (database) => {
  it('are told when they wish mail and may see the report, and are told nothing of what was written', async () => {
    const town = await openTown(database)
    const id = await makeSignal(town)
    await town.context.db.kysely
      .updateTable('app_user')
      .set({ notification_on_user_assignment: true })
      .execute()
    await loadConfiguration(town.context, {
      users: [{ email: 'stil@waterveste.example', departments: ['AFV'], permissions: ['sia_read'] }],
    })
    const names = [READER, OTHER_HANDLER, HANDLER, 'stil@waterveste.example', 'niemand'].map(
      (name) => `@${name}`,
    )
    const text = `Geheim: kijk even ${names.join(' en ')}`
    await town.api.ask('PATCH', `/private/signals/${id}`, { as: HANDLER, body: { notes: [{ text }] } })
    const mails = await town.context.db.kysely
      .selectFrom('mail')
      .select(['recipient', 'body_text'])
      .where('template_key', '=', 'note_mention')
      .execute()
    expect(mails.map(({ recipient }) => recipient)).toEqual([READER])
    expect(mails[0]?.body_text).toContain(`/manage/incident/${id}`)
    expect(mails[0]?.body_text).not.toContain('Geheim')
  })
})
