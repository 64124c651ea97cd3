import { setTimeout as delay } from 'node:timers/promises'
import { describeEachDatabase } from '@signalen/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { HANDLER, makeSignal, OTHER_HANDLER, openTown, READER, type TestTown } from '../signals/test-town.ts'
import { findActorByEmail } from '../users/find-actor.ts'
import { createLiveFeed, type LiveFeed, type LiveNews } from './live-feed.ts'
import { readChangesSince, readCursor } from './read-changes.ts'

describeEachDatabase('hearing of changes', (database) => {
  let town: TestTown
  let feed: LiveFeed

  beforeEach(async () => {
    town = await openTown(database)
    feed = createLiveFeed(town.context, 20)
  })
  afterEach(() => feed.close())

  async function listen(email: string, since?: string) {
    const actor = await findActorByEmail(town.context, email)
    if (!actor) throw new Error('no such user')
    const heard: LiveNews[] = []
    const listening = await feed.listen({ actor, since, hear: (news) => heard.push(news) })
    return { heard, ...listening }
  }
  const note = (id: number) =>
    town.api.ask('PATCH', `/private/signals/${id}`, { body: { notes: [{ text: 'Gezien' }] } })

  it('is of what one may see, new or changed, each change once', async () => {
    const known = await makeSignal(town)
    const mine = await listen(HANDLER)
    const elsewhere = await listen(OTHER_HANDLER)
    const made = await makeSignal(town)
    await note(known)
    await expect.poll(() => mine.heard.flatMap(({ changes }) => changes.map(({ id }) => id)).length).toBe(2)
    await delay(100)
    expect(mine.heard.flatMap(({ changes }) => changes)).toEqual(
      expect.arrayContaining([
        { id: made, isNew: true, version: 1 },
        { id: known, isNew: false, version: 2 },
      ]),
    )
    expect(mine.heard.every(({ isReset }) => !isReset)).toBe(true)
    expect(elsewhere.heard).toEqual([])
    mine.stop()
    elsewhere.stop()
    expect(feed.listenerCount()).toBe(0)
  })

  it('goes on where one was, and says when that is not known any more', async () => {
    const id = await makeSignal(town)
    const since = await readCursor(town.context)
    await note(id)
    const { heard } = await listen(HANDLER, since)
    expect(heard).toMatchObject([{ changes: [{ id, isNew: false, version: 2 }], isReset: false }])
    const latest = heard[0]?.cursor ?? ''
    expect(await readChangesSince(town.context, latest)).toMatchObject({ changes: [], isComplete: true })
    for (const unknown of ['x', '1.5~1:2:', `${since.split('~')[0]}~9:`, "1~1:1:'"]) {
      expect(await readChangesSince(town.context, unknown)).toMatchObject({ changes: [], isComplete: false })
    }
  })

  it('is a stream of events for who may see reports', async () => {
    const url = await town.api.app.listen({ port: 0, host: '127.0.0.1' })
    const ask = (email: string | null) =>
      fetch(`${url}/signals/v1/private/events`, {
        headers: email ? { authorization: `Bearer ${email}` } : {},
      })
    expect((await ask(null)).status).toBe(401)
    const answer = await ask(READER)
    expect(answer.headers.get('content-type')).toBe('text/event-stream')
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    const id = await makeSignal(town)
    let text = ''
    while (!text.includes('event: signals')) text += (await reader?.read())?.value ?? ''
    expect(text).toMatch(/^retry: \d+\n\nid: \S+\n\n/)
    expect(text).toContain(`data: {"signals":[{"id":${id},"is_new":true,"version":1}]}`)
    await town.api.app.close()
    while (!(await reader?.read())?.done);
  })

  it('shows who else looks at a report, for less than a minute', async () => {
    const id = await makeSignal(town)
    const look = (as: string) => town.api.ask('PUT', `/private/signals/${id}/presence`, { as })
    expect((await look(HANDLER)).body).toEqual({ others: [] })
    expect((await look(READER)).body).toEqual({ others: [HANDLER] })
    expect((await look(HANDLER)).body).toEqual({ others: [READER] })
    await town.api.ask('DELETE', `/private/signals/${id}/presence`, { as: READER })
    expect((await look(HANDLER)).body).toEqual({ others: [] })
    await look(READER)
    town.clock.advance({ minutes: 1 })
    expect((await look(HANDLER)).body).toEqual({ others: [] })
    expect((await look(OTHER_HANDLER)).status).toBe(403)
  })
})
