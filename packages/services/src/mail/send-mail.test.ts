import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  listHistory,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { MailRefused } from './mail-refused.ts'
import { queueMail } from './queue-mail.ts'
import { MAXIMUM_ATTEMPTS, sendMail, UNDELIVERED_NOTE } from './send-mail.ts'

describeEachDatabase('sending a mail', (database) => {
  let test: TestContext
  let signalId: number
  let mailId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality, {
      settings: { mailFrom: 'Gemeente <a@gemeente.example>' },
    })
    signalId = await buildSignal(test.context)
    mailId = await test.context.db.transaction(async (trx) => {
      const id = await queueMail(
        { ...test.context, db: trx },
        {
          cause: 'test',
          signalId,
          to: 'melder@voorbeeld.example',
          template: 'signal_created',
          fallbackSubject: 'Bedankt',
          variables: { text: 'x' },
        },
      )
      return id ?? 0
    })
  })

  const getMail = () =>
    test.context.db.kysely.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirstOrThrow()
  const send = (attempt = 1) => sendMail(test.context, { mailId, attempt })

  it('marks it as sent after the yes of the server', async () => {
    await send()
    const mail = await getMail()
    expect(mail).toMatchObject({ state: 'sent', attempts: 1, sent_at: test.clock.now(), last_error: null })
    expect(test.outbox).toMatchObject([
      {
        messageId: `<${mail.uuid}@gemeente.example>`,
        from: 'Gemeente <a@gemeente.example>',
        to: 'melder@voorbeeld.example',
        subject: 'Bedankt',
      },
    ])
  })

  it('sends it once when the job runs twice', async () => {
    await send()
    await send()
    expect(test.outbox).toHaveLength(1)
  })

  it('has the same Message-ID when the process ended before the mark', async () => {
    await send()
    await test.context.db.kysely.updateTable('mail').set({ state: 'queued' }).execute()
    await send()
    expect(new Set(test.outbox.map(({ messageId }) => messageId)).size).toBe(1)
    expect(test.outbox).toHaveLength(2)
  })

  it('keeps why it failed, without addresses, and asks to be tried again', async () => {
    test.mailServer.fault = new Error('451 <melder@voorbeeld.example> later')
    await expect(send()).rejects.toThrow('451 <…> later')
    expect(await getMail()).toMatchObject({ state: 'queued', attempts: 1, last_error: '451 <…> later' })
    test.mailServer.fault = undefined
    await send(2)
    expect(await getMail()).toMatchObject({ state: 'sent', attempts: 2, last_error: null })
  })

  it.each([
    ['refused for good', new MailRefused('550'), 1],
    ['tried for the last time', new Error('451'), MAXIMUM_ATTEMPTS],
  ])('says on the report that it could not be delivered when it is %s', async (_, fault, attempt) => {
    test.mailServer.fault = fault
    await send(attempt)
    expect(await getMail()).toMatchObject({ state: 'failed' })
    expect((await listHistory(test.context, signalId)).at(-1)).toBe(`note: ${UNDELIVERED_NOTE}`)
    const signal = await test.context.db.kysely.selectFrom('signal').select('version').executeTakeFirst()
    expect(signal?.version).toBe(2)
    expect(JSON.stringify(test.logs)).not.toContain('voorbeeld.example')
  })

  it('does nothing for a mail that is no longer there', async () => {
    await test.context.db.kysely.deleteFrom('mail').execute()
    await send()
    expect(test.outbox).toEqual([])
  })
})
