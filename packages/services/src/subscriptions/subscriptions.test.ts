import { describeEachDatabase } from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'

import { refreshPublicMap } from '../signals/geography/refresh-public-map.ts'
import { categoryAddress, makeSignal, openTown, READER, type TestTown } from '../signals/test-town.ts'
import { clearUnconfirmedSubscriptions, forgetFollowers } from './forget-subscriptions.ts'
import { tellFollowers } from './tell-followers.ts'

const FOLLOWER = 'volger@voorbeeld.example'
const REPORTER = 'melder@voorbeeld.example'
const HERE = 'lon=4.85&lat=52.35'

describeEachDatabase('following a report of someone else', (database) => {
  let town: TestTown
  let id: number
  let report: string

  beforeEach(async () => {
    town = await openTown(database, { anonymiseAfterDays: 30 })
    id = await makeSignal(town, {
      text: 'De lamp bij mevrouw Jansen is uit',
      reporter: { email: REPORTER },
      category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') },
    })
    await refreshPublicMap(town.context)
    const { body } = await send('GET', `signals/nearby?${HERE}`)
    report = body.results[0].reference
  })

  const send = (method: 'GET' | 'POST', path: string, body?: object) =>
    town.api.ask(method, `/public/${path}`, { body, as: null })
  const ask = (changes: object = {}) => send('POST', 'subscriptions', { email: FOLLOWER, report, ...changes })
  const listMails = (template: string) =>
    town.context.db.kysely
      .selectFrom('mail')
      .selectAll()
      .where('template_key', '=', template)
      .orderBy('id')
      .execute()
  const listRows = () => town.context.db.kysely.selectFrom('subscription').selectAll().execute()
  const linkIn = (text = '', page = '') => new RegExp(`/volgen/${page}/([\\w-]{43})`).exec(text)?.[1] ?? ''

  async function follow(email = FOLLOWER): Promise<void> {
    await ask({ email })
    const mail = (await listMails('subscription_confirm')).at(-1)
    const token = linkIn(mail?.body_text, 'bevestig')
    expect(await send('POST', 'subscriptions/confirm', { token })).toMatchObject({ body: { kind: 'report' } })
  }

  async function setStatus(state: string): Promise<void> {
    const body = { status: { state, text: 'Voor mevrouw Jansen', send_email: true } }
    expect((await town.api.ask('PATCH', `/private/signals/${id}`, { body })).status).toBe(200)
    for (const job of town.jobs.splice(0)) {
      if (job.name === 'followers.tell') await tellFollowers(town.context, job.data as never)
    }
  }

  it('is mailed about only by who confirmed, until they stop', async () => {
    expect(report).toMatch(/^[0-9a-f]{32}$/)
    expect(await ask()).toMatchObject({ status: 202, body: '' })
    await setStatus('b')
    expect(await listMails('followed_signal_news')).toEqual([])
    const [question] = await listMails('subscription_confirm')
    expect(question).toMatchObject({ recipient: FOLLOWER, signal_id: null })
    expect(question?.body_text).toContain('de melding over Lantaarnpaal kapot van 24 november 2026')
    const token = linkIn(question?.body_text, 'bevestig')
    for (const _ of [1, 2]) {
      expect((await send('POST', 'subscriptions/confirm', { token })).body).toEqual({ kind: 'report' })
    }
    await setStatus('ingepland')
    await setStatus('o')
    const news = await listMails('followed_signal_news')
    expect(news.map(({ recipient, signal_id }) => [recipient, signal_id])).toEqual([
      [FOLLOWER, id],
      [FOLLOWER, id],
    ])
    expect(news[1]?.body_text).toContain('De melding is afgehandeld.')
    // What staff and the reporter wrote, and which number it has, is theirs.
    for (const mail of news) expect(mail.subject + mail.body_html).not.toMatch(/Jansen|SIG-|melder@/)
    const stop = linkIn(news[0]?.body_text, 'stop')
    expect((await send('POST', 'subscriptions/stop', { token: stop })).body).toEqual({ kind: 'report' })
    expect((await send('POST', 'subscriptions/stop', { token: stop })).status).toBe(404)
    expect(await listRows()).toEqual([])
    expect((await listMails('followed_signal_news')).map(({ recipient }) => recipient)).toEqual([
      'geanonimiseerd',
      'geanonimiseerd',
    ])
    await setStatus('reopened')
    expect(await listMails('followed_signal_news')).toHaveLength(2)
  })

  it('tells each follower once, and nothing of a category that is not public any more', async () => {
    await follow()
    const news = { signalId: id, statusHistoryId: 1, state: 'b' } as const
    await tellFollowers(town.context, news)
    await tellFollowers(town.context, news)
    expect(await listMails('followed_signal_news')).toHaveLength(1)
    const body = { category: { sub_category: categoryAddress('afval', 'grofvuil'), text: 'vergist' } }
    await town.api.ask('PATCH', `/private/signals/${id}`, { body })
    await setStatus('b')
    expect(await listMails('followed_signal_news')).toHaveLength(1)
  })

  it('pesters nobody, and tells nobody who follows', async () => {
    for (const email of [FOLLOWER, ` ${FOLLOWER.toUpperCase()} `]) {
      expect(await ask({ email })).toMatchObject({ status: 202, body: '' })
    }
    expect(await listMails('subscription_confirm')).toHaveLength(1)
    town.clock.advance({ minutes: 11 })
    await ask()
    expect(await listMails('subscription_confirm')).toHaveLength(2)
    expect(await listRows()).toHaveLength(1)
    for (const wrong of [{ email: 'x' }, { report: 'f'.repeat(32) }, { report: '1' }, { email: undefined }]) {
      expect((await ask(wrong)).status).toBe(400)
    }
    expect((await send('POST', 'subscriptions/confirm', { token: 'x' })).status).toBe(404)
  })

  it('is counted for staff who may see the report', async () => {
    await follow()
    await ask({ email: 'ander@voorbeeld.example' })
    const count = (as?: string | null) => town.api.ask('GET', `/private/signals/${id}/followers`, { as })
    expect(await count()).toMatchObject({ status: 200, body: { count: 1 } })
    expect((await count(null)).status).toBe(401)
    expect((await count(READER)).status).toBe(403)
  })

  describe('is forgotten', () => {
    it('when it was never confirmed, and with the report', async () => {
      await follow()
      await ask({ email: 'ander@voorbeeld.example' })
      town.clock.advance({ days: 4 })
      expect(await clearUnconfirmedSubscriptions(town.context)).toBe(1)
      await setStatus('o')
      expect(await forgetFollowers(town.context)).toBe(0)
      town.clock.advance({ days: 30 })
      expect(await forgetFollowers(town.context)).toBe(1)
      expect(await listRows()).toEqual([])
      expect((await listMails('followed_signal_news'))[0]?.recipient).toBe('geanonimiseerd')
    })

    it('when the person asks, who is told of it and can have it moved', async () => {
      await follow()
      const person = (what: string, body: object) =>
        town.api.ask('POST', `/private/persons/${what}`, { body: { email: FOLLOWER, ...body } })
      expect((await person('find', {})).body.subscription_count).toBe(1)
      expect((await person('handover', {})).body.subscriptions).toMatchObject([
        { about: 'de melding over Lantaarnpaal kapot van 24 november 2026', pace: 'at once' },
      ])
      await person('correct', { signal_count: 0, new_email: 'nieuw@voorbeeld.example' })
      expect(await listRows()).toMatchObject([{ email: 'nieuw@voorbeeld.example' }])
      await person('erase', { signal_count: 0, email: 'nieuw@voorbeeld.example' })
      expect(await listRows()).toEqual([])
    })
  })
})
